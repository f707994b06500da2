/** The counts, lengths and parts of a source that the rules compare. Lengths are in milliseconds. */
import type { Account, Stream, SyncRun } from '../schema/snapshot.ts';
import { HOUR, MINUTE } from './duration.ts';
import type { Facts } from './facts.ts';
import { isStale, isStaleStream } from './freshness.ts';
import { later, millisecondsUntil } from './instants.ts';

/** How far the latest start, end or success in the data is after the snapshot; NaN where none is given. */
export function furthestAhead({ source, latestTime, asOf }: Facts): number {
  let latest = later(latestTime, source.technical.last_successful_sync);
  for (const stream of source.streams ?? []) latest = later(latest, stream.last_successful_sync);
  return millisecondsUntil(latest, asOf);
}

/** The run that has been running or queued for longest, where that is too long. A load of the past may take days. */
export function stuckRun(facts: Facts): { status: string; length: number } | undefined {
  const limit = stuckAfter(facts);
  return facts.active
    .filter(({ kind }) => kind !== 'history')
    .map(({ status, started_at }) => ({ status, length: -millisecondsUntil(started_at, facts.asOf) }))
    .filter(({ length }) => length > limit)
    .sort((a, b) => b.length - a.length)[0];
}

function stuckAfter({ source: { schedule } }: Facts): number {
  const minutes = schedule?.every_minutes ?? null;
  return minutes === null ? 24 * HOUR : Math.max(2 * minutes * MINUTE, 6 * HOUR);
}

/** A load of the past that is queued or running. */
export function historyLoad({ active }: Facts): SyncRun | undefined {
  return active.find(({ kind }) => kind === 'history');
}

/** The version of the newest run that names one. */
export function servedVersion({ runs }: Facts): string | null {
  return runs.find((run) => run.api_version !== null)?.api_version ?? null;
}

/** By how many rows processed and failed together exceed the fetched; NaN where one is not reported. */
export function rowsTooMany(run: SyncRun | undefined): number {
  if (run === undefined || run.fetched === null || run.processed === null || run.failed === null)
    return Number.NaN;
  return run.processed + run.failed - run.fetched;
}

/** Reported, and above zero. */
export function hasRows(count: number | null): boolean {
  return count !== null && count > 0;
}

const COUNTS = ['fetched', 'processed', 'failed'] as const;

export function countsNotReported(run: SyncRun | undefined): string[] {
  return run === undefined ? [] : COUNTS.filter((count) => run[count] === null);
}

/** What the newest completed run does not report, and each of the three completed before it did. */
export function countsStopped({ completed: [newest, ...older] }: Facts): string[] {
  const before = older.slice(0, 3);
  if (newest === undefined || before.length < 3) return [];
  return COUNTS.filter((count) => newest[count] === null && before.every((run) => run[count] !== null));
}

/** Completed runs without a row, newest first, and how many of the up to ten counted ones before them had rows. */
export function emptyStreak({ completed }: Facts): { length: number; counted: number; filled: number } {
  const length = completed.findIndex(({ fetched }) => fetched !== 0);
  if (length < 1) return NO_STREAK;
  const before = completed
    .slice(length)
    .flatMap(({ fetched }) => fetched ?? [])
    .slice(0, 10);
  return { length, counted: before.length, filled: before.filter((fetched) => fetched > 0).length };
}

const NO_STREAK = { length: 0, counted: 0, filled: 0 };

export function unconfirmedAccounts({ selected }: Facts): Account[] {
  return selected.filter(({ mapping_status }) => mapping_status === 'unconfirmed');
}

/** What the selected accounts name, each once and in order. */
export function differing({ selected }: Facts, key: 'time_zone' | 'currency'): string[] {
  const named = new Set<string>();
  for (const account of selected) {
    const word = account[key];
    if (word !== undefined) named.add(word);
  }
  return [...named].sort();
}

/** How many days back the platform may still change figures, and how many a sync reads again, where those are fewer. */
export function daysNotReread({
  source: { schedule },
}: Facts): { restated: number; reread: number } | undefined {
  const { restated_days: restated = null, reread_days: reread = null } = schedule ?? {};
  return restated !== null && reread !== null && restated > reread ? { restated, reread } : undefined;
}

export function failingStreams({ source }: Facts): Stream[] {
  return (source.streams ?? []).filter(({ error }) => error !== null);
}

/** Streams that are stale while their source is not. */
export function lateStreams(facts: Facts): Stream[] {
  const { streams } = facts.source;
  if (streams === undefined || isStale(facts)) return [];
  return streams.filter((stream) => stream.error === null && isStaleStream(stream, facts));
}
