/**
 * Every rule of the verdict, causes before consequences: the first that holds is the headline. A rule knows the facts
 * and no other rule. To add one, add an entry here and its test.
 */

import { DAY, MINUTE, spellDuration } from './duration.ts';
import { type ErrorKind, remedyForErrorKind } from './error-kinds.ts';
import type { Facts } from './facts.ts';
import { isLate, isStale } from './freshness.ts';
import {
  countsNotReported,
  countsStopped,
  daysNotReread,
  differing,
  emptyStreak,
  failingStreams,
  furthestAhead,
  hasRows,
  historyLoad,
  lateStreams,
  rowsTooMany,
  servedVersion,
  stuckRun,
  unconfirmedAccounts,
} from './measures.ts';
import {
  askForNewerVersion,
  nextStepForFailure,
  reviewVersion,
  startAgain,
  waitForLimit,
} from './next-steps.ts';
import {
  accountsDiffer,
  accountsUnconfirmed,
  accountsUnreadable,
  agoOfRun,
  apiVersion,
  clockAhead,
  countsMissing,
  failedRows,
  failures,
  lateData,
  newWords,
  noRows,
  nothingArrived,
  notReread,
  signInEnded,
  signInEnding,
  staleData,
  stopped,
  streamErrors,
  streamsLate,
  stuck,
} from './phrases.ts';
import { type ReportedPlace, type Rule, rule } from './rule.ts';
import { broughtData } from './runs.ts';
import { unknownWords } from './unknown-words.ts';
import type { ActionId } from './vocabulary.ts';
import { spellNoun } from './wording.ts';

const CLOCK_TOLERANCE = 5 * MINUTE;
const TOKEN_WARNING = 7 * DAY;
const RENEWAL_WARNING = 30 * DAY;
const SUNSET_WARNING = 90 * DAY;

