/**
 * Every rule of the verdict, in the order of causes before consequences: the first that holds is the headline.
 * A rule knows the facts and no other rule. To add one, add an entry here and its test.
 */

import { remedyForErrorKind } from './error-kinds.ts';
import type { Facts } from './facts.ts';
import {
  countsNotReported,
  furthestAhead,
  intervalsOld,
  longestRunning,
  newestErrorKind,
  rowsTooMany,
  servedVersion,
  stuckAfter,
  unknownWords,
} from './measures.ts';
import {
  ago,
  agoOfRun,
  apiVersion,
  failedRows,
  lastSuccessAgainstSchedule,
  newestError,
  sinceOldestFailure,
} from './phrases.ts';
import type { ActionId, Effect, Severity } from './vocabulary.ts';
import { DAY, MINUTE, spellCount, spellDuration, spellList, spellNoun } from './wording.ts';

export interface Rule {
  code: string;
  effect: Effect;
  /** Counts only while the source is enabled: a disabled one keeps its data frozen on purpose. */
  enabledOnly: boolean;
  holds: (facts: Facts) => boolean;
  /** Asked only where the rule holds. */
  sentence: (facts: Facts) => string;
  remedy: (facts: Facts) => ActionId | null;
}

/** Where the entries stand that the exporting platform reports itself, one place per severity. */
export interface ReportedPlace {
  reported: Severity;
  effect: Effect;
  remedy: ActionId;
}

const CLOCK_TOLERANCE = 5 * MINUTE;
const TOKEN_WARNING = 7 * DAY;
const SUNSET_WARNING = 90 * DAY;

