import type { Facts } from './facts.ts';
import { countsNotReported } from './measures.ts';

/**
 * Facts missing from the snapshot that rules would need, as short phrases in a fixed order. Three missing values do have
 * a meaning: without a schedule a source is synced by hand, without a limit it isn't limited, and a sign-in that renews
 * itself needs no end. Optional keys don't count as missing.
 */
export function notReported(facts: Facts): string[] {
  const missing: string[] = [];
  for (const [phrase, isMissing] of REPORTABLE) if (isMissing(facts)) missing.push(phrase);
  return missing;
}

const REPORTABLE: readonly (readonly [phrase: string, isMissing: (facts: Facts) => boolean])[] = [
  ['who switched it off', ({ source }) => !source.enabled && source.disabled_by === null],
  ['sign-in', ({ source }) => source.token === null],
  [
    'end of the sign-in',
    ({ source: { token } }) => token?.refreshable === false && token.expires_at === null,
  ],
  ['accounts', ({ source }) => source.accounts === null],
  ['mapping', ({ source }) => source.technical.mapping_status === null],
  ['mapping check', ({ source }) => source.technical.field_mapping_check_required === null],
  ['sync interval', ({ source }) => source.schedule?.every_minutes === null],
  ['sync history', ({ runs, lastSuccess }) => runs.length === 0 && lastSuccess !== null],
  ['dates of syncs', ({ hasUndated }) => hasUndated],
  [
    'row counts',
    ({ lastRun, completed: [newest] }) =>
      countsNotReported(lastRun).length > 0 || countsNotReported(newest).length > 0,
  ],
  ['error code of the last sync', ({ errorKind, lastRun }) => errorKind !== null && !lastRun?.error?.code],
  ['last success of some streams', ({ source }) => source.streams?.some(isUndated) ?? false],
  ['API version', ({ source }) => source.technical.api_version === null],
  ['end of the API version', ({ source }) => source.technical.api_version_sunset_at === null],
  ['API version review', ({ source }) => source.technical.api_version_review === null],
  ['changelog review', ({ source }) => source.technical.changelog_review_required === null],
  ['schema change', ({ source }) => source.technical.schema_changed === null],
  [
    'whether the schema change breaks syncs',
    ({ source: { technical } }) =>
      technical.schema_changed === true && technical.schema_change_breaking === null,
  ],
];

function isUndated({ last_successful_sync }: { last_successful_sync: string | null }): boolean {
  return last_successful_sync === null;
}
