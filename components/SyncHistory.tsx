import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import { countStatuses, rangeFetched, type StatusCount } from '../lib/panel/run-chart.ts';
import type { SyncRun } from '../lib/schema/snapshot.ts';
import { explainError, spellExplanation } from '../lib/status/errors/explain.ts';
import { lengthOfRun, timeOfRun } from '../lib/status/instants.ts';
import { MINUTE, spellDuration } from '../lib/status/wording.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { RunChart } from './RunChart.tsx';
import { Section } from './Section.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import css from './SyncHistory.module.css';
import { type Tone, ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

/** As many as the chart has bars, and the table rows before the user asks for more. */
const NEWEST = 30;
/** More statuses than any platform has; a file may hold thousands. */
const STATUSES_AT_ONCE = 12;

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
  const choice = useSignal<string | null>(null);
  const statuses = countStatuses(runs);
  // A newer history may have no run of the status that was chosen.
  const status = statuses.some((count) => count.status === choice.value) ? choice.value : null;
  const chosen = runs.filter((run) => status === null || run.status === status);
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
              chosen={status}
              onChoose={(chosen) => {
                choice.value = chosen;
              }}
              format={format}
            />
          )}
          <Runs key={status} runs={chosen} platform={platform} asOf={asOf} format={format} />
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
    newest.length,
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
  const { shown, rest, showMore } = useBounded(statuses, STATUSES_AT_ONCE);
  const choices = useRef<HTMLDivElement>(null);
  return (
    <fieldset class={css.filter}>
      <legend class="aside">{t.filter}</legend>
      <div class={css.choices} ref={choices}>
        {[{ status: null, count: total }, ...shown].map(({ status, count }) => (
          <button
            key={status}
            type="button"
            class={css.choice}
            aria-pressed={status === chosen}
            onClick={() => onChoose(status)}
          >
            {status === null ? t.filterAll : <bdi>{status}</bdi>} {format.count(count)}
          </button>
        ))}
      </div>
      <ShowMore
        rest={rest}
        label={(count) => t.more(format.count(count))}
        onClick={showMore}
        list={choices}
      />
    </fieldset>
  );
}

function Runs({ runs, platform, asOf, format }: Props) {
  const { shown, rest, showMore } = useBounded(runs, NEWEST);
  const body = useRef<HTMLTableSectionElement>(null);
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
        <tbody ref={body}>
          {shown.map((run, index) => (
            <Run key={index} run={run} platform={platform} asOf={asOf} format={format} />
          ))}
        </tbody>
      </table>
      <div class={css.older}>
        <ShowMore
          rest={rest}
          label={(count) => t.older(count, format.count(count))}
          onClick={showMore}
          list={body}
        />
      </div>
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
            {run.error.code !== null && <code>{run.error.code}</code>}
            {spellExplanation(explainError(platform, run.error))}{' '}
            {run.error.message !== null && (
              <q>
                <bdi>{run.error.message}</bdi>
              </q>
            )}
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
