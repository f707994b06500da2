import type { Facts } from './facts.ts';
import { countsNotReported } from './measures.ts';

/**
 * Facts the snapshot does not hold, so that no rule could judge them, as short phrases in a fixed order. Without a
 * schedule a source is synced by hand, without a limit it is not limited, and a sign-in that renews itself needs no
 * end: all three are known. Keys that a snapshot may leave out are not asked for.
 */
export function notReported(facts: Facts): string[] {
  const { source, lastRun, completed, runs } = facts;
  const { technical, token, schedule } = source;
  const phrases: [phrase: string, isMissing: boolean][] = [
    ['who switched it off', !source.enabled && source.disabled_by === null],
    ['sign-in', token === null],
    ['end of the sign-in', token?.refreshable === false && token.expires_at === null],
    ['accounts', source.accounts === null],
    ['mapping', technical.mapping_status === null],
    ['mapping check', technical.field_mapping_check_required === null],
    ['sync interval', schedule?.every_minutes === null],
    ['sync history', runs.length === 0 && facts.lastSuccess !== null],
    ['dates of syncs', facts.hasUndated],
    ['row counts', countsNotReported(lastRun).length + countsNotReported(completed[0]).length > 0],
    ['error code of the last sync', facts.errorKind !== null && (lastRun?.error?.code ?? null) === null],
    [
      'last success of some streams',
      source.streams?.some((one) => one.last_successful_sync === null) ?? false,
    ],
    ['API version', technical.api_version === null],
    ['end of the API version', technical.api_version_sunset_at === null],
    ['API version review', technical.api_version_review === null],
    ['changelog review', technical.changelog_review_required === null],
    ['schema change', technical.schema_changed === null],
    ['whether the schema change breaks syncs', isChangeUnclear(technical)],
  ];
  return phrases.flatMap(([phrase, isMissing]) => (isMissing ? phrase : []));
}

function isChangeUnclear(technical: Facts['source']['technical']): boolean {
  return technical.schema_changed === true && technical.schema_change_breaking === null;
}
