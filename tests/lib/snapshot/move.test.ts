import { describe, expect, test } from 'vitest';
import { aRun, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { SCENARIOS } from '../../../fixtures/scenarios.ts';
import { type Snapshot, snapshotSchema } from '../../../lib/schema/snapshot.ts';
import { moveSnapshot } from '../../../lib/snapshot/move.ts';
import { assessSource } from '../../../lib/status/assess.ts';

const TAKEN_AT = new Date('2027-03-01T16:45:30.789Z');

test('the snapshot is taken at the given time, to the second', () => {
  expect(moveSnapshot(aSnapshot(), TAKEN_AT).generated_at).toBe('2027-03-01T16:45:30Z');
});

test('every instant moves by the same amount', () => {
  const snapshot = aSnapshot({
    generated_at: '2026-11-20T08:00:00Z',
    sources: [
      aSource({
        token: { expires_at: '2026-11-27T08:00:00Z', refreshable: false },
        rate_limited_until: '2026-11-20T08:42:00Z',
        technical: {
          api_version_sunset_at: '2027-02-28T00:00:00Z',
          last_successful_sync: '2026-11-20T07:00:00Z',
        },
        sync_history: [aRun({ started_at: '2026-11-20T06:58:00Z', finished_at: '2026-11-20T07:00:00Z' })],
      }),
    ],
  });

  const [moved] = moveSnapshot(snapshot, new Date('2026-11-21T09:30:00Z')).sources;

  expect(moved?.token?.expires_at).toBe('2026-11-28T09:30:00Z');
  expect(moved?.rate_limited_until).toBe('2026-11-21T10:12:00Z');
  expect(moved?.technical.api_version_sunset_at).toBe('2027-03-01T01:30:00Z');
  expect(moved?.technical.last_successful_sync).toBe('2026-11-21T08:30:00Z');
  expect(moved?.sync_history[0]?.started_at).toBe('2026-11-21T08:28:00Z');
  expect(moved?.sync_history[0]?.finished_at).toBe('2026-11-21T08:30:00Z');
});

test('an offset becomes Z, and fractions of a second are kept', () => {
  const snapshot = aSnapshot({
    generated_at: '2026-11-20T09:00:00.250+01:00',
    sources: [aSource({ rate_limited_until: '2026-11-20T03:30:00.500-05:00' })],
  });

  const moved = moveSnapshot(snapshot, new Date('2026-11-20T08:00:00Z'));

  expect(moved.generated_at).toBe('2026-11-20T08:00:00Z');
  expect(moved.sources[0]?.rate_limited_until).toBe('2026-11-20T08:30:00.250Z');
});

test('unknown instants stay unknown', () => {
  const source = aSource({
    technical: { last_successful_sync: null },
    sync_history: [aRun({ started_at: null, finished_at: null })],
  });

  expect(moveSnapshot(aSnapshot({ sources: [source] }), TAKEN_AT).sources).toEqual([source]);
});

test('a snapshot may move back in time', () => {
  expect(moveSnapshot(aSnapshot(), new Date('1999-12-31T23:59:59Z')).generated_at).toBe(
    '1999-12-31T23:59:59Z',
  );
});

describe.each(SCENARIOS)('$title', ({ load }) => {
  test('moving changes no verdict, no interval, and nothing but instants', async () => {
    const snapshot = snapshotSchema.parse(await load());
    const before = structuredClone(snapshot);

    const moved = moveSnapshot(snapshot, TAKEN_AT);

    expect(snapshotSchema.safeParse(moved)).toEqual({ success: true, data: moved });
    expect(verdicts(moved)).toEqual(verdicts(snapshot));
    expect(relative(moved)).toEqual(relative(snapshot));
    expect(snapshot).toEqual(before);
  });
});

function verdicts({ generated_at, sources }: Snapshot) {
  return sources.map((source) => {
    const { lastSuccess: _, ...verdict } = assessSource(source, new Date(generated_at));
    return verdict;
  });
}

/** The whole snapshot, with each instant replaced by its distance from `generated_at` in milliseconds. */
function relative(snapshot: Snapshot): unknown {
  const asOf = Date.parse(snapshot.generated_at);
  return JSON.parse(JSON.stringify(snapshot), (_key, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) - asOf : value,
  );
}