export const RULES: readonly (Rule | ReportedPlace)[] = [
  rule('token_revoked', 'error', {
    holds: ({ source }) => source.connection === 'revoked',
    sentence: () => 'The authorization was revoked.',
    remedy: 'reconnect',
  }),
  rule('token_expired', 'error', {
    holds: ({ source, tokenLeft, renewalLeft }) =>
      source.connection === 'expired' || tokenLeft <= 0 || renewalLeft <= 0,
    sentence: signInEnded,
    remedy: 'reconnect',
  }),
  rule('permission_lost', 'error', {
    holds: ({ source }) => source.connection === 'permission_lost',
    sentence: () => 'The permission to read this platform’s data was lost.',
    remedy: 'reconnect',
  }),
  rule('disconnected', 'error', {
    countsOn: 'all but off',
    holds: ({ source }) => source.connection === 'disconnected',
    sentence: () => 'Disconnected from the platform.',
    remedy: 'reconnect',
  }),
  rule('accounts_unreadable', 'error', {
    countsOn: 'all but off',
    holds: ({ unreadable, selected }) => unreadable.length > 0 && unreadable.length === selected.length,
    sentence: accountsUnreadable,
    remedy: 'refresh_metadata',
  }),
  rule('api_version_expired', 'error', {
    holds: ({ sunsetIn }) => sunsetIn <= 0,
    sentence: (facts) => `${apiVersion(facts)} ended ${spellDuration(-facts.sunsetIn)} ago.`,
    nextStep: askForNewerVersion,
  }),
  rule('schema_change_breaking', 'error', {
    holds: ({ source: { technical } }) =>
      technical.schema_changed === true && technical.schema_change_breaking === true,
    sentence: () => 'The platform changed its fields; syncs will fail until this is acknowledged.',
    remedy: 'acknowledge_schema_change',
  }),
  rule('unknown_value', 'unknown', {
    holds: (facts) => unknownWords(facts).length > 0,
    sentence: newWords,
    nextStep: () => 'Update this panel, or ask whoever runs your data platform what the new word means.',
  }),
  rule('clock_ahead', 'unknown', {
    holds: (facts) => furthestAhead(facts) > CLOCK_TOLERANCE,
    sentence: clockAhead,
    nextStep: () => 'Ask whoever runs your data platform to check its clock and time zone.',
  }),
  rule('authorization_pending', 'pending', {
    holds: ({ source }) => source.connection === 'pending',
    sentence: () => 'The authorization is not finished yet.',
    remedy: 'reconnect',
  }),
  rule('setup_incomplete', 'pending', {
    holds: ({ source }) => source.connection === 'needs_setup',
    sentence: () => 'The setup is not finished yet.',
    remedy: 'reconnect',
  }),
  rule('no_accounts', 'pending', {
    countsOn: 'all but off',
    holds: ({ source }) => source.accounts?.length === 0,
    sentence: () => 'No account was found yet.',
    remedy: 'refresh_metadata',
  }),
  rule('no_account_selected', 'pending', {
    countsOn: 'all but off',
    holds: ({ source, selected }) => (source.accounts ?? []).length > 0 && selected.length === 0,
    sentence: ({ source }) => `${spellNoun((source.accounts ?? []).length, 'account')}, none selected.`,
    nextStep: () => 'Select at least one account in your data platform.',
  }),
  rule('sync_refused', 'error', {
    countsOn: 'all but off',
    holds: isRefused,
    sentence: failures,
    remedy: remedyForFailure,
    nextStep: nextStepForFailure,
  }),
  rule('sync_failing', 'error', {
    countsOn: 'all but off',
    holds: (facts) => facts.failuresInARow.length >= 3 && !isRefused(facts),
    sentence: failures,
    remedy: remedyForFailure,
    nextStep: nextStepForFailure,
  }),
  rule('disabled_by_system', 'error', {
    holds: ({ lifecycle }) => lifecycle === 'stopped',
    sentence: stopped,
    nextStep: startAgain,
  }),
  rule('data_stale', 'error', {
    countsOn: 'enabled only',
    holds: isStale,
    sentence: staleData,
    remedy: 'manual_sync',
  }),
  { reported: 'ERROR', effect: 'error', remedy: 'open_data_quality' },
  rule('sync_failed', 'warning', {
    countsOn: 'all but off',
    holds: (facts) => facts.failuresInARow.length > 0 && facts.failuresInARow.length < 3 && !isRefused(facts),
    sentence: failures,
    remedy: remedyForFailure,
    nextStep: nextStepForFailure,
  }),
  rule('no_rows_arrived', 'warning', {
    countsOn: 'all but off',
    holds: ({ lastRun }) =>
      lastRun !== undefined &&
      lastRun.status !== 'failed' &&
      !broughtData(lastRun) &&
      (hasRows(lastRun.fetched) || hasRows(lastRun.failed)),
    sentence: ({ lastRun }) => nothingArrived(lastRun),
    remedy: 'retry_failed_sync',
  }),
  rule('sync_partial', 'warning', {
    countsOn: 'all but off',
    holds: ({ lastRun }) =>
      lastRun !== undefined &&
      broughtData(lastRun) &&
      (lastRun.status === 'partial' || hasRows(lastRun.failed)),
    sentence: ({ lastRun }) => `The last sync brought only part of the data${failedRows(lastRun)}.`,
    remedy: 'retry_failed_sync',
  }),
  rule('sync_cancelled', 'warning', {
    countsOn: 'all but off',
    holds: ({ newestFinished }) => newestFinished?.status === 'cancelled',
    sentence: (facts) => `The newest sync was cancelled${agoOfRun(facts, facts.newestFinished)}.`,
    remedy: 'manual_sync',
  }),
  rule('sync_stuck', 'warning', {
    countsOn: 'all but off',
    holds: (facts) => stuckRun(facts) !== undefined,
    sentence: stuck,
    remedy: 'open_sync_history',
  }),
  rule('data_late', 'warning', {
    countsOn: 'enabled only',
    holds: isLate,
    sentence: lateData,
    remedy: 'manual_sync',
  }),
  rule('stream_failing', 'warning', {
    countsOn: 'all but off',
    holds: (facts) => failingStreams(facts).length > 0,
    sentence: (facts) => streamErrors(failingStreams(facts), facts),
    remedy: 'open_sync_history',
  }),
  rule('stream_late', 'warning', {
    countsOn: 'enabled only',
    holds: (facts) => lateStreams(facts).length > 0,
    sentence: (facts) => streamsLate(lateStreams(facts), facts),
    remedy: 'manual_sync',
  }),
  rule('account_unreadable', 'warning', {
    countsOn: 'all but off',
    holds: ({ unreadable, selected }) => unreadable.length > 0 && unreadable.length < selected.length,
    sentence: accountsUnreadable,
    remedy: 'refresh_metadata',
  }),
  rule('rate_limited', 'warning', {
    countsOn: 'all but off',
    holds: ({ limitLeft }) => limitLeft > 0,
    sentence: ({ limitLeft }) =>
      `The platform limits requests; the limit ends in ${spellDuration(limitLeft)}.`,
    nextStep: waitForLimit,
  }),
  rule('token_expiring', 'warning', {
    holds: ({ tokenLeft, renewalLeft }) =>
      (tokenLeft > 0 && tokenLeft <= TOKEN_WARNING) || (renewalLeft > 0 && renewalLeft <= RENEWAL_WARNING),
    sentence: signInEnding,
    remedy: 'reconnect',
  }),
  rule('api_version_sunset', 'warning', {
    holds: ({ sunsetIn }) => sunsetIn > 0 && sunsetIn <= SUNSET_WARNING,
    sentence: (facts) => `${apiVersion(facts)} ends in ${spellDuration(facts.sunsetIn)}.`,
    nextStep: askForNewerVersion,
  }),
  rule('api_version_served_differs', 'warning', {
    countsOn: 'all but off',
    holds: (facts) => {
      const [served, set] = [servedVersion(facts), facts.source.technical.api_version];
      return served !== null && set !== null && served !== set;
    },
    sentence: (facts) =>
      `The platform answered with API version ${servedVersion(facts)}; ${facts.source.technical.api_version} is set.`,
    nextStep: () => 'Ask whoever runs the connector which API version is meant.',
  }),
  rule('api_version_review_required', 'warning', {
    holds: ({ source: { technical } }) =>
      technical.api_version_review === 'REQUIRED' || technical.api_version_review === 'IN_REVIEW',
    sentence: ({ source: { technical } }) =>
      technical.api_version_review === 'REQUIRED'
        ? 'The API version needs a review.'
        : 'The API version is in review, not approved yet.',
    nextStep: reviewVersion,
  }),
  rule('changelog_review_required', 'warning', {
    holds: ({ source }) => source.technical.changelog_review_required === true,
    sentence: () => 'The platform’s changelog needs a review.',
    nextStep: () => 'Ask whoever runs the connector to review the changelog.',
  }),
  rule('schema_changed', 'warning', {
    holds: ({ source: { technical } }) =>
      technical.schema_changed === true && technical.schema_change_breaking !== true,
    sentence: ({ source: { technical } }) =>
      technical.schema_change_breaking === null
        ? 'The platform changed its fields; whether this breaks syncs is not reported.'
        : 'The platform changed its fields; this does not break syncs.',
    remedy: 'acknowledge_schema_change',
  }),
  rule('zero_records', 'warning', {
    countsOn: 'all but off',
    holds: (facts) => {
      const streak = emptyStreak(facts);
      return streak !== undefined && streak.counted >= 3 && streak.filled / streak.counted >= 0.8;
    },
    sentence: noRows,
    remedy: 'open_data_quality',
  }),
  rule('stats_stopped', 'warning', {
    countsOn: 'all but off',
    holds: (facts) => countsStopped(facts).length > 0,
    sentence: (facts) => `${countsMissing(countsStopped(facts))} The three before it did.`,
    remedy: 'open_data_quality',
  }),
  rule('inconsistent_counts', 'warning', {
    countsOn: 'all but off',
    holds: ({ lastRun }) => rowsTooMany(lastRun) > 0,
    sentence: ({ lastRun }) =>
      `The last sync’s counts do not add up: processed and failed are ${spellNoun(rowsTooMany(lastRun), 'row')} more than fetched.`,
    remedy: 'open_data_quality',
  }),
  { reported: 'WARNING', effect: 'warning', remedy: 'open_data_quality' },
  rule('history_loading', 'pending', {
    countsOn: 'all but off',
    holds: (facts) => historyLoad(facts) !== undefined,
    sentence: (facts) =>
      historyLoad(facts)?.status === 'running'
        ? 'Past data is being loaded: the numbers are not complete yet.'
        : 'Past data is queued to be loaded: the numbers are not complete yet.',
    nextStep: () => 'Wait until the past data is loaded.',
  }),
  rule('never_synced', 'pending', {
    countsOn: 'all but off',
    holds: (facts) =>
      facts.lastSuccess === null &&
      !facts.broughtData &&
      !facts.hasUnknownStatus &&
      historyLoad(facts) === undefined,
    sentence: () => 'No sync has brought data yet.',
    remedy: 'manual_sync',
  }),
  rule('mapping_unconfirmed', 'info', {
    holds: ({ source }) => source.technical.mapping_status === 'unconfirmed',
    sentence: () => 'Mapping unconfirmed — metrics hidden from widgets.',
    remedy: 'field_mapping_check',
  }),
  rule('account_mapping_unconfirmed', 'info', {
    holds: (facts) =>
      facts.source.technical.mapping_status === 'confirmed' && unconfirmedAccounts(facts).length > 0,
    sentence: (facts) => accountsUnconfirmed(unconfirmedAccounts(facts), facts),
    remedy: 'field_mapping_check',
  }),
  rule('field_mapping_check_required', 'info', {
    holds: ({ source: { technical } }) =>
      technical.field_mapping_check_required === true && technical.mapping_status === 'confirmed',
    sentence: () => 'The field mapping is confirmed but should be checked again.',
    remedy: 'field_mapping_check',
  }),
  rule('accounts_differ', 'info', {
    holds: (facts) => differing(facts, 'time_zone').length > 1 || differing(facts, 'currency').length > 1,
    sentence: (facts) => accountsDiffer(differing(facts, 'time_zone'), differing(facts, 'currency')),
    remedy: 'open_data_quality',
  }),
  rule('restatement_not_reread', 'info', {
    holds: (facts) => daysNotReread(facts) !== undefined,
    sentence: notReread,
    remedy: 'open_data_quality',
  }),
  rule('stats_missing', 'info', {
    countsOn: 'all but off',
    holds: (facts) => countsNotReported(facts.completed[0]).length > 0 && countsStopped(facts).length === 0,
    sentence: ({ completed: [newest] }) => countsMissing(countsNotReported(newest)),
    remedy: 'open_data_quality',
  }),
  { reported: 'INFO', effect: 'info', remedy: 'open_data_quality' },
];

/** Kinds of error that don't resolve themselves, so that a single failure is an error. */
const LASTING: readonly (ErrorKind | null)[] = ['authorization', 'permission', 'account', 'app', 'version'];

function isRefused({ errorKind }: Facts): boolean {
  return LASTING.includes(errorKind);
}

function remedyForFailure({ errorKind }: Facts): ActionId | null {
  return remedyForErrorKind(errorKind ?? 'unknown');
}
