/** Whole sentences of the rules, and parts of them; a part is empty if the data lacks the fact. */
import type { Account, Stream, SyncRun } from '../schema/snapshot.ts';
import { MINUTE, spellCount, spellDuration } from './duration.ts';
import { ERROR_KIND_WORDS } from './error-kinds.ts';
import type { Facts } from './facts.ts';
import { intervalOf, lateAfter, namedDue, staleAfter } from './freshness.ts';
import { millisecondsUntil, timeOfRun } from './instants.ts';
import { daysNotReread, emptyStreak, furthestAhead, stuckRun } from './measures.ts';
import { unknownWords } from './unknown-words.ts';
import { spellInterval, spellList, spellNoun, spellSome } from './wording.ts';

/** ` 9 days ago`, for an instant in the past. */
function ago(facts: Facts, instant: string | null | undefined): string {
  const passed = -millisecondsUntil(instant, facts.asOf);
  return passed >= 0 ? ` ${spellDuration(passed)} ago` : '';
}

export function agoOfRun(facts: Facts, run: SyncRun | undefined): string {
  return ago(facts, timeOfRun(run));
}

export function signInEnded(facts: Facts): string {
  const { source, tokenLeft, renewalLeft } = facts;
  return source.connection === 'expired' || tokenLeft <= 0
    ? `Sign-in expired${ago(facts, source.token?.expires_at)}.`
    : `The time for renewing the sign-in ended ${spellDuration(-renewalLeft)} ago.`;
}

/** The end of the sign-in or of renewing it, whichever comes first. */
export function signInEnding({ tokenLeft, renewalLeft }: Facts): string {
  const isTokenFirst = tokenLeft > 0 && !(renewalLeft > 0 && renewalLeft <= tokenLeft);
  return isTokenFirst
    ? `Sign-in expires in ${spellDuration(tokenLeft)} and cannot renew itself.`
    : `Sign-in ends in ${spellDuration(renewalLeft)} and cannot be renewed after that.`;
}

export function apiVersion({ source: { technical } }: Facts): string {
  return technical.api_version === null ? 'The API version' : `API version ${technical.api_version}`;
}

export function newWords(facts: Facts): string {
  const words = unknownWords(facts);
  const it = words.length === 1 ? 'it' : 'them';
  return `New ${spellSome(words)}: this panel cannot judge ${it}.`;
}

export function clockAhead(facts: Facts): string {
  return `A sync is dated ${spellDuration(furthestAhead(facts))} after the snapshot was taken.`;
}

export function failures(facts: Facts): string {
  const { failuresInARow, errorKind } = facts;
  const code = failuresInARow[0]?.error?.code ?? null;
  const why =
    code === null ? 'no error code was reported' : `${ERROR_KIND_WORDS[errorKind ?? 'unknown']} (${code})`;
  if (failuresInARow.length === 1)
    return `The last sync failed${agoOfRun(facts, failuresInARow[0])}: ${why}.`;
  const first = agoOfRun(facts, failuresInARow.at(-1));
  const since = first === '' ? '' : `, the first${first}`;
  return `${spellCount(failuresInARow.length)} syncs in a row failed${since}: ${why}.`;
}

/** Who stopped the source, in the platform's words if it gives a reason. */
export function stopped({ source: { disabled_by, disabled_reason } }: Facts): string {
  const known = new Map([
    ['billing', 'billing, not by a user'],
    ['system', 'the system, not by a user'],
  ]);
  const who = known.get(disabled_by ?? '') ?? `“${disabled_by}”`;
  return `Stopped by ${who}${disabled_reason ? `: “${disabled_reason.replace(/\.$/, '')}”` : ''}.`;
}

/** @param limit the age that the platform itself names for this, or null */
function againstSchedule(facts: Facts, limit: number | null): string {
  const last = `Last success ${spellDuration(facts.age)} ago`;
  if (limit !== null) return `${last}, expected within ${spellDuration(limit)}.`;
  const due = namedDue(facts);
  if (due !== null) return `${last}; the next sync was due${ago(facts, due)}.`;
  return `${last}, due ${spellInterval(intervalOf(facts) / MINUTE)}.`;
}

export function staleData(facts: Facts): string {
  return againstSchedule(facts, staleAfter(facts));
}

export function lateData(facts: Facts): string {
  return againstSchedule(facts, lateAfter(facts));
}

/** `: 14 of 10,000 rows failed` */
export function failedRows(run: SyncRun | undefined): string {
  if (!run?.failed) return '';
  const { fetched, failed } = run;
  if (fetched === null || failed > fetched) return `: ${spellNoun(failed, 'row')} failed`;
  return `: ${spellCount(failed)} of ${spellNoun(fetched, 'row')} failed`;
}

