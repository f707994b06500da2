/** Airbyte's jobs as a source's runs. */
import * as z from 'zod/mini';
import type { SyncRun } from '../schema/snapshot.ts';
import { asWord, RUNS_NOT_REPORTED } from './draft.ts';
import { asInstant, latest } from './instants.ts';
import { count, text } from './loose.ts';

export const jobSchema = z.object({
  jobId: z.union([z.number(), z.string()]),
  connectionId: text,
  jobType: text,
  status: text,
  startTime: text,
  lastUpdatedAt: text,
  rowsSynced: count,
});

type Job = z.infer<typeof jobSchema>;

/** One job per id, in its most recently updated version. */
export function newestOf(jobs: readonly Job[]): Iterable<Job> {
  const byId = new Map<string | number, Job>();
  for (const job of jobs) {
    const other = byId.get(job.jobId);
    if (other === undefined || (job.lastUpdatedAt ?? '') >= (other.lastUpdatedAt ?? ''))
      byId.set(job.jobId, job);
  }
  return byId.values();
}

interface Kept {
  /** False where older jobs may be missing. */
  isWhole: boolean;
  /** How many of the newest runs to keep. */
  most: number;
}

/** @returns the runs, newest first, and the instant of the newest completed one, even if that run is not kept */
export function runsOf(
  jobs: readonly Job[],
  { isWhole, most }: Kept,
): { runs: SyncRun[]; lastCompleted: string | null } {
  const runs = newestFirst(jobs.filter(({ jobType }) => !NO_SYNCS.includes(jobType)));
  // With no success among them and older jobs missing, it is not known whether data ever arrived.
  const isUnknown = !isWhole && !runs.some(({ status }) => status === 'completed' || status === 'partial');
  const completed = runs.filter(({ status }) => status === 'completed');
  return {
    runs: isUnknown ? [...runs.slice(0, most - 1), RUNS_NOT_REPORTED] : runs.slice(0, most),
    lastCompleted: latest(completed.map(timeOf)),
  };
}

/** Resets and clears empty a destination: they are not syncs. */
const NO_SYNCS: readonly (string | null)[] = ['reset', 'clear'];

function newestFirst(jobs: readonly Job[]): SyncRun[] {
  const runs = jobs.toSorted((a, b) => Number(b.jobId) - Number(a.jobId)).map(runOf);
  const areDated = runs.every((run) => timeOf(run) !== null);
  return areDated ? runs.sort((a, b) => compare(timeOf(b) ?? '', timeOf(a) ?? '')) : runs;
}

/** Instants in the same notation sort like strings. */
function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function timeOf({ finished_at, started_at }: SyncRun): string | null {
  return finished_at ?? started_at;
}

const FINISHED: ReadonlyMap<string, string> = new Map([
  ['succeeded', 'completed'],
  ['incomplete', 'partial'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
]);
const UNFINISHED: ReadonlyMap<string, string> = new Map([
  ['pending', 'queued'],
  ['queued', 'queued'],
  ['running', 'running'],
]);

/** A refresh loads the past again. What any other type of job does is not known, whatever its outcome. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['sync', 'regular'],
  ['refresh', 'history'],
]);

function runOf({ jobType, status, startTime, lastUpdatedAt, rowsSynced }: Job): SyncRun {
  const kind = KINDS.get(jobType ?? '');
  const finished = FINISHED.get(status ?? '');
  const known = finished ?? UNFINISHED.get(status ?? '') ?? asWord(status);
  return {
    status: kind === undefined ? asWord(jobType) : known,
    ...(kind !== undefined && { kind }),
    fetched: null,
    processed: rowsSynced,
    failed: null,
    api_version: null,
    error: null,
    started_at: asInstant(startTime),
    finished_at: finished === undefined ? null : asInstant(lastUpdatedAt),
  };
}
