/** A source's technical facts in words: the seven that are always shown, in their order, then those that are known. */
import type { Source } from '../schema/snapshot.ts';
import { MINUTE, spellDuration } from '../status/duration.ts';
import type { Assessment, Numbers } from '../status/vocabulary.ts';
import { spellInterval } from '../status/wording.ts';
import { sourceTexts } from '../texts/source.ts';

const t = sourceTexts;

export interface Fact {
  term: string;
  value: string;
  /** A code or one of the platform's own words. */
  isCode?: boolean;
  needsAttention?: boolean;
  /** The value only says that nothing is known. */
  isUnreported?: boolean;
}

/** @param spellInstant formats an instant for the place that shows the facts */
export function technicalFacts(
  { enabled, technical, token, schedule, rate_limited_until }: Source,
  { findings }: Assessment,
  spellInstant: (instant: string) => string,
): Fact[] {
  const flag = (term: string, value: boolean | null): Fact => ({
    term,
    value: value === null ? t.unreported : yesOrNo(value),
    needsAttention: value === true,
    isUnreported: value === null,
  });
  const isFound = (...codes: string[]) => findings.some(({ code }) => codes.includes(code));
  const facts: Fact[] = [
    { term: t.enabled, value: yesOrNo(enabled) },
    {
      term: t.apiVersionReview,
      value: technical.api_version_review ?? t.unreported,
      isCode: true,
      needsAttention: !['NOT_REQUIRED', 'APPROVED', null].includes(technical.api_version_review),
      isUnreported: technical.api_version_review === null,
    },
    flag('schema_changed', technical.schema_changed),
    flag('changelog_review_required', technical.changelog_review_required),
    flag('field_mapping_check_required', technical.field_mapping_check_required),
    {
      term: t.mappingStatus,
      value: technical.mapping_status ?? t.unreported,
      needsAttention: technical.mapping_status !== null && technical.mapping_status !== 'confirmed',
      isUnreported: technical.mapping_status === null,
    },
    {
      term: t.lastSuccessfulSync,
      value: technical.last_successful_sync === null ? t.none : spellInstant(technical.last_successful_sync),
    },
  ];
  if (schedule !== null && schedule.every_minutes !== null) {
    facts.push({ term: t.schedule, value: spellInterval(schedule.every_minutes) });
  }
  if (technical.api_version !== null) {
    facts.push({ term: t.apiVersion, value: technical.api_version, isCode: true });
  }
  if (technical.api_version_sunset_at !== null) {
    facts.push({
      term: t.apiVersionEnd,
      value: spellInstant(technical.api_version_sunset_at),
      needsAttention: isFound('api_version_expired', 'api_version_sunset'),
    });
  }
  if (token !== null && token.expires_at !== null) {
    const expiry = spellInstant(token.expires_at);
    facts.push({
      term: t.signInExpiry,
      value: token.refreshable ? t.renewsItself(expiry) : expiry,
      needsAttention: isFound('token_expired', 'token_expiring'),
    });
  }
  if (rate_limited_until !== null) {
    facts.push({
      term: t.limitedUntil,
      value: spellInstant(rate_limited_until),
      needsAttention: isFound('rate_limited'),
    });
  }
  return facts;
}

/** How late the platform's own figures are; null if a dashboard shows none that could be fresh. */
export function latencyOf({ schedule }: Source, { numbers }: Assessment): string | null {
  if (schedule === null || schedule.latency_minutes === 0 || showsNothingFresh(numbers)) return null;
  return spellDuration(schedule.latency_minutes * MINUTE);
}

/** A sentence on how final the figures are; null if not reported, or if a dashboard shows none that could change. */
export function finalityOf({ schedule }: Source, { numbers }: Assessment): string | null {
  const restated = schedule?.restated_days ?? 0;
  if (restated === 0 || showsNothingFresh(numbers)) return null;
  return t.finality(restated, schedule?.reread_days ?? null);
}

function showsNothingFresh(numbers: Numbers): boolean {
  return numbers === 'hidden' || numbers === 'frozen' || numbers === 'missing';
}

function yesOrNo(value: boolean): string {
  return value ? t.yes : t.no;
}
