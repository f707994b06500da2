import { describe, expect, it } from 'vitest';
import { AS_OF, aProfile, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { groupByProfile, sortRows } from '../../../lib/panel/list.ts';
import { rowOf } from '../../../lib/snapshot/rows/row-of.ts';

const row = (overrides: Parameters<typeof aSource>[0]) => rowOf(aSource(overrides), new Date(AS_OF));
const entry = row;
const compareNames = new Intl.Collator('en').compare;
const { sources: _, ...header } = aSnapshot({
  profiles: [aProfile({ id: 'p', name: 'Profile P' }), aProfile({ id: 'q', name: 'Profile Q' })],
});

const ids = (entries: ReturnType<typeof entry>[]) =>
  groupByProfile(header, sortRows(entries, compareNames), compareNames).map(({ profile, rows }) => [
    profile.id,
    ...rows.map(({ id }) => id),
  ]);

describe('the list', () => {
  it('puts the worst first, then goes by name', () => {
    expect(
      ids([
        entry({ id: 'healthy', profile_id: 'p', name: 'A' }),
        entry({ id: 'zoe', profile_id: 'p', name: 'Zoé', connection: 'revoked' }),
        entry({ id: 'ete', profile_id: 'p', name: 'Été', connection: 'revoked' }),
        entry({ id: 'unknown', profile_id: 'p', name: 'A', connection: 'paused' }),
      ]),
    ).toEqual([['p', 'ete', 'zoe', 'unknown', 'healthy']]);
  });

  it('puts what is off last, whatever its health', () => {
    const off = { enabled: false, disabled_by: 'user', connection: 'revoked' };
    expect(
      ids([entry({ id: 'off', profile_id: 'p', ...off }), entry({ id: 'on', profile_id: 'p' })]),
    ).toEqual([['p', 'on', 'off']]);
  });

  it('puts the Profile with the worst source first, and leaves out one without sources', () => {
    expect(ids([entry({ id: 'fine', profile_id: 'p' })])).toEqual([['p', 'fine']]);
    expect(
      ids([
        entry({ id: 'fine', profile_id: 'p' }),
        entry({ id: 'bad', profile_id: 'q', connection: 'revoked' }),
      ]),
    ).toEqual([
      ['q', 'bad'],
      ['p', 'fine'],
    ]);
  });
});
