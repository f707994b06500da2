import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import { countStatuses, type StatusCount } from '../lib/panel/run-chart.ts';
import { type CountName, groupRuns, type RunGroup, rangeOf } from '../lib/panel/run-groups.ts';
import type { SyncRun } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { RunChart } from './RunChart.tsx';
import { RunError } from './RunError.tsx';
import { RunTime } from './RunTime.tsx';
import { toneOfRun } from './run-tones.ts';
import { Section } from './Section.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import css from './SyncHistory.module.css';
import { ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

/** The number of bars in the chart, and of rows in the table before the user asks for more. */
const NEWEST = 30;
/** More statuses than any platform has; a file may have thousands. */
const STATUSES_AT_ONCE = 12;

interface Props {
  /** Newest first. */
  runs: SyncRun[];
  platform: string;
  /** The snapshot's instant in milliseconds, from which relative times count. */
  asOf: number;
  format: Format;
}

/** The newest runs as a chart, and all of them in a table that can be filtered by status. */
export function SyncHistory({ runs, platform, asOf, format }: Props) {
  const choice = useSignal<string | null>(null);
  const statuses = countStatuses(runs);
  // A newer history may have no run with the chosen status.
  const status = statuses.some((count) => count.status === choice.value) ? choice.value : null;
  const groups = groupRuns(runs).filter((group) => status === null || group.runs[0].status === status);
  return (
    <Section id="sync-history" title={t.historyTitle} note={t.historyNote}>
      {runs.length === 0 ? (
        <p class={css.end} dir="ltr">
          {t.historyNone}
        </p>
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
          <Runs key={status} groups={groups} platform={platform} asOf={asOf} format={format} />
        </>
      )}
      <p class={css.end} dir="ltr">
        {t.historyEnd}
      </p>
    </Section>
  );
}

/** About the runs in the chart. */
function summarise(runs: SyncRun[], format: Format): string {
  const newest = runs.slice(0, NEWEST);
  const completed = newest.filter(({ status }) => status === 'completed');
  const range = rangeOf(completed, 'fetched');
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
  /** Null means all. */
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

function Runs({ groups, platform, asOf, format }: { groups: RunGroup[] } & Omit<Props, 'runs'>) {
  const { shown, rest, showMore } = useBounded(groups, NEWEST);
  const older = groups.slice(shown.length).reduce((sum, { runs }) => sum + runs.length, 0);
  const body = useRef<HTMLTableSectionElement>(null);
  return (
    <>
      <table class={css.runs} aria-labelledby="sync-history">
        <thead>
          <tr>
            {Object.values(t.historyColumns).map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((group, index) => (
            <Row key={index} group={group} platform={platform} asOf={asOf} format={format} />
          ))}
        </tbody>
      </table>
      <div class={css.older}>
        <ShowMore
          rest={rest}
          label={() => t.older(older, format.count(older))}
          onClick={showMore}
          list={body}
        />
      </div>
    </>
  );
}

/** One run, or several in a row that failed alike. */
function Row({ group, platform, asOf, format }: { group: RunGroup } & Omit<Props, 'runs'>) {
  const { runs, isExplained } = group;
  const [{ status, kind, api_version, error }] = runs;
  const columns = t.historyColumns;
  return (
    <tr tabIndex={-1}>
      <th scope="row" class={css.run}>
        <span class={css.status}>
          <ToneIcon tone={toneOfRun(status)} />
          <bdi>{status}</bdi>
          {runs.length > 1 && ` ${t.times(format.count(runs.length))}`}
        </span>{' '}
        {kind !== undefined && kind !== 'regular' && (
          <span class={css.kind}>{kind === 'history' ? t.historyLoad : <bdi>{kind}</bdi>}</span>
        )}
        <RunTime runs={runs} asOf={asOf} format={format} />
      </th>
      <Count group={group} name="fetched" format={format} />
      <Count group={group} name="processed" format={format} />
      <Count group={group} name="failed" format={format} />
      <td data-label={columns.apiVersion}>
        <bdi>{api_version ?? t.none}</bdi>
      </td>
      <td data-label={columns.error} class={error === null ? undefined : css.error}>
        {error === null ? t.none : <RunError platform={platform} error={error} isExplained={isExplained} />}
      </td>
    </tr>
  );
}

function Count({ group, name, format }: { group: RunGroup; name: CountName; format: Format }) {
  const range = rangeOf(group.runs, name);
  return (
    <td data-label={t.historyColumns[name]} data-failed={name === 'failed' && (range?.most ?? 0) > 0}>
      {range === null ? t.none : t.fromTo(format.count(range.least), format.count(range.most))}
    </td>
  );
}
