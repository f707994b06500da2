/** The lengths of time and the counts that the rules compare. */
import type { SyncRun } from '../schema/snapshot.ts';
import { type ErrorKind, errorKind } from './error-kinds.ts';
import { type Facts, later, millisecondsUntil } from './facts.ts';
import { KNOWN_WORDS } from './vocabulary.ts';
import { HOUR, MINUTE } from './wording.ts';

/** Milliseconds since the last success; NaN where it is not known. */
export function ageOfData({ age }: Facts): number {
  return age ?? Number.NaN;
}

/** Minutes between two syncs of the schedule; NaN for a source that is synced by hand only. */
export function everyMinutes({ source }: Facts): number {
  return source.schedule?.every_minutes ?? Number.NaN;
}

/** The age of the last success in intervals of the schedule; NaN where either is not known. */
export function intervalsOld(facts: Facts): number {
  return ageOfData(facts) / (everyMinutes(facts) * MINUTE);
}

/** Milliseconds by which the latest time in the data is after the snapshot; NaN where none is given. */
export function furthestAhead(facts: Facts): number {
  const { technical, sync_history } = facts.source;
  let last = technical.last_successful_sync;
  for (const run of sync_history) last = later(last, later(run.started_at, run.finished_at));
  return millisecondsUntil(last, facts.asOf);
}

/** Milliseconds since the start of the run that has been running longest; 0 where none is. */
export function longestRunning(facts: Facts): number {
  let longest = 0;
  for (const run of facts.source.sync_history) {
    if (run.status !== 'running') continue;
    const length = -millisecondsUntil(run.started_at, facts.asOf);
    if (length > longest) longest = length;
  }
  return longest;
}

/** Milliseconds after which a running sync counts as stuck. */
export function stuckAfter({ source: { schedule } }: Facts): number {
  const minutes = schedule?.every_minutes ?? null;
  return minutes === null ? 24 * HOUR : Math.max(2 * minutes * MINUTE, 6 * HOUR);
}

/** The version of the newest run that names one. */
export function servedVersion({ source }: Facts): string | null {
  return source.sync_history.find((run) => run.api_version !== null)?.api_version ?? null;
}

/** Of the newest failed run. */
export function newestErrorKind({ source, failuresInARow }: Facts): ErrorKind {
  return errorKind(source.platform, failuresInARow[0]?.error?.code ?? '');
}

/** By how many rows processed and failed together exceed the fetched; NaN where one is not reported. */
export function rowsTooMany(run: SyncRun | undefined): number {
  if (run === undefined || run.fetched === null || run.processed === null || run.failed === null)
    return Number.NaN;
  return run.processed + run.failed - run.fetched;
}

export function countsNotReported(run: SyncRun | undefined): string[] {
  if (run === undefined) return [];
  return (['fetched', 'processed', 'failed'] as const).filter((count) => run[count] === null);
}

/** Words of the data that this version does not know, each with its place: `connection “paused”`. */
export function unknownWords({ source, newestRun }: Facts): string[] {
  const { technical, data_quality } = source;
  const unknown = new Set<string>();
  const check = (place: string, word: string | null | undefined, known: readonly string[]) => {
    if (word != null && !known.includes(word)) unknown.add(`${place} “${word}”`);
  };
  check('connection', source.connection, KNOWN_WORDS.connection);
  check('api_version_review', technical.api_version_review, KNOWN_WORDS.api_version_review);
  check('mapping_status', technical.mapping_status, KNOWN_WORDS.mapping_status);
  check('disabled_by', source.disabled_by, KNOWN_WORDS.disabled_by);
  check('sync status', newestRun?.status, KNOWN_WORDS.sync_status);
  for (const { severity } of data_quality) check('severity', severity, KNOWN_WORDS.severity);
  return [...unknown].sort();
}
