/** The counts, durations and parts of a source that the rules compare. Durations are in milliseconds. */
import type { Account, Stream, SyncRun } from '../schema/snapshot.ts';
import { HOUR, MINUTE } from './duration.ts';
import type { Facts } from './facts.ts';
import { isStale, isStaleStream } from './freshness.ts';
import { later, millisecondsUntil } from './instants.ts';

/** How far the latest start, end or success in the data is after the snapshot; NaN if there is none. */
export function furthestAhead({ source, latestTime, asOf }: Facts): number {
  let latest = later(latestTime, source.technical.last_successful_sync);
  for (const stream of source.streams ?? []) latest = later(latest, stream.last_successful_sync);
  return millisecondsUntil(latest, asOf);
}

/** The run that has been running or queued longest, if that is too long. A history load may take days. */
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

/** A history load that is queued or running. */
export function historyLoad({ active }: Facts): SyncRun | undefined {
  return active.find(({ kind }) => kind === 'history');
}

/** The API version of the newest run that names one. */
export function servedVersion({ runs }: Facts): string | null {
  return runs.find((run) => run.api_version !== null)?.api_version ?? null;
}

/** By how many rows processed plus failed exceeds fetched; NaN if one of them is not reported. */
export function rowsTooMany(run: SyncRun | undefined): number {
  if (run === undefined || run.fetched === null || run.processed === null || run.failed === null)
    return Number.NaN;
  return run.processed + run.failed - run.fetched;
}

/** Reported and above zero. */
export function hasRows(count: number | null): boolean {
  return count !== null && count > 0;
}

const COUNTS = ['fetched', 'processed', 'failed'] as const;

export function countsNotReported(run: SyncRun | undefined): string[] {
  return run === undefined ? [] : COUNTS.filter((count) => run[count] === null);
}

/** The counts that the newest completed run doesn't report, although each of the three completed runs before it did. */
export function countsStopped({ completed: [newest, ...older] }: Facts): string[] {
  const before = older.slice(0, 3);
  if (newest === undefined || before.length < 3) return [];
  return COUNTS.filter((count) => newest[count] === null && before.every((run) => run[count] !== null));
}

/**
 * How many of the newest completed runs are without rows, and of up to ten completed runs with a count before them, how
 * many had rows; undefined unless the newest is without rows and an older one is not.
 */
export function emptyStreak({
  completed,
}: Facts): { length: number; counted: number; filled: number } | undefined {
  const length = completed.findIndex(({ fetched }) => fetched !== 0);
  if (length < 1) return undefined;
  const before = completed
    .slice(length)
    .flatMap(({ fetched }) => fetched ?? [])
    .slice(0, 10);
  return { length, counted: before.length, filled: before.filter((fetched) => fetched > 0).length };
}

export function unconfirmedAccounts({ selected }: Facts): Account[] {
  return selected.filter(({ mapping_status }) => mapping_status === 'unconfirmed');
}

/** The different values of the selected accounts, without duplicates, in order. */
export function differing({ selected }: Facts, key: 'time_zone' | 'currency'): string[] {
  const named = new Set<string>();
  for (const account of selected) {
    const word = account[key];
    if (word !== undefined) named.add(word);
  }
  return [...named].sort();
}

/** How many days back the platform may still change figures and how many each sync reads again, if those are fewer. */
export function daysNotReread({
  source: { schedule },
}: Facts): { restated: number; reread: number } | undefined {
  const { restated_days: restated = null, reread_days: reread = null } = schedule ?? {};
  return restated !== null && reread !== null && restated > reread ? { restated, reread } : undefined;
}

export function failingStreams({ source }: Facts): Stream[] {
  return (source.streams ?? []).filter(({ error }) => error !== null);
}

/** Streams that are stale although their source isn't. */
export function lateStreams(facts: Facts): Stream[] {
  const { streams } = facts.source;
  if (streams === undefined || isStale(facts)) return [];
  return streams.filter((stream) => stream.error === null && isStaleStream(stream, facts));
}
