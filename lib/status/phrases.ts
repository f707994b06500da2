/** Parts of the rules' sentences; each is empty where the data does not hold the fact. */
import type { SyncRun } from '../schema/snapshot.ts';
import { ERROR_KIND_WORDS } from './error-kinds.ts';
import { type Facts, millisecondsUntil, timeOfRun } from './facts.ts';
import { ageOfData, everyMinutes, newestErrorKind } from './measures.ts';
import { spellCount, spellDuration, spellInterval, spellNoun } from './wording.ts';

/** ` 9 days ago`, for an instant that has passed. */
export function ago(facts: Facts, instant: string | null): string {
  const passed = -millisecondsUntil(instant, facts.asOf);
  return passed >= 0 ? ` ${spellDuration(passed)} ago` : '';
}

export function agoOfRun(facts: Facts, run: SyncRun | undefined): string {
  return ago(facts, timeOfRun(run));
}

/** `, the first 3 days ago` */
export function sinceOldestFailure(facts: Facts): string {
  const first = agoOfRun(facts, facts.failuresInARow.at(-1));
  return first === '' ? '' : `, the first${first}`;
}

export function newestError(facts: Facts): string {
  const code = facts.failuresInARow[0]?.error?.code;
  return code === undefined
    ? 'no error was reported'
    : `${ERROR_KIND_WORDS[newestErrorKind(facts)]} (${code})`;
}

export function apiVersion({ source: { technical } }: Facts): string {
  return technical.api_version === null ? 'The API version' : `API version ${technical.api_version}`;
}

export function lastSuccessAgainstSchedule(facts: Facts): string {
  return `Last success ${spellDuration(ageOfData(facts))} ago, due ${spellInterval(everyMinutes(facts))}.`;
}

/** `: 14 of 10,000 rows failed` */
export function failedRows(run: SyncRun | undefined): string {
  if (!run?.failed) return '';
  if (run.fetched === null) return `: ${spellNoun(run.failed, 'row')} failed`;
  return `: ${spellCount(run.failed)} of ${spellNoun(run.fetched, 'row')} failed`;
}
