/** What the list opens with is checked by hand: each guard takes exactly what its schema takes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { aSnapshot } from '../../../fixtures/builders.ts';
import { isRemembered } from '../../../lib/panel/memory.ts';
import { memorySchema } from '../../../lib/panel/memory-schema.ts';
import { type Guard, isHeader } from '../../../lib/schema/guards.ts';
import { headerSchema } from '../../../lib/schema/snapshot.ts';
import { isRow } from '../../../lib/snapshot/rows/row.ts';
import { rowSchema } from '../../../lib/snapshot/rows/row-schema.ts';
import { isSince } from '../../../lib/snapshot/rows/since.ts';
import { sinceSchema } from '../../../lib/snapshot/rows/since-schema.ts';

const { sources: _, ...header } = aSnapshot({ notice: 'Reconnect before Friday.' });

const row = {
  id: 'meta',
  profile_id: 'profile-france',
  name: 'Meta Ads',
  platform: 'meta_ads',
  enabled: true,
  health: 'error',
  headline: { code: 'sync_failing', message: 'The last sync failed.' },
  codes: ['sync_failing'],
  activity: 'idle',
  numbers: 'late',
  lifecycle: 'enabled',
  last_success: '2026-11-20T08:00:00Z',
  runs: 'fpxrqoc',
  upcoming: [{ what: 'version_ends', at: '2026-12-01T00:00:00+01:00', api_version: 'v21' }],
  accounts: { selected: ['act_•••5678'], others: [] },
  search: 'meta ads',
};

const since = { changed: [{ source: 'meta', was: 'warning', codes: ['data_late'] }], gone: 2 };

const remembered = {
  hash: '#/',
  filters: { buckets: ['error', 'off'], profile: 'profile-france', platform: null, search: 'meta' },
  arrangement: { groupBy: 'status', sortBy: 'oldest' },
  folds: { 'profile/profile-france': true },
  listScroll: { source: 'meta', top: -12.5 },
  lastSource: 'meta',
  unfolded: ['why'],
};

const ODD = [
  ...[null, undefined, true, 0, 1, 2, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, [], {}, [null]],
  ...['', ' ', '\u200b', 'a'.repeat(100), 'a'.repeat(101), '😀'.repeat(100), '😀'.repeat(101), '\ud800'],
  ...['b'.repeat(200), 'b'.repeat(201), 'c'.repeat(2000), 'c'.repeat(2001), 'd'.repeat(10_000)],
  ...['healthy', 'fine', 'cccccccccc', 'ccccccccccc', 'z', 'profile', 'worst', 'sync_due'],
  ...[
    '2026-11-20T08:00:00Z',
    '2026-11-20T08:00:00+0000',
    '2026-02-30T08:00:00Z',
    '2026-11-20',
    '1969-12-31T00:00:00Z',
  ],
  ...[Array(2001).fill('a'), Array(6).fill(row.upcoming[0]), Array(5001).fill(since.changed[0])],
];

/** The path of each value inside this one, itself first. */
function* pathsIn(value: unknown, path: string[] = []): Generator<string[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) yield* pathsIn(item, [...path, key]);
}

/** A copy with the value there changed. */
function changedAt(value: unknown, [key, ...rest]: string[], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? changedAt(item, rest, change) : item));
  return Object.fromEntries(
    Object.entries(Object(value)).map(([own, item]) => [
      own,
      own === key ? changedAt(item, rest, change) : item,
    ]),
  );
}

/** The value with one thing in it replaced, added, taken away or repeated; and again. */
function mutated(valid: unknown): fc.Arbitrary<unknown> {
  const step = fc.record({
    at: fc.nat(),
    change: fc.oneof(
      fc.constantFrom(...ODD).map((odd) => () => odd),
      fc.constant((value: unknown) =>
        Array.isArray(value) ? [...value, ...value] : { ...Object(value), more: 1 },
      ),
      fc.nat().map((which) => (value: unknown) => {
        const items = Object.entries(Object(value));
        return Array.isArray(value)
          ? value.slice(1)
          : Object.fromEntries(items.toSpliced(which % (items.length + 1), 1));
      }),
    ),
  });
  return fc.array(step, { maxLength: 2 }).map((steps) =>
    steps.reduce((value, { at, change }) => {
      const paths = pathsIn(value).take(200).toArray();
      return changedAt(value, paths[at % paths.length] ?? [], change);
    }, valid),
  );
}

it.each<[string, Guard<unknown>, z.ZodMiniType, unknown]>([
  ['a header', isHeader, headerSchema, header],
  ['a row', isRow, rowSchema, row],
  ['what changed since the last snapshot', isSince, sinceSchema, since],
  ['what is remembered', isRemembered, memorySchema, remembered],
])('takes %s exactly where the schema does', (_what, is, schema, valid) => {
  expect(is(valid)).toBe(true);
  const check = fc.property(mutated(valid), (value) => {
    expect(is(value)).toBe(schema.safeParse(value).success);
  });
  fc.assert(check, { numRuns: 3000 });
});
