/** What a source's runs say, read in one walk: with 1,000 sources, walking the runs is most of the work. */
import type { Source, SyncRun } from '../schema/snapshot.ts';
import { isSameInstant, later, realInstant, timeOfRun } from './instants.ts';
import { newestFirst } from './order-runs.ts';
import { type Activity, isKnown } from './vocabulary.ts';

export interface RunFacts {
  /** Newest first. */
  runs: readonly SyncRun[];
  /** The newest that is completed, partial, failed or cancelled. */
  newestFinished: SyncRun | undefined;
  /** The same, but not cancelled: a cancelled run says nothing about the data. */
  lastRun: SyncRun | undefined;
  /** Running or queued, and newer than the newest finished one; newest first. */
  active: SyncRun[];
  activity: Activity;
  /** Newest first. */
  completed: SyncRun[];
  /** Where the last run failed, it and the failed runs before it in a row, newest first; cancelled ones do not count. */
  failuresInARow: SyncRun[];
  /** Some run brought data. */
  broughtData: boolean;
  /** The latest instant at which data came, as the snapshot writes it; null where none is known. */
  lastSuccess: string | null;
  /** Statuses this version does not know, of the runs down to and including the newest that brought data. */
  unknownStatuses: string[];
  /** Some run has a status this version does not know. */
  hasUnknownStatus: boolean;
  /** One of the same runs, finished, has no date. */
  hasUndated: boolean;
  /** The latest start or end of all runs. */
  latestTime: string | null;
}

export function readRuns({ sync_history, technical }: Pick<Source, 'sync_history' | 'technical'>): RunFacts {
  const runs = newestFirst(sync_history);
  const reported = realInstant(technical.last_successful_sync);
  const facts: RunFacts = {
    runs,
    newestFinished: undefined,
    lastRun: undefined,
    active: [],
    activity: 'idle',
    completed: [],
    failuresInARow: [],
    broughtData: false,
    lastSuccess: null,
    unknownStatuses: [],
    hasUnknownStatus: false,
    hasUndated: false,
    latestTime: null,
  };
  let isReportedEmpty = false;
  let isRowBroken = false;

  for (const run of runs) {
    const time = timeOfRun(run);
    facts.latestTime = later(facts.latestTime, later(run.started_at, run.finished_at));
    if (isActive(run)) {
      if (facts.newestFinished === undefined) facts.active.push(run);
      continue;
    }
    if (!facts.broughtData && time === null) facts.hasUndated = true;
    if (!isFinished(run)) {
      facts.hasUnknownStatus = true;
      if (!facts.broughtData) facts.unknownStatuses.push(run.status);
      isRowBroken ||= facts.failuresInARow.length > 0;
      continue;
    }
    facts.newestFinished ??= run;
    if (run.status !== 'cancelled') facts.lastRun ??= run;
    if (run.status === 'failed' && !isRowBroken) facts.failuresInARow.push(run);
    if (run.status === 'completed') facts.completed.push(run);
    if (run.status === 'completed' || run.status === 'partial') isRowBroken = true;
    if (broughtData(run)) {
      facts.broughtData = true;
      facts.lastSuccess = later(facts.lastSuccess, time);
    } else if (time !== null && reported !== null && isSameInstant(time, reported)) {
      isReportedEmpty = true;
    }
  }

  if (!isReportedEmpty) facts.lastSuccess = later(facts.lastSuccess, reported);
  if (facts.active.length > 0) {
    facts.activity = facts.active.some(({ status }) => status === 'running') ? 'running' : 'queued';
  }
  return facts;
}

function isActive({ status }: SyncRun): boolean {
  return status === 'running' || status === 'queued';
}

/** Asked of what is neither running nor queued: any other word this version knows is an end. */
function isFinished({ status }: SyncRun): boolean {
  return isKnown('sync_status', status);
}

/** Completed or partial, unless its counts say otherwise. A count that is not reported says nothing. */
export function broughtData({ status, fetched, processed, failed }: SyncRun): boolean {
  if (status !== 'completed' && status !== 'partial') return false;
  if (fetched !== null && fetched > 0 && processed === 0) return false;
  if (status === 'completed' || (processed !== null && processed > 0)) return true;
  const isAllLost = fetched !== null && failed !== null && failed >= fetched;
  return fetched !== 0 && !isAllLost;
}
