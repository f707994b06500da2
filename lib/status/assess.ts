import type { QualityEntry, Source } from '../schema/snapshot.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { type ReportedPlace, RULES, type Rule } from './rules.ts';
import {
  type Assessment,
  EFFECTS,
  type Effect,
  type Finding,
  type Health,
  type Lifecycle,
  type Numbers,
  type Severity,
} from './vocabulary.ts';

const SEVERITY_BY_EFFECT: Record<Effect, Severity> = {
  error: 'ERROR',
  unknown: 'WARNING',
  warning: 'WARNING',
  pending: 'INFO',
  info: 'INFO',
};

const EFFECT_BY_SEVERITY: ReadonlyMap<string, Effect> = new Map([
  ['ERROR', 'error'],
  ['WARNING', 'warning'],
  ['INFO', 'info'],
]);

const BECAUSE_DISABLED = 'the source is disabled';

const CODED_RULES = RULES.filter((entry): entry is Rule => 'code' in entry);

/** The codes of the rules that count only while a source is enabled. */
const ENABLED_ONLY_CODES = new Set(CODED_RULES.filter((rule) => rule.enabledOnly).map((rule) => rule.code));

/**
 * The verdict on one source at one instant, by `RULES`. It answers for every source the schema can parse.
 * @param asOf the snapshot's `generated_at`, so that the same snapshot always gives the same verdict
 */
export function assessSource(source: Source, asOf: Date): Assessment {
  const facts = gatherFacts(source, asOf);
  const heldCodes = new Set<string>();
  for (const rule of CODED_RULES) if (rule.holds(facts)) heldCodes.add(rule.code);
  const reported = source.data_quality.toSorted(byCodeThenMessage);

  const findings: Finding[] = [];
  const suppressedCodes = new Set<string>();
  const add = (finding: Finding) => {
    if (source.enabled || !ENABLED_ONLY_CODES.has(finding.code)) findings.push(finding);
    else suppressedCodes.add(finding.code);
  };
  for (const entry of RULES) {
    if ('reported' in entry) findingsReported(entry, reported, heldCodes).forEach(add);
    else if (heldCodes.has(entry.code)) add(findingOfRule(entry, facts, reported));
  }

  return {
    health: healthOf(findings),
    headline: findings[0] ?? null,
    findings,
    suppressed: [...suppressedCodes].map((code) => ({ code, because: BECAUSE_DISABLED })),
    activity: facts.activity,
    numbers: numbersOf(facts, heldCodes),
    lifecycle: lifecycleOf(source),
  };
}

/** A reported entry with a rule's code is that rule's finding, not a second one: the worse effect counts. */
function findingOfRule(rule: Rule, facts: Facts, reported: readonly QualityEntry[]): Finding {
  const effect = reported
    .filter((entry) => entry.code === rule.code)
    .flatMap((entry) => EFFECT_BY_SEVERITY.get(entry.severity) ?? [])
    .reduce(worse, rule.effect);
  return {
    code: rule.code,
    severity: SEVERITY_BY_EFFECT[effect],
    effect,
    message: rule.sentence(facts),
    remedy: rule.remedy(facts),
  };
}

function findingsReported(
  place: ReportedPlace,
  reported: readonly QualityEntry[],
  heldCodes: ReadonlySet<string>,
): Finding[] {
  return reported
    .filter((entry) => entry.severity === place.reported && !heldCodes.has(entry.code))
    .map(({ code, message }) => ({
      code,
      severity: place.reported,
      effect: place.effect,
      message,
      remedy: place.remedy,
    }));
}

function worse(a: Effect, b: Effect): Effect {
  return EFFECTS.indexOf(a) < EFFECTS.indexOf(b) ? a : b;
}

function healthOf(findings: readonly Finding[]): Health {
  const worst = EFFECTS.find((effect) => findings.some((finding) => finding.effect === effect));
  return worst === undefined || worst === 'info' ? 'healthy' : worst;
}

function numbersOf({ source, age, everSynced }: Facts, held: ReadonlySet<string>): Numbers {
  if (source.technical.mapping_status !== 'confirmed') return 'hidden';
  if (!source.enabled) return 'frozen';
  if (!everSynced) return 'missing';
  if (held.has('data_stale') || held.has('data_late')) return 'late';
  if (held.has('sync_partial')) return 'partial';
  return age === null ? 'unknown' : 'current';
}

function lifecycleOf({ enabled, disabled_by }: Source): Lifecycle {
  if (enabled) return 'enabled';
  return disabled_by === 'system' || disabled_by === 'billing' ? 'stopped' : 'off';
}

function byCodeThenMessage(a: QualityEntry, b: QualityEntry): number {
  return compare(a.code, b.code) || compare(a.message, b.message);
}

/** By code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
