/** The chart of the runs as numbers: where each bar is. */
import type { SyncRun } from '../schema/snapshot.ts';

/** Pixels from the top of the highest bar to the baseline. */
export const CHART_HEIGHT = 72;

/** So that a few runs are still slim bars, at the newest end. */
const LEAST_SLOTS = 15;
/** How much of its slot a bar fills. */
const FILL = 0.72;
/** Minimum height in pixels of anything that is reported, even of 0. */
const LEAST_HEIGHT = 1.5;
/** Taller bars are cut off at this many medians, or one would flatten all others. */
const MOST_MEDIANS = 3;

/** Measured from the top, in pixels. */
export interface Block {
  y: number;
  height: number;
}

export interface ChartBar {
  status: string;
  /** From the oldest end, in percent of the chart's width. */
  x: number;
  width: number;
  /** Null if not reported; processed and failed also if 0. */
  fetched: Block | null;
  processed: Block | null;
  failed: Block | null;
  /** Finished, but none of its counts is reported. */
  isGap: boolean;
  /** Taller than the chart. */
  isCut: boolean;
}

/** @param runs newest first; the bars are oldest first */
export function layOutRuns(runs: readonly SyncRun[]): ChartBar[] {
  const slots = Math.max(runs.length, LEAST_SLOTS);
  const slot = 100 / slots;
  const top = topOf(runs);
  const heightOf = (rows: number) => Math.min(CHART_HEIGHT, (rows / top) * CHART_HEIGHT);
  return runs.toReversed().map((run, index) => {
    const { fetched, processed, failed } = run;
    const processedHeight = heightOf(processed ?? 0);
    return {
      status: run.status,
      x: (slots - runs.length + index + (1 - FILL) / 2) * slot,
      width: slot * FILL,
      fetched: fetched === null ? null : blockOn(0, heightOf(fetched)),
      processed: processed ? blockOn(0, processedHeight) : null,
      failed: failed ? blockOn(processedHeight, heightOf((processed ?? 0) + failed) - processedHeight) : null,
      isGap: fetched === null && processed === null && failed === null && !isUnderWay(run),
      isCut: rowsOf(run) > top,
    };
  });
}

/** @param base pixels above the baseline */
function blockOn(base: number, height: number): Block {
  const visible = Math.max(height, LEAST_HEIGHT);
  return { y: Math.max(CHART_HEIGHT - base - visible, 0), height: visible };
}

/** The rows at the chart's top: the most of any run, or a few medians. */
function topOf(runs: readonly SyncRun[]): number {
  const sizes = runs
    .map(rowsOf)
    .filter((rows) => rows > 0)
    .sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 1;
  return Math.min(sizes.at(-1) ?? 1, median * MOST_MEDIANS);
}

function rowsOf({ fetched, processed, failed }: SyncRun): number {
  return Math.max(fetched ?? 0, (processed ?? 0) + (failed ?? 0));
}

function isUnderWay({ status }: SyncRun): boolean {
  return status === 'running' || status === 'queued';
}

/** Fewer runs than this are clearer as a row of marks. */
const LEAST_BARS = 6;

/** Whether bars say more than statuses: there are enough runs, and at least half of them report rows. */
export function isWorthBars(runs: readonly SyncRun[]): boolean {
  return runs.length >= LEAST_BARS && 2 * runs.filter((run) => rowsOf(run) > 0).length >= runs.length;
}

export interface StatusCount {
  status: string;
  count: number;
}

/** How many runs have each status that occurs, the most frequent first. */
export function countStatuses(runs: readonly SyncRun[]): StatusCount[] {
  const counts = new Map<string, number>();
  for (const { status } of runs) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => ({ status, count })).sort((a, b) => b.count - a.count);
}
