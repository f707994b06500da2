import type { SyncRun } from '../schema/snapshot.ts';
import { isLater, timeOfRun } from './instants.ts';

type Dated = Pick<SyncRun, 'started_at' | 'finished_at'>;

/**
 * Sorts the runs newest first. Runs without a date keep their position; the dated ones fill the other positions by time.
 * @returns the same array if it is already sorted
 */
export function newestFirst<Run extends Dated>(runs: Run[]): Run[] {
  if (areNewestFirst(runs)) return runs;
  const dated = runs.flatMap((run) => {
    const time = timeOfRun(run);
    return time === null ? [] : { run, time: Date.parse(time) };
  });
  dated.sort((a, b) => b.time - a.time);
  const inOrder = dated.values();
  return runs.map((run) => (timeOfRun(run) === null ? run : (inOrder.next().value?.run ?? run)));
}

function areNewestFirst(runs: readonly Dated[]): boolean {
  let newer: string | null = null;
  for (const run of runs) {
    const time = timeOfRun(run);
    if (time === null) continue;
    if (newer !== null && isLater(time, newer)) return false;
    newer = time;
  }
  return true;
}
