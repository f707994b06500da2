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
  const { lastSuccess, hasData, ...ofRuns } = readRuns(source);
  const { token, technical, rate_limited_until } = source;
  const until = (instant: string | null) => millisecondsUntil(instant, asOf.getTime());
  return {
    source,
    asOf: asOf.getTime(),
    ...ofRuns,
    everSynced: lastSuccess !== null || hasData,
    age: lastSuccess === null ? null : -until(lastSuccess),
    tokenLeft: token === null || token.refreshable ? Number.NaN : until(token.expires_at),
    sunsetIn: until(technical.api_version_sunset_at),
    limitLeft: until(rate_limited_until),
  };
}

/** In one walk: of a snapshot with 1,000 sources, to walk their runs is most of the work. */
function readRuns({ sync_history, technical }: Source) {
  let newestFinished: SyncRun | undefined;
  let lastRun: SyncRun | undefined;
  let lastSuccess = technical.last_successful_sync;
  let hasData = false;
  let activity: Activity = 'idle';
  const completed: SyncRun[] = [];
  const failuresInARow: SyncRun[] = [];
  for (const run of sync_history) {
    switch (run.status) {
      case 'running':
      case 'queued':
        if (newestFinished === undefined && activity !== 'running') activity = run.status;
        break;
      case 'cancelled':
        newestFinished ??= run;
        break;
      case 'failed':
        newestFinished ??= run;
        lastRun ??= run;
        if (!hasData) failuresInARow.push(run);
        break;
      // A partial run did bring data; what it did not bring is a finding of its own.
      case 'completed':
      case 'partial':
        newestFinished ??= run;
        lastRun ??= run;
        hasData = true;
        lastSuccess = later(lastSuccess, timeOfRun(run));
        if (run.status === 'completed') completed.push(run);
    }
  }
  return {
    newestRun: sync_history[0],
    newestFinished,
    lastRun,
    completed,
    failuresInARow,
    lastSuccess,
    hasData,
    activity,
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
  return readRuns(source).lastSuccess;
}

/** The later of two instants, as it is written; the other one where one is not known. */
export function later(instant: string | null, other: string | null): string | null {
  if (instant === null || other === null) return instant ?? other;
  // Written alike, they are in the order of their texts: to read all dates of a snapshot takes longer than all else.
  const areAlike = instant.length === other.length && instant.endsWith('Z') && other.endsWith('Z');
  const isLater = areAlike ? other > instant : Date.parse(other) > Date.parse(instant);
  return isLater ? other : instant;
}
