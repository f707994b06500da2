import type { ComponentChildren } from 'preact';
import { CHART_HEIGHT, type ChartBar, isWorthBars, layOutRuns } from '../lib/panel/run-chart.ts';
import type { SyncRun } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './RunChart.module.css';
import { toneOfRun } from './run-tones.ts';
import { ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

/** Drawn around 0, below a run's bar. A completed run needs none. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['completed', ''],
  ['failed', 'M-2.5-2.5l5 5m0-5l-5 5'],
  ['partial', 'M0-2.7 2.9 2.4H-2.9z'],
  ['cancelled', 'M-2.7 0h5.4'],
  ['running', 'M-2.5 0a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1-5 0'],
  ['queued', 'M-2.7 0h.1M0 0h.1M2.7 0h.1'],
]);
const UNKNOWN_MARK = 'M0-2.9 2.9 0 0 2.9-2.9 0z';

const MARKS_HEIGHT = 10;
const HATCHING = 'rows-failed';

interface Props {
  /** Newest first. */
  runs: SyncRun[];
  /** What the chart shows, in one sentence. */
  summary: string;
}

/** A bar or a mark per run, oldest to newest. The table below has the same figures, so its alternative is one sentence. */
export function RunChart({ runs, summary }: Props) {
  return (
    <figure class={css.figure}>
      <figcaption dir="ltr">{summary}</figcaption>
      {isWorthBars(runs) ? <Bars bars={layOutRuns(runs)} /> : <Strip runs={runs} />}
    </figure>
  );
}

function Strip({ runs }: Pick<Props, 'runs'>) {
  return (
    <p class={css.strip} aria-hidden="true">
      {t.strip}
      {runs.toReversed().map(({ status }, index) => (
        <ToneIcon key={index} tone={toneOfRun(status)} />
      ))}
    </p>
  );
}

function Bars({ bars }: { bars: ChartBar[] }) {
  return (
    <>
      <svg class={css.chart} height={CHART_HEIGHT + MARKS_HEIGHT} role="img" aria-label={t.chart}>
        <pattern id={HATCHING} width="3" height="3" patternUnits="userSpaceOnUse">
          <path class={css.hatching} d="M-1 1l2-2M0 3l3-3M2 4l2-2" />
        </pattern>
        {bars.map((bar, index) => (
          <RunBar key={index} bar={bar} />
        ))}
        <line class={css.base} x1="0" x2="100%" y1={CHART_HEIGHT} y2={CHART_HEIGHT} />
      </svg>
      <Legend bars={bars} />
    </>
  );
}

function RunBar({ bar: { status, x, width, fetched, processed, failed, isGap, isCut } }: { bar: ChartBar }) {
  const place = { x: `${x}%`, width: `${width}%` };
  const middle = `${x + width / 2}%`;
  return (
    <>
      {fetched && <rect class={css.fetched} data-status={status} {...place} {...fetched} />}
      {processed && <rect class={css.processed} {...place} {...processed} />}
      {failed && <rect class={css.failed} fill={`url(#${HATCHING})`} {...place} {...failed} />}
      {isGap && <line class={css.gap} x1={middle} x2={middle} y1={CHART_HEIGHT / 2} y2={CHART_HEIGHT} />}
      {isCut && <line class={css.cut} x1={`${x}%`} x2={`${x + width}%`} y1="9" y2="6" />}
      <Mark x={middle} y={CHART_HEIGHT + 6} status={status} />
    </>
  );
}

function Mark({ x, y, status }: { x: string; y: number; status: string }) {
  return (
    <svg x={x} y={y} class={css.marks} aria-hidden="true">
      <path class={css.mark} data-status={status} d={MARKS.get(status) ?? UNKNOWN_MARK} />
    </svg>
  );
}

/** Only the items that occur in this chart. */
function Legend({ bars }: { bars: ChartBar[] }) {
  const box = { x: 1, y: 1, width: 10, height: 10 };
  const statuses = [...new Set(bars.map(({ status }) => status))].filter((status) => status !== 'completed');
  return (
    <ul class={css.legend} aria-hidden="true" dir="ltr">
      <li>{t.chartNewest}</li>
      {bars.some(({ processed }) => processed) && (
        <Key label={t.chartProcessed}>
          <rect class={css.processed} {...box} />
        </Key>
      )}
      {bars.some(({ failed }) => failed) && (
        <Key label={t.chartFailed}>
          <rect class={css.failed} fill={`url(#${HATCHING})`} {...box} />
        </Key>
      )}
      {bars.some(hasFetchedOnly) && (
        <Key label={t.chartFetched}>
          <rect class={css.fetched} {...box} />
        </Key>
      )}
      {bars.some(({ isGap }) => isGap) && (
        <Key label={t.chartGap}>
          <line class={css.gap} x1="6" x2="6" y1="0" y2="12" />
        </Key>
      )}
      {bars.some(({ isCut }) => isCut) && (
        <Key label={t.chartCut}>
          <rect class={css.processed} {...box} />
          <line class={css.cut} x1="0" x2="12" y1="7" y2="4" />
        </Key>
      )}
      {statuses.map((status) => (
        <Key key={status} label={status}>
          <Mark x="6" y={6} status={status} />
        </Key>
      ))}
    </ul>
  );
}

function hasFetchedOnly({ fetched, processed, failed }: ChartBar): boolean {
  const rest = (fetched?.height ?? 0) - (processed?.height ?? 0) - (failed?.height ?? 0);
  // A bar for zero rows is a line 1.5 pixels high.
  return rest > 2;
}

function Key({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <li class={css.key}>
      <svg class={css.sample} aria-hidden="true" width="12" height="12">
        {children}
      </svg>
      {label}
    </li>
  );
}
