import { describe, expect, it } from 'vitest';
import { AS_OF, aSource } from '../../fixtures/builders.ts';
import { badgeOf } from '../../lib/badge.ts';
import type { Source } from '../../lib/schema/snapshot.ts';
import { assessSource } from '../../lib/status/assess.ts';

const NOW = Date.parse(AS_OF);
const DAY = 24 * 3_600_000;
const listOf = (...sources: Source[]) => ({
  state: 'ready' as const,
  generatedAt: AS_OF,
  verdicts: sources.map((source) => assessSource(source, new Date(AS_OF))),
  unreadable: 0,
});

describe('the toolbar button', () => {
  it('counts the sources that need action, in the colour of the worst, and explains it in its title', () => {
    const list = listOf(aSource({ connection: 'expired' }), aSource({ connection: 'paused' }), aSource());
    expect(badgeOf(list, NOW)).toEqual({
      text: '2',
      colour: '#a8201a',
      title: 'Source Status Panel: 2 of 3 sources need action.',
    });
  });

  it('shows nothing on the button if nothing needs action', () => {
    const off = aSource({ connection: 'expired', enabled: false, disabled_by: 'user' });
    expect(badgeOf(listOf(off, aSource()), NOW)).toMatchObject({ text: '', colour: '#0b6b42' });
  });

  it('keeps an unreadable source in the count, and says so', () => {
    const list = { ...listOf(aSource({ connection: 'expired' }), aSource()), unreadable: 1 };
    expect(badgeOf(list, NOW).title).toBe('Source Status Panel: 1 of 3 needs action, 1 cannot be read.');
  });

  it('is grey after 24 hours, and says so', () => {
    const list = listOf(aSource({ connection: 'expired' }));
    expect(badgeOf(list, NOW + DAY)).toMatchObject({ colour: '#a8201a' });
    expect(badgeOf(list, NOW + DAY + 1)).toEqual({
      text: '1',
      colour: '#565e6c',
      title: 'Source Status Panel: 1 of 1 source needs action. The snapshot is more than a day old.',
    });
  });

  it.each([
    ['empty', 'Nothing is stored yet.'],
    ['newer', 'This snapshot was stored by a newer version of this extension.'],
    ['damaged', 'The stored snapshot cannot be read.'],
    ['unchecked', 'Open the panel to see which sources need action.'],
  ] as const)('is grey when the storage is %s', (state, words) => {
    expect(badgeOf({ state }, NOW)).toEqual({
      text: '',
      colour: '#565e6c',
      title: `Source Status Panel: ${words}`,
    });
  });
});
