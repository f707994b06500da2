/** The facts in a source's runs, collected in one pass: with 1,000 sources, reading the runs is most of the work. */
import type { Source, SyncRun } from '../schema/snapshot.ts';
import { isLater, isSameInstant, later, realInstant, timeOfRun } from './instants.ts';
import { newestFirst } from './order-runs.ts';
import type { Activity } from './vocabulary.ts';

export interface RunFacts {
  /** Newest first. */
  runs: readonly SyncRun[];
  /** The newest run that is completed, partial, failed or cancelled. */
  newestFinished: SyncRun | undefined;
  /** The same, but not cancelled: a cancelled run says nothing about the data. */
  lastRun: SyncRun | undefined;
  /** Running or queued, and newer than the newest finished one; newest first. */
  active: SyncRun[];
  activity: Activity;
  /** Newest first. */
  completed: SyncRun[];
  /** If the last run failed: the consecutive failed runs up to it, newest first, ignoring cancelled ones. */
  failuresInARow: SyncRun[];
  /** Whether any run brought data. */
  broughtData: boolean;
  /** The latest instant at which data arrived, as the snapshot writes it; null if not known. */
  lastSuccess: string | null;
  /** Unknown statuses among the runs down to and including the newest that brought data. */
  unknownStatuses: string[];
  /** Whether any run has a status that this version doesn't know. */
  hasUnknownStatus: boolean;
  /** Whether one of the same runs is finished but has no date, or is running but has no start. */
  hasUndated: boolean;
  /** The latest start or end of all runs. */
  latestTime: string | null;
}

export function readRuns({ sync_history, technical }: Pick<Source, 'sync_history' | 'technical'>): RunFacts {
  const reported = realInstant(technical.last_successful_sync);
  const { facts, isInOrder } = walk(sync_history, reported);
  // Stored runs are already sorted, so one pass is enough.
  return isInOrder ? facts : walk(newestFirst(sync_history), reported).facts;
}

interface Walked {
  facts: RunFacts;
  /** Whether the runs are newest first. */
  isInOrder: boolean;
}

/** @param reported the last successful sync that the platform names */
function walk(runs: readonly SyncRun[], reported: string | null): Walked {
  const active: SyncRun[] = [];
  const completed: SyncRun[] = [];
  const failuresInARow: SyncRun[] = [];
  const unknownStatuses: string[] = [];
  let newestFinished: SyncRun | undefined;
  let lastRun: SyncRun | undefined;
  let newestTime: string | null = null;
  let latestStart: string | null = null;
  let lastArrival: string | null = null;
  let hasArrivals = false;
  let hasUnknownStatus = false;
  let hasUndated = false;
  let isReportedEmpty = false;
  let isRowBroken = false;
  let isInOrder = true;
  let timeBefore: string | null = null;

  for (const run of runs) {
    const { status, started_at } = run;
    const time = timeOfRun(run);
    newestTime ??= time;
    if (time !== null) {
      if (timeBefore !== null && isLater(time, timeBefore)) isInOrder = false;
      timeBefore = time;
    }
    latestStart = later(latestStart, started_at);
    if (status === 'running' || status === 'queued') {
      if (newestFinished !== undefined) continue;
      active.push(run);
      if (status === 'running' && started_at === null) hasUndated = true;
      continue;
    }
    if (time === null && !hasArrivals) hasUndated = true;
    switch (status) {
      case 'completed':
        completed.push(run);
        isRowBroken = true;
        break;
      case 'partial':
        isRowBroken = true;
        break;
      case 'failed':
        if (!isRowBroken) failuresInARow.push(run);
        break;
      case 'cancelled':
        break;
      default:
        hasUnknownStatus = true;
        if (!hasArrivals) unknownStatuses.push(status);
        if (failuresInARow.length > 0) isRowBroken = true;
        continue;
    }
    newestFinished ??= run;
    if (status !== 'cancelled') lastRun ??= run;
    if (broughtData(run)) {
      hasArrivals = true;
      lastArrival ??= time;
    } else if (time !== null && reported !== null && isSameInstant(time, reported)) {
      isReportedEmpty = true;
    }
  }

  const facts: RunFacts = {
    runs,
    newestFinished,
    lastRun,
    active,
    activity: activityOf(active),
    completed,
    failuresInARow,
    broughtData: hasArrivals,
    lastSuccess: isReportedEmpty ? lastArrival : later(lastArrival, reported),
    unknownStatuses,
    hasUnknownStatus,
    hasUndated,
    latestTime: later(newestTime, latestStart),
  };
  return { facts, isInOrder };
}

function activityOf(active: readonly SyncRun[]): Activity {
  if (active.length === 0) return 'idle';
  return active.some(({ status }) => status === 'running') ? 'running' : 'queued';
}

/** Completed or partial, unless its counts contradict that. An unreported count says nothing. */
export function broughtData({ status, fetched, processed, failed }: SyncRun): boolean {
  if (status !== 'completed' && status !== 'partial') return false;
  if (fetched !== null && fetched > 0 && processed === 0) return false;
  if (status === 'completed' || (processed !== null && processed > 0)) return true;
  const isAllLost = fetched !== null && failed !== null && failed >= fetched;
  return fetched !== 0 && !isAllLost;
}
