import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import { countStatuses, rangeFetched, type StatusCount } from '../lib/panel/run-chart.ts';
import type { SyncRun } from '../lib/schema/snapshot.ts';
import { ERROR_KIND_WORDS, errorKind } from '../lib/status/error-kinds.ts';
import { lengthOfRun, timeOfRun } from '../lib/status/instants.ts';
import { MINUTE, spellDuration } from '../lib/status/wording.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { RunChart } from './RunChart.tsx';
import { Section } from './Section.tsx';
import css from './SyncHistory.module.css';
import { type Tone, ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

/** As many as the chart has bars, and the table rows until the reader asks for more. */
const NEWEST = 30;

const TONES: ReadonlyMap<string, Tone> = new Map([
  ['completed', 'healthy'],
  ['partial', 'warning'],
  ['failed', 'error'],
  ['cancelled', 'off'],
  ['running', 'pending'],
  ['queued', 'pending'],
]);

interface Props {
  /** Newest first. */
  runs: SyncRun[];
  platform: string;
  /** The snapshot's instant in milliseconds, from which relative times count. */
  asOf: number;
  format: Format;
}

/** The newest runs as a chart, and all of them in a table that can be narrowed to one status. */
export function SyncHistory({ runs, platform, asOf, format }: Props) {
  const status = useSignal<string | null>(null);
  const statuses = countStatuses(runs);
  const chosen = runs.filter((run) => status.value === null || run.status === status.value);
  return (
    <Section id="sync-history" title={t.historyTitle} note={t.historyNote}>
      {runs.length === 0 ? (
        <p class={css.end}>{t.historyNone}</p>
      ) : (
        <>
          <RunChart runs={runs.slice(0, NEWEST)} summary={summarise(runs, format)} />
          {statuses.length > 1 && (
            <Filter
              statuses={statuses}
              total={runs.length}
              chosen={status.value}
              onChoose={(choice) => {
                status.value = choice;
              }}
              format={format}
            />
          )}
          <Runs key={status.value} runs={chosen} platform={platform} asOf={asOf} format={format} />
        </>
      )}
      <p class={css.end}>{t.historyEnd}</p>
    </Section>
  );
}

/** Of the runs in the chart. */
function summarise(runs: SyncRun[], format: Format): string {
  const newest = runs.slice(0, NEWEST);
  const range = rangeFetched(newest);
  return t.runs(
    format.count(newest.length),
    newest.length < runs.length ? format.count(runs.length) : null,
    countStatuses(newest)
      .map(({ status, count }) => `${format.count(count)} ${status}`)
      .join(', '),
    range && t.range(format.count(range.least), format.count(range.most)),
  );
}

interface FilterProps {
  statuses: StatusCount[];
  total: number;
  /** Null for all. */
  chosen: string | null;
  onChoose: (status: string | null) => void;
  format: Format;
}

function Filter({ statuses, total, chosen, onChoose, format }: FilterProps) {
  const choices = [{ status: null, count: total }, ...statuses];
  return (
    <fieldset class={css.filter}>
      <legend class="aside">{t.filter}</legend>
      {choices.map(({ status, count }) => (
        <button
          key={status}
          type="button"
          class={css.choice}
          aria-pressed={status === chosen}
          onClick={() => onChoose(status)}
        >
          {status ?? t.filterAll} {format.count(count)}
        </button>
      ))}
    </fieldset>
  );
}

function Runs({ runs, platform, asOf, format }: Props) {
  const isWhole = useSignal(false);
  const table = useRef<HTMLTableSectionElement>(null);
  const shown = isWhole.value ? runs : runs.slice(0, NEWEST);

  // The button that was pressed is gone: the first of the rows it brought takes the focus.
  useLayoutEffect(() => {
    if (isWhole.value) table.current?.querySelectorAll('tr')[NEWEST]?.focus();
  }, [isWhole.value]);

  return (
    <>
      <table class={css.runs} aria-labelledby="sync-history">
        <thead>
          <tr>
            {[...Object.values(t.historyColumns), t.historyWhen].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={table}>
          {shown.map((run, index) => (
            <Run key={index} run={run} platform={platform} asOf={asOf} format={format} />
          ))}
        </tbody>
      </table>
      {shown.length < runs.length && (
        <button
          type="button"
          class={`link ${css.older}`}
          onClick={() => {
            isWhole.value = true;
          }}
        >
          {t.older(format.count(runs.length - shown.length))}
        </button>
      )}
    </>
  );
}

function Run({ run, platform, asOf, format }: { run: SyncRun } & Omit<Props, 'runs'>) {
  const count = (value: number | null) => (value === null ? t.none : format.count(value));
  const columns = t.historyColumns;
  return (
    <tr class={css.run} tabIndex={-1}>
      <td class={css.status}>
        <ToneIcon tone={TONES.get(run.status) ?? 'unknown'} />
        {run.status}
      </td>
      <td data-label={columns.fetched}>{count(run.fetched)}</td>
      <td data-label={columns.processed}>{count(run.processed)}</td>
      <td data-label={columns.failed} data-failed={run.failed !== null && run.failed > 0}>
        {count(run.failed)}
      </td>
      <td data-label={columns.apiVersion}>{run.api_version ?? t.none}</td>
      <td data-label={columns.error} class={run.error === null ? undefined : css.error}>
        {run.error === null ? (
          t.none
        ) : (
          <>
            <code>{run.error.code}</code> — {ERROR_KIND_WORDS[errorKind(platform, run.error.code ?? '')]}.{' '}
            <q>{run.error.message}</q>
          </>
        )}
      </td>
      <td class={css.when}>
        <When run={run} asOf={asOf} format={format} />
      </td>
    </tr>
  );
}

/** `2 hours ago 06:00 took 2 min`: nothing of it needs a pointer to be read. */
function When({ run, asOf, format }: { run: SyncRun; asOf: number; format: Format }) {
  const time = timeOfRun(run);
  if (time === null) return null;
  const length = lengthOfRun(run);
  const age = format.relative(time, asOf);
  return (
    <>
      <span>{run.finished_at === null ? t.started(age) : age}</span>{' '}
      <time dateTime={time}>{format.instantSeenAt(time, asOf)}</time>{' '}
      {length !== null && (
        <span>{t.took(length < MINUTE ? t.seconds(Math.round(length / 1000)) : spellDuration(length))}</span>
      )}
    </>
  );
}
