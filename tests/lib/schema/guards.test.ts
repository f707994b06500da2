/** The hand-written guards for what the panel needs at startup accept exactly what their schemas accept. */
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
import { mutated, ODD } from '../mutated.ts';

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

/** Lists that are too long for what holds them. */
const LONG = [Array(6).fill(row.upcoming[0]), Array(5001).fill(since.changed[0])];

it.each<[string, Guard<unknown>, z.ZodMiniType, unknown]>([
  ['a header', isHeader, headerSchema, header],
  ['a row', isRow, rowSchema, row],
  ['what changed since the last snapshot', isSince, sinceSchema, since],
  ['what is remembered', isRemembered, memorySchema, remembered],
])('accepts %s exactly if the schema does', (_what, is, schema, valid) => {
  expect(is(valid)).toBe(true);
  const check = fc.property(mutated(valid, [...ODD, ...LONG]), (value) => {
    expect(is(value)).toBe(schema.safeParse(value).success);
  });
  fc.assert(check, { numRuns: 1000 });
});
