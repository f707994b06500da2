/**
 * dbt's freshness artifact, version 3: target/sources.json, written by `dbt source freshness`.
 * https://docs.getdbt.com/reference/artifacts/sources-json. These schemas don't name filters, queries or the
 * warehouse's answers, so those are never read.
 */
import * as z from 'zod/mini';
import type { QualityEntry, Source, Stream } from '../schema/snapshot.ts';
import {
  asId,
  asMessage,
  asName,
  asWord,
  atMost,
  BLANK_SOURCE,
  type Draft,
  draftOf,
  profileNames,
  RUNS_NOT_REPORTED,
  refused,
  SOME_SCHEDULE,
} from './draft.ts';
import { asInstant, latest, writtenInstant } from './instants.ts';
import { group, id, positive, text, textOrNumber } from './loose.ts';
import type { Page } from './pages.ts';
import { platformOf } from './platforms.ts';

const thresholdSchema = group({ count: positive, period: text });
const resultSchema = z.object({
  unique_id: id,
  status: text,
  error: textOrNumber,
  max_loaded_at: text,
  criteria: group({ warn_after: thresholdSchema, error_after: thresholdSchema }),
});
const artifactSchema = z.object({
  metadata: z.object({ dbt_schema_version: z.string(), generated_at: text }),
  results: z.catch(z.array(z.unknown()), []),
});

type Result = z.infer<typeof resultSchema>;
type Threshold = z.infer<typeof thresholdSchema>;

/** Whether an item is a dbt artifact of any kind and version. */
export function isDbtArtifact(item: unknown): boolean {
  return z.safeParse(artifactSchema, item).success;
}

const VERSION = '/dbt/sources/v3.json';

/**
 * A dbt source (a schema in the warehouse) is a source, its tables are the streams, the project is the Profile.
 * @param pages in the order in which they were saved: if two hold the same table, the later artifact counts
 * @param takenAt used if the artifact doesn't say when it was made
 */
export function readDbt(pages: readonly Page[], takenAt: Date): Draft {
  const problems: { path: string; message: string }[] = [];
  const artifacts = pages.flatMap(({ file, items }) =>
    items.flatMap((item) => {
      const { data } = z.safeParse(artifactSchema, item);
      const isRead = data?.metadata.dbt_schema_version.endsWith(VERSION);
      const results = data?.results.flatMap((result) => z.safeParse(resultSchema, result).data ?? []) ?? [];
      if (!isRead) problems.push({ path: file, message: OTHER_ARTIFACT });
      else if (results.length < (data?.results.length ?? 0)) problems.push({ path: file, message: NAMELESS });
      return [{ made: asInstant(data?.metadata.generated_at ?? null), results }];
    }),
  );
  if (problems.length > 0) return { ok: false, problems };

  const made = artifacts.map((artifact) => artifact.made);
  const isDated = made.every((instant) => instant !== null);
  const first = made.toSorted()[0] ?? null;
  const last = latest(made);
  if (isDated && first !== null && last !== null && Date.parse(last) - Date.parse(first) > MOST_APART)
    return refused(
      pages,
      'were made more than an hour apart, and a verdict needs one instant: choose them one at a time',
    );

  const inOrder = artifacts.toSorted((a, b) => ((a.made ?? '') < (b.made ?? '') ? -1 : 1));
  const results = new Map(inOrder.flatMap((artifact) => artifact.results).map((one) => [one.unique_id, one]));
  if (results.size === 0)
    return refused(
      pages,
      'hold no source: none in the project has a freshness to check. Set one, then run dbt source freshness',
    );

  const bySource = Map.groupBy(results.values(), (result) => JSON.stringify(placeOf(result).slice(0, 2)));
  const projects = new Map(
    Array.from(results.values(), placeOf).map(([project]) => [idOf(project), project]),
  );
  return draftOf({
    madeFrom: 'dbt’s source freshness',
    notReported: ['sync runs', 'mapping', 'accounts', 'sign-in', 'your role'],
    takenAt: (isDated ? last : null) ?? writtenInstant(takenAt.getTime()),
    takenFrom: isDated ? 'export' : 'file',
    profiles: profileNames(projects.keys(), projects, 'dbt project'),
    sources: Array.from(bySource.values(), sourceOf),
  });
}

const OTHER_ARTIFACT =
  'is another of dbt’s files, or of another version: choose target/sources.json (version 3), which dbt source freshness writes';

const NAMELESS = 'holds a result without a unique_id: run dbt source freshness again';

/** Milliseconds. */
const MOST_APART = 60 * 60_000;

