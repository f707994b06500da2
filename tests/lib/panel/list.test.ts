import { describe, expect, it } from 'vitest';
import { AS_OF, aProfile, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { countNumbersAffected, groupByProfile, sortRows } from '../../../lib/panel/list.ts';
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

  it('counts the numbers that are hidden, missing or late, without what is off', () => {
    const hidden = { technical: { mapping_status: 'unconfirmed' } };
    const missing = { sync_history: [], technical: { last_successful_sync: null } };
    const late = { sync_history: [], technical: { last_successful_sync: '2026-11-20T06:00:00Z' } };
    expect(countNumbersAffected([hidden, missing, late, {}].map(row))).toBe(3);
    expect(countNumbersAffected([row({ ...hidden, enabled: false, disabled_by: 'user' })])).toBe(0);
  });
});
