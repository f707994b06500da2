/** What the rules ask of a source, worked out once: which run counts as the last, and how old its data is. */
import type { Source, SyncRun } from '../schema/snapshot.ts';
import type { Activity } from './vocabulary.ts';

export interface Facts {
  source: Source;
  /** Milliseconds since the epoch. */
  asOf: number;
  /** The newest run, whatever its state. */
  newestRun: SyncRun | undefined;
  /** The newest that is completed, partial, failed or cancelled. */
  newestFinished: SyncRun | undefined;
  /** The same, but not cancelled: a cancelled run tells nothing of the data. */
  lastRun: SyncRun | undefined;
  /** Newest first. */
  completed: SyncRun[];
  /** Failed runs since the newest that was not, cancelled ones apart; newest first. */
  failuresInARow: SyncRun[];
  /** A run that brought data, or a date of one. */
  everSynced: boolean;
  /** Milliseconds since the last success; null where there was none or it has no date. Negative if dated ahead. */
  age: number | null;
  /** Milliseconds until the sign-in ends; NaN where none is known, and where it renews itself, so that its end says nothing. */
  tokenLeft: number;
  /** Milliseconds until the API version ends; NaN where that is not known. */
  sunsetIn: number;
  /** Milliseconds until the platform no longer limits requests; NaN where it does not. */
  limitLeft: number;
  /** Of the runs newer than the newest finished one. */
  activity: Activity;
}

/** Pure; @param asOf the snapshot's own instant, never the wall clock */
export function gatherFacts(source: Source, asOf: Date): Facts {
  const runs = source.sync_history;
  const newestFinished = runs.findIndex((run) => tellsOfData(run) || run.status === 'cancelled');
  const lastSuccess = lastSuccessOf(source);
  const { token, technical, rate_limited_until } = source;
  const until = (instant: string | null) => millisecondsUntil(instant, asOf.getTime());
  return {
    source,
    asOf: asOf.getTime(),
    newestRun: runs[0],
    newestFinished: runs[newestFinished],
    lastRun: runs.find(tellsOfData),
    completed: runs.filter((run) => run.status === 'completed'),
    failuresInARow: failuresInARow(runs),
    everSynced: lastSuccess !== null || runs.some(broughtData),
    age: lastSuccess === null ? null : -until(lastSuccess),
    tokenLeft: token.refreshable ? Number.NaN : until(token.expires_at),
    sunsetIn: until(technical.api_version_sunset_at),
    limitLeft: until(rate_limited_until),
    activity: activityOf(newestFinished === -1 ? runs : runs.slice(0, newestFinished)),
  };
}

/** NaN, which is neither above nor below anything, where there is no instant. @param asOf milliseconds too */
export function millisecondsUntil(instant: string | null, asOf: number): number {
  return instant === null ? Number.NaN : Date.parse(instant) - asOf;
}

/** The instant a run stands for: its end, else its start; null where neither is known. */
export function timeOfRun(run: SyncRun | undefined): string | null {
  return run?.finished_at ?? run?.started_at ?? null;
}

/** Milliseconds from start to end; null where one is not known, or they are the wrong way round. */
export function lengthOfRun({ started_at, finished_at }: SyncRun): number | null {
  if (started_at === null || finished_at === null) return null;
  const length = Date.parse(finished_at) - Date.parse(started_at);
  return length < 0 ? null : length;
}

/** The latest instant at which data came, as the snapshot writes it; null where none is known. */
export function lastSuccessOf(source: Source): string | null {
  let last = source.technical.last_successful_sync;
  for (const run of source.sync_history) {
    if (broughtData(run)) last = later(last, timeOfRun(run));
  }
  return last;
}

/** The later of two instants, as it is written; the other one where one is not known. */
export function later(instant: string | null, other: string | null): string | null {
  if (instant === null || other === null) return instant ?? other;
  // Written alike, they are in the order of their texts: to read all dates of a snapshot takes longer than all else.
  const areAlike = instant.length === other.length && instant.endsWith('Z') && other.endsWith('Z');
  const isLater = areAlike ? other > instant : Date.parse(other) > Date.parse(instant);
  return isLater ? other : instant;
}

/** A partial run did bring data; what it did not bring is a finding of its own. */
function broughtData(run: SyncRun): boolean {
  return run.status === 'completed' || run.status === 'partial';
}

function tellsOfData(run: SyncRun): boolean {
  return broughtData(run) || run.status === 'failed';
}

function failuresInARow(runs: readonly SyncRun[]): SyncRun[] {
  const failures: SyncRun[] = [];
  for (const run of runs) {
    if (broughtData(run)) break;
    if (run.status === 'failed') failures.push(run);
  }
  return failures;
}

/** @param newer runs than the newest finished one */
function activityOf(newer: readonly SyncRun[]): Activity {
  if (newer.some((run) => run.status === 'running')) return 'running';
  return newer.some((run) => run.status === 'queued') ? 'queued' : 'idle';
}
