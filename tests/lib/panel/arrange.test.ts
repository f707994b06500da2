import { describe, expect, it } from 'vitest';
import { AS_OF, aProfile, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import {
  type Arrangement,
  GROUPINGS,
  groupIds,
  groupRows,
  sortRows,
  WORST_BY_PROFILE,
} from '../../../lib/panel/arrange.ts';
import type { Row } from '../../../lib/snapshot/rows/row.ts';
import { rowOf } from '../../../lib/snapshot/rows/row-of.ts';

const row = (overrides: Parameters<typeof aSource>[0]) =>
  rowOf(aSource({ profile_id: 'p', ...overrides }), new Date(AS_OF));
const compareNames = new Intl.Collator('en').compare;
const { sources: _, ...header } = aSnapshot({
  profiles: [aProfile({ id: 'p', name: 'Profile P' }), aProfile({ id: 'q', name: 'Profile Q' })],
});

/** Each group's name and the ids of its rows. */
function arranged(rows: Row[], arrangement: Partial<Arrangement> = {}) {
  const whole = { ...WORST_BY_PROFILE, ...arrangement };
  const sorted = sortRows(rows, whole.sortBy, compareNames);
  return groupRows(header, sorted, whole, compareNames).map((group) => [
    group.name,
    ...group.rows.map(({ id }) => id),
  ]);
}

const synced = (id: string, hour: number, more: Parameters<typeof aSource>[0] = {}) =>
  row({
    id,
    sync_history: [],
    technical: { last_successful_sync: `2026-11-20T0${hour}:00:00Z` },
    ...more,
  });

const off = { enabled: false, disabled_by: 'user' };

describe('the list by Profile, the worst first', () => {
  it('sorts by health, then by name', () => {
    expect(
      arranged([
        row({ id: 'healthy', name: 'A' }),
        row({ id: 'zoe', name: 'Zoé', connection: 'revoked' }),
        row({ id: 'ete', name: 'Été', connection: 'revoked' }),
        row({ id: 'unknown', name: 'A', connection: 'paused' }),
      ]),
    ).toEqual([['Profile P', 'ete', 'zoe', 'unknown', 'healthy']]);
  });

  it('puts sources that are off last, whatever their health', () => {
    expect(arranged([row({ id: 'off', ...off, connection: 'revoked' }), row({ id: 'on' })])).toEqual([
      ['Profile P', 'on', 'off'],
    ]);
  });

  it('puts the Profile with the worst source first, and omits one without sources', () => {
    const fine = row({ id: 'fine' });
    expect(arranged([fine])).toEqual([['Profile P', 'fine']]);
    expect(arranged([fine, row({ id: 'bad', profile_id: 'q', connection: 'revoked' })])).toEqual([
      ['Profile Q', 'bad'],
      ['Profile P', 'fine'],
    ]);
  });
});

describe('the list by status', () => {
  it('has its groups in a fixed order, whatever the order of the rows', () => {
    const rows = [
      row({ id: 'off', name: 'A', ...off }),
      row({ id: 'healthy', name: 'B' }),
      row({ id: 'pending', name: 'C', connection: 'pending' }),
      row({ id: 'unknown', name: 'D', connection: 'paused' }),
      row({ id: 'error', name: 'E', connection: 'revoked' }),
    ];
    expect(arranged(rows, { groupBy: 'status', sortBy: 'name' })).toEqual([
      ['Needs action', 'unknown', 'error'],
      ['Being set up', 'pending'],
      ['Healthy', 'healthy'],
      ['Off', 'off'],
    ]);
  });
});

describe('the list by platform', () => {
  it('shows each platform’s name, and an unknown platform’s word', () => {
    const rows = [
      row({ id: 'a', platform: 'meta_ads' }),
      row({ id: 'b', platform: 'reddit_ads', connection: 'revoked' }),
    ];
    expect(arranged(rows, { groupBy: 'platform' })).toEqual([
      ['reddit_ads', 'b'],
      ['Meta Ads', 'a'],
    ]);
  });
});

describe('the list by age', () => {
  it('puts the oldest data first, then sources not known to have any, then sources that are off', () => {
    const rows = [
      row({ id: 'never', sync_history: [], technical: { last_successful_sync: null } }),
      synced('new', 7),
      synced('old', 2, { profile_id: 'q' }),
      synced('off', 1, off),
    ];
    expect(arranged(rows, { sortBy: 'oldest' })).toEqual([
      ['Profile Q', 'old'],
      ['Profile P', 'new', 'never', 'off'],
    ]);
  });
});

describe('the list by name', () => {
  it('sorts only by name', () => {
    const rows = [row({ id: 'z', name: 'Z', connection: 'revoked' }), row({ id: 'a', name: 'a', ...off })];
    expect(arranged(rows, { sortBy: 'name' })).toEqual([['Profile P', 'a', 'z']]);
  });
});

it.each(GROUPINGS)('never shows a source without a known Profile, grouped by %s', (groupBy) => {
  expect(arranged([row({ id: 'outside', profile_id: 'elsewhere' })], { groupBy })).toEqual([]);
});

it('names every possible group', () => {
  const ids = groupIds(header, [row({ id: 'a', platform: 'meta_ads' })]);
  expect([...ids]).toEqual([
    'profile/p',
    'profile/q',
    'status/needsAction',
    'status/warnings',
    'status/setUp',
    'status/healthy',
    'status/off',
    'platform/meta_ads',
  ]);
});
