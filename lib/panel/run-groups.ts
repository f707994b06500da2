/** The rows of the sync history: runs that failed alike in a row share one. */
import type { SyncRun } from '../schema/snapshot.ts';
import { timeOfRun } from '../status/instants.ts';

const COUNTS = ['fetched', 'processed', 'failed'] as const;
export type CountName = (typeof COUNTS)[number];

export interface RunGroup {
  /** Newest first, one or more, all of one status. */
  runs: readonly [SyncRun, ...SyncRun[]];
  /** Whether a newer group has the same error, so that it is already explained. */
  isExplained: boolean;
}

/** @param runs newest first; so are the groups */
export function groupRuns(runs: readonly SyncRun[]): RunGroup[] {
  const groups: { runs: [SyncRun, ...SyncRun[]]; isExplained: boolean }[] = [];
  const explained = new Set<string>();
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && failAlike(group.runs[0], run)) {
      group.runs.push(run);
      continue;
    }
    const error = JSON.stringify(run.error);
    groups.push({ runs: [run], isExplained: run.error !== null && explained.has(error) });
    explained.add(error);
  }
  return groups;
}

/** What is not reported stays visible: a run without a time, or without a count, is not put together with one that has it. */
function failAlike(a: SyncRun, b: SyncRun): boolean {
  return (
    a.error !== null &&
    b.error !== null &&
    a.error.code === b.error.code &&
    a.error.message === b.error.message &&
    a.status === b.status &&
    a.kind === b.kind &&
    a.api_version === b.api_version &&
    (timeOfRun(a) === null) === (timeOfRun(b) === null) &&
    COUNTS.every((count) => (a[count] === null) === (b[count] === null))
  );
}

/** The least and the most of a count; null where it is not reported. */
export function rangeOf({ runs }: RunGroup, count: CountName): { least: number; most: number } | null {
  const counts = runs.flatMap((run) => run[count] ?? []);
  if (counts.length === 0) return null;
  return { least: counts.reduce((a, b) => Math.min(a, b)), most: counts.reduce((a, b) => Math.max(a, b)) };
}
