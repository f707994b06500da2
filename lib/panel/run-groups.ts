/** The rows of the sync history: consecutive runs that failed alike share one. */
import type { SyncRun } from '../schema/snapshot.ts';
import { timeOfRun } from '../status/instants.ts';

const COUNTS = ['fetched', 'processed', 'failed'] as const;
export type CountName = (typeof COUNTS)[number];

export interface RunGroup {
  /** Newest first, at least one, all with the same status. */
  runs: readonly [SyncRun, ...SyncRun[]];
  /** Whether a newer group has the same error, which is explained there. */
  isExplained: boolean;
}

/** @param runs newest first, like the groups */
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

/** Keeps missing values visible: a run without a time or a count is not grouped with one that has it. */
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

/** The least and the most of a count; null if no run reports it. */
export function rangeOf(runs: readonly SyncRun[], count: CountName): { least: number; most: number } | null {
  const counts = runs.flatMap((run) => run[count] ?? []);
  if (counts.length === 0) return null;
  return { least: counts.reduce((a, b) => Math.min(a, b)), most: counts.reduce((a, b) => Math.max(a, b)) };
}