export const RULES: readonly (Rule | ReportedPlace)[] = [
  rule('token_revoked', 'error', {
    holds: ({ source }) => source.connection === 'revoked',
    sentence: () => 'The authorization was revoked.',
    remedy: 'reconnect',
  }),
  rule('token_expired', 'error', {
    holds: (facts) => facts.source.connection === 'expired' || facts.tokenLeft <= 0,
    sentence: (facts) => `Sign-in expired${ago(facts, facts.source.token?.expires_at ?? null)}.`,
    remedy: 'reconnect',
  }),
  rule('permission_lost', 'error', {
    holds: ({ source }) => source.connection === 'permission_lost',
    sentence: () => 'The permission to read this platform’s data was lost.',
    remedy: 'reconnect',
  }),
  rule('disconnected', 'error', {
    enabledOnly: true,
    holds: ({ source }) => source.connection === 'disconnected',
    sentence: () => 'Disconnected from the platform.',
    remedy: 'reconnect',
  }),
  rule('api_version_expired', 'error', {
    holds: (facts) => facts.sunsetIn <= 0,
    sentence: (facts) => `${apiVersion(facts)} ended ${spellDuration(-facts.sunsetIn)} ago.`,
  }),
  rule('schema_change_breaking', 'error', {
    holds: ({ source: { technical } }) =>
      technical.schema_changed === true && technical.schema_change_breaking === true,
    sentence: () => 'The platform’s schema changed, and the change is breaking.',
    remedy: 'acknowledge_schema_change',
  }),
  rule('unknown_value', 'unknown', {
    holds: (facts) => unknownWords(facts).length > 0,
    sentence: (facts) => `This version does not know ${spellList(unknownWords(facts))}.`,
  }),
  rule('clock_ahead', 'unknown', {
    holds: (facts) => furthestAhead(facts) > CLOCK_TOLERANCE,
    sentence: (facts) =>
      `A sync is dated ${spellDuration(furthestAhead(facts))} after the snapshot was taken.`,
  }),
  rule('authorization_pending', 'pending', {
    holds: ({ source }) => source.connection === 'pending',
    sentence: () => 'The authorization is not finished yet.',
    remedy: 'reconnect',
  }),
  rule('no_accounts', 'pending', {
    enabledOnly: true,
    holds: ({ source }) => source.accounts?.length === 0,
    sentence: () => 'No account was found yet.',
    remedy: 'refresh_metadata',
  }),
  rule('no_account_selected', 'pending', {
    enabledOnly: true,
    holds: ({ source }) =>
      source.accounts !== null &&
      source.accounts.length > 0 &&
      !source.accounts.some((account) => account.selected),
    sentence: ({ source }) => `${spellNoun(source.accounts?.length ?? 0, 'account')}, none selected.`,
  }),
  rule('sync_failing', 'error', {
    enabledOnly: true,
    holds: ({ failuresInARow }) => failuresInARow.length >= 3,
    sentence: (facts) =>
      `${spellCount(facts.failuresInARow.length)} syncs in a row failed${sinceOldestFailure(facts)}: ${newestError(facts)}.`,
    remedy: (facts) => remedyForErrorKind(newestErrorKind(facts)),
  }),
  rule('data_stale', 'error', {
    enabledOnly: true,
    holds: (facts) => intervalsOld(facts) > 3,
    sentence: lastSuccessAgainstSchedule,
    remedy: 'manual_sync',
  }),
  { reported: 'ERROR', effect: 'error', remedy: 'open_data_quality' },
  rule('sync_failed', 'warning', {
    enabledOnly: true,
    holds: ({ failuresInARow }) => failuresInARow.length > 0 && failuresInARow.length < 3,
    sentence: (facts) => `The last sync failed${agoOfRun(facts, facts.lastRun)}: ${newestError(facts)}.`,
    remedy: (facts) => remedyForErrorKind(newestErrorKind(facts)),
  }),
  rule('sync_partial', 'warning', {
    enabledOnly: true,
    holds: ({ lastRun }) =>
      lastRun?.status === 'partial' ||
      (lastRun?.status === 'completed' && lastRun.failed !== null && lastRun.failed > 0),
    sentence: ({ lastRun }) => `The last sync brought only part of the data${failedRows(lastRun)}.`,
    remedy: 'retry_failed_sync',
  }),
  rule('sync_cancelled', 'warning', {
    enabledOnly: true,
    holds: ({ newestFinished }) => newestFinished?.status === 'cancelled',
    sentence: (facts) => `The newest sync was cancelled${agoOfRun(facts, facts.newestFinished)}.`,
    remedy: 'manual_sync',
  }),
  rule('sync_stuck', 'warning', {
    enabledOnly: true,
    holds: (facts) => longestRunning(facts) > stuckAfter(facts),
    sentence: (facts) => `A sync has been running for ${spellDuration(longestRunning(facts))}.`,
    remedy: 'open_sync_history',
  }),
  rule('data_late', 'warning', {
    enabledOnly: true,
    holds: (facts) => intervalsOld(facts) > 1.5 && intervalsOld(facts) <= 3,
    sentence: lastSuccessAgainstSchedule,
    remedy: 'manual_sync',
  }),
  rule('rate_limited', 'warning', {
    enabledOnly: true,
    holds: (facts) => facts.limitLeft > 0,
    sentence: (facts) => `The platform limits requests; the limit ends in ${spellDuration(facts.limitLeft)}.`,
  }),
  rule('disabled_by_system', 'warning', {
    holds: ({ source }) => source.disabled_by === 'system' || source.disabled_by === 'billing',
    sentence: ({ source }) =>
      `Disabled by ${source.disabled_by === 'billing' ? 'billing' : 'the system'}, not by a person.`,
  }),
  rule('token_expiring', 'warning', {
    holds: (facts) => facts.tokenLeft > 0 && facts.tokenLeft <= TOKEN_WARNING,
    sentence: (facts) => `Sign-in expires in ${spellDuration(facts.tokenLeft)} and cannot renew itself.`,
    remedy: 'reconnect',
  }),
  rule('api_version_sunset', 'warning', {
    holds: (facts) => facts.sunsetIn > 0 && facts.sunsetIn <= SUNSET_WARNING,
    sentence: (facts) => `${apiVersion(facts)} ends in ${spellDuration(facts.sunsetIn)}.`,
  }),
  rule('api_version_served_differs', 'warning', {
    enabledOnly: true,
    holds: (facts) => {
      const [served, set] = [servedVersion(facts), facts.source.technical.api_version];
      return served !== null && set !== null && served !== set;
    },
    sentence: (facts) =>
      `The newest sync was served API version ${servedVersion(facts)}, not ${facts.source.technical.api_version}.`,
  }),
  rule('api_version_review_required', 'warning', {
    holds: ({ source: { technical } }) =>
      technical.api_version_review === 'REQUIRED' || technical.api_version_review === 'IN_REVIEW',
    sentence: ({ source: { technical } }) =>
      technical.api_version_review === 'REQUIRED'
        ? 'The API version needs a review.'
        : 'The API version is in review, not approved yet.',
  }),
  rule('changelog_review_required', 'warning', {
    holds: ({ source }) => source.technical.changelog_review_required === true,
    sentence: () => 'The platform’s changelog needs a review.',
  }),
  rule('schema_changed', 'warning', {
    holds: ({ source: { technical } }) =>
      technical.schema_changed === true && technical.schema_change_breaking === false,
    sentence: () => 'The platform’s schema changed; the change is not breaking.',
    remedy: 'acknowledge_schema_change',
  }),
  rule('zero_records', 'warning', {
    enabledOnly: true,
    holds: ({ completed }) => {
      if (completed[0]?.fetched !== 0) return false;
      const counts = completed.slice(1, 11).flatMap((run) => run.fetched ?? []);
      return counts.length >= 3 && !counts.includes(0);
    },
    sentence: () => 'The newest sync fetched 0 rows; those before it brought data.',
    remedy: 'open_data_quality',
  }),
  rule('inconsistent_counts', 'warning', {
    enabledOnly: true,
    holds: ({ lastRun }) => rowsTooMany(lastRun) > 0,
    sentence: ({ lastRun }) =>
      `The last sync’s counts do not add up: processed and failed are ${spellNoun(rowsTooMany(lastRun), 'row')} more than fetched.`,
    remedy: 'open_data_quality',
  }),
  { reported: 'WARNING', effect: 'warning', remedy: 'open_data_quality' },
  rule('never_synced', 'pending', {
    enabledOnly: true,
    holds: ({ everSynced }) => !everSynced,
    sentence: () => 'No sync has brought data yet.',
    remedy: 'manual_sync',
  }),
  rule('mapping_unconfirmed', 'info', {
    holds: ({ source }) => source.technical.mapping_status === 'unconfirmed',
    sentence: () => 'Mapping unconfirmed — metrics hidden from widgets.',
    remedy: 'field_mapping_check',
  }),
  rule('field_mapping_check_required', 'info', {
    holds: ({ source: { technical } }) =>
      technical.field_mapping_check_required === true && technical.mapping_status === 'confirmed',
    sentence: () => 'The field mapping is confirmed, and is to be checked again.',
    remedy: 'field_mapping_check',
  }),
  rule('stats_missing', 'info', {
    enabledOnly: true,
    holds: ({ completed: [newest] }) => countsNotReported(newest).length > 0,
    sentence: ({ completed: [newest] }) =>
      `The newest completed sync did not report how many rows were ${spellList(countsNotReported(newest))}.`,
    remedy: 'open_data_quality',
  }),
  { reported: 'INFO', effect: 'info', remedy: 'open_data_quality' },
];

interface RuleBody {
  enabledOnly?: true;
  holds: Rule['holds'];
  sentence: Rule['sentence'];
  remedy?: ActionId | Rule['remedy'];
}

function rule(code: string, effect: Effect, { enabledOnly, holds, sentence, remedy }: RuleBody): Rule {
  return {
    code,
    effect,
    enabledOnly: enabledOnly ?? false,
    holds,
    sentence,
    remedy: typeof remedy === 'function' ? remedy : () => remedy ?? null,
  };
}
