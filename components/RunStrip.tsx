import { type RunStatus, statusesOf } from '../lib/snapshot/rows/runs.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './RunStrip.module.css';

/** A bar's width, and the distance from one bar to the next. */
const BAR = 3;
const STEP = 4;

/** Top and bottom, in pixels from the top of 14: success rises from the middle, failure hangs down from it. */
const SHAPES: Record<RunStatus, readonly [from: number, to: number]> = {
  completed: [2, 10],
  partial: [6, 10],
  failed: [6, 14],
  cancelled: [8, 10],
  running: [3, 6],
  queued: [7, 10],
  other: [9, 12],
};

interface Strip {
  words: string;
  width: number;
  /** One path for all bars of a status: a list may have ten thousand bars. */
  bars: { status: RunStatus; path: string }[];
}

/** A cache: most sources share a few strips. */
const strips = new Map<string, Strip>();

function stripOf(letters: string): Strip {
  const known = strips.get(letters);
  if (known) return known;
  const statuses = statusesOf(letters);
  const byStatus = Map.groupBy(statuses.keys(), (index) => statuses[index] ?? 'other');
  const width = STEP * statuses.length - 1;
  const strip = {
    width,
    words: texts.list.runs(
      statuses.length,
      Array.from(byStatus, ([status, indexes]) => [status, indexes.length] as const),
    ),
    bars: Array.from(byStatus, ([status, indexes]) => ({
      status,
      path: indexes.map((index) => barOf(width - BAR - STEP * index, SHAPES[status])).join(''),
    })),
  };
  strips.set(letters, strip);
  return strip;
}

const barOf = (x: number, [from, to]: readonly [number, number]) =>
  `M${x} ${from}h${BAR}v${to - from}h${-BAR}z`;

/**
 * The last runs, one bar each, newest last. Height, position and colour show the status. Empty if no run is known.
 * @param runs a row's `runs`
 */
export function RunStrip({ runs }: { runs: string }) {
  if (runs === '') return null;
  const { words, width, bars } = stripOf(runs);
  return (
    <svg class={css.strip} viewBox={`0 0 ${width} 14`} role="img">
      <title>{words}</title>
      {bars.map(({ status, path }) => (
        <path key={status} d={path} data-run={status} />
      ))}
    </svg>
  );
}