export function nothingArrived(run: SyncRun | undefined): string {
  return run?.fetched
    ? `The last sync fetched ${spellNoun(run.fetched, 'row')}, and none arrived.`
    : `The last sync brought nothing${failedRows(run)}.`;
}

export function stuck(facts: Facts): string {
  const run = stuckRun(facts);
  if (run === undefined) return '';
  const what = run.status === 'queued' ? 'waiting in the queue' : 'running';
  return `A sync has been ${what} for ${spellDuration(run.length)}.`;
}

export function noRows(facts: Facts): string {
  const streak = emptyStreak(facts);
  if (streak === undefined) return '';
  const { length, counted, filled } = streak;
  const syncs = length === 1 ? 'The newest sync' : `The newest ${spellCount(length)} syncs`;
  const before =
    filled === counted ? `the ${spellCount(counted)}` : `${filled} of the ${spellCount(counted)}`;
  return `${syncs} fetched 0 rows; ${before} before fetched more.`;
}

export function streamErrors(failing: readonly Stream[], { source }: Facts): string {
  const { length } = source.streams ?? [];
  const names = failing.map(({ name }) => `“${name}”`);
  return `${spellNoun(failing.length, 'error')} in ${spellNoun(length, 'stream')}: ${someOf(names)}.`;
}

export function streamsLate(late: readonly Stream[], facts: Facts): string {
  const { length } = facts.source.streams ?? [];
  const names = late.map(
    (stream) => `“${stream.name}” (last success${ago(facts, stream.last_successful_sync)})`,
  );
  const are = late.length === 1 ? 'is' : 'are';
  return `${spellCount(late.length)} of ${spellNoun(length, 'stream')} ${are} late: ${someOf(names)}.`;
}

const ACCOUNT_STATUS_WORDS: ReadonlyMap<string, string> = new Map([
  ['no_access', 'no access'],
  ['not_enabled', 'not enabled'],
  ['over_limit', 'over its limit'],
  ['closed', 'closed'],
]);

export function accountsUnreadable({ unreadable, selected }: Facts): string {
  const names = unreadable.map(({ name, status = '' }) => {
    return `“${name}” (${ACCOUNT_STATUS_WORDS.get(status) ?? status})`;
  });
  if (selected.length === 1) return `The selected account cannot be read: ${someOf(names)}.`;
  if (selected.length === unreadable.length) {
    return `None of the ${spellNoun(selected.length, 'selected account')} can be read: ${someOf(names)}.`;
  }
  return `${partOf(unreadable, selected)} cannot be read: ${someOf(names)}.`;
}

export function accountsUnconfirmed(accounts: readonly Account[], { selected }: Facts): string {
  const names = accounts.map(({ name }) => `“${name}”`);
  if (selected.length === 1) return `The mapping of the selected account is not confirmed: ${someOf(names)}.`;
  return `The mapping of ${partOf(accounts, selected)} is not confirmed: ${someOf(names)}.`;
}

/** `1 of 3 selected accounts` */
function partOf(accounts: readonly Account[], selected: readonly Account[]): string {
  return `${spellCount(accounts.length)} of ${spellNoun(selected.length, 'selected account')}`;
}

export function accountsDiffer(timeZones: readonly string[], currencies: readonly string[]): string {
  const zones = `${spellCount(timeZones.length)} time zones (${spellSome(timeZones)})`;
  const money = `${spellCount(currencies.length)} currencies (${spellSome(currencies)})`;
  if (currencies.length < 2) return `The selected accounts use ${zones}: days do not add up.`;
  if (timeZones.length < 2) return `The selected accounts use ${money}: sums do not add up.`;
  return `The selected accounts use ${zones} and ${money}: days and sums do not add up.`;
}

export function notReread(facts: Facts): string {
  const days = daysNotReread(facts);
  if (days === undefined) return '';
  const restated = days.restated === 1 ? 'day' : `${spellCount(days.restated)} days`;
  const reread = days.reread === 0 ? 'none' : spellCount(days.reread);
  return `The platform may change figures of the last ${restated}; each sync reads ${reread} of them again.`;
}

export function countsMissing(counts: readonly string[]): string {
  return `The newest completed sync did not report how many rows were ${spellList(counts)}.`;
}

/** The first three by name, so that the snapshot's order doesn't matter. */
function someOf(names: readonly string[]): string {
  return spellSome(names.toSorted());
}