/** Project, source and table of `source.my_project.google_ads.campaigns`. */
function placeOf({ unique_id }: Result): [project: string, source: string, table: string] {
  const [kind, project = '', source = '', ...table] = unique_id.split('.');
  return kind === 'source' && table.length > 0
    ? [project, source, table.join('.')]
    : ['', unique_id, unique_id];
}

function idOf(project: string): string {
  return asId(project || 'dbt');
}

function sourceOf(tables: readonly Result[]): Source {
  const [project, source] = tables[0] ? placeOf(tables[0]) : ['', ''];
  const streams = tables.map(streamOf);
  const lastLoad = latest(streams.map(({ last_successful_sync }) => last_successful_sync));
  const thresholds = loosest(tables);
  const isFresh = tables.some(({ status }) => status?.toLowerCase() === 'pass');
  /** Whether schedule and last loads alone lead to dbt's verdict on a table. For a late table only if all are late. */
  const isJudgedBySchedule = (table: Result) => {
    const own = thresholdsOf(table);
    const isSame = own.warn === thresholds.warn && own.error === thresholds.error;
    return isSame && !(isFresh && table.status?.toLowerCase() === 'warn');
  };
  return {
    ...BLANK_SOURCE,
    id: asId(`${project}.${source}`),
    profile_id: idOf(project),
    name: asName(source, 'dbt source'),
    platform: platformOf(source) ?? 'dbt',
    connection: 'connected',
    schedule: {
      ...SOME_SCHEDULE,
      late_after_minutes: thresholds.warn,
      stale_after_minutes: thresholds.error,
    },
    technical: { ...BLANK_SOURCE.technical, last_successful_sync: lastLoad },
    // If no table could be checked, it is not known whether data ever arrived.
    sync_history:
      lastLoad === null && tables.some(({ status }) => isFailed(status)) ? [RUNS_NOT_REPORTED] : [],
    streams: atMost('streams', streams),
    data_quality: atMost(
      'data_quality',
      tables.flatMap((table) => entriesOf(table, isJudgedBySchedule)),
    ),
  };
}

/** dbt could not query the warehouse. */
function isFailed(status: string | null): boolean {
  return status?.toLowerCase() === 'runtime error';
}

function streamOf(result: Result): Stream {
  const [, , table] = placeOf(result);
  const error = {
    code: result.status,
    message: asMessage(String(result.error ?? 'dbt could not check this table.')),
  };
  return {
    name: asName(table, 'table'),
    last_successful_sync: asInstant(result.max_loaded_at),
    error: isFailed(result.status) ? error : null,
  };
}

interface Thresholds {
  /** Minutes. */
  warn: number | null;
  error: number | null;
}

const PERIOD_MINUTES: Record<string, number> = { minute: 1, hour: 60, day: 1440 };

function thresholdsOf({ criteria }: Result): Thresholds {
  const minutes = (threshold: Threshold | undefined) =>
    threshold ? (threshold.count ?? 0) * (PERIOD_MINUTES[threshold.period ?? ''] ?? 0) || null : null;
  return { warn: minutes(criteria?.warn_after), error: minutes(criteria?.error_after) };
}

/** A source has one schedule. Where its tables differ, this one calls none of them late too early. */
function loosest(tables: readonly Result[]): Thresholds {
  const checked = tables.filter(({ status }) => !isFailed(status)).map(thresholdsOf);
  const longest = (minutes: (number | null)[]) =>
    minutes.length === 0 || minutes.includes(null) ? null : Math.max(...minutes.map(Number));
  return {
    warn: longest(checked.map(({ warn }) => warn)),
    error: longest(checked.map(({ error }) => error)),
  };
}

const KNOWN_STATUSES: ReadonlyMap<string, string | null> = new Map([
  ['pass', null],
  ['warn', 'WARNING'],
  ['error', 'ERROR'],
  ['runtime error', null],
]);

/** What dbt says about a table beyond the rest of the source. */
function entriesOf(table: Result, isJudgedBySchedule: (table: Result) => boolean): QualityEntry[] {
  const severity = KNOWN_STATUSES.get(table.status?.toLowerCase() ?? '');
  const entry = (word: string, says: string): QualityEntry[] => [
    { severity: word, code: 'source_freshness', message: asMessage(`Table “${placeOf(table)[2]}”: ${says}`) },
  ];
  // A status that this version doesn't know makes the verdict unknown.
  if (severity === undefined)
    return entry(asWord(table.status), 'dbt gives it a status that is not known here.');
  if (severity === null) return [];
  if (asInstant(table.max_loaded_at) === null)
    return entry(severity, 'dbt finds no row that says when it was loaded.');
  return isJudgedBySchedule(table) ? [] : entry(severity, 'its data is older than dbt allows it to be.');
}
