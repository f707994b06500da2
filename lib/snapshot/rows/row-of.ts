import type { Source } from '../../schema/snapshot.ts';
import { assessSource } from '../../status/assess.ts';
import { upcomingOf } from '../../status/upcoming.ts';
import { foldText, type Row } from './row.ts';
import { lettersOf } from './runs.ts';

/** @param asOf the snapshot's `generated_at` */
export function rowOf(source: Source, asOf: Date): Row {
  const { health, headline, findings, activity, numbers, lifecycle, lastSuccess } = assessSource(
    source,
    asOf,
  );
  return {
    id: source.id,
    profile_id: source.profile_id,
    name: source.name,
    platform: source.platform,
    enabled: source.enabled,
    health,
    headline: headline && { code: headline.code, message: headline.message },
    codes: findings.map(({ code }) => code),
    activity,
    numbers,
    lifecycle,
    last_success: lastSuccess,
    runs: lettersOf(source.sync_history),
    upcoming: upcomingOf(source, asOf, lastSuccess),
    accounts: source.accounts && {
      selected: referencesOf(source.accounts, true),
      others: referencesOf(source.accounts, false),
    },
    search: foldText(
      [
        source.name,
        source.platform,
        ...findings.map(({ code }) => code),
        ...(source.accounts ?? []).flatMap((account) => [account.name, account.masked_ref]),
      ].join('\n'),
    ),
  };
}

function referencesOf(accounts: NonNullable<Source['accounts']>, isSelected: boolean): string[] {
  const own = accounts.filter(({ selected }) => selected === isSelected);
  return [...new Set(own.map(({ masked_ref }) => masked_ref))];
}
