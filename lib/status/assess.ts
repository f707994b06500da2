import type { QualityEntry, Source } from '../schema/snapshot.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { notReported } from './not-reported.ts';
import { numbersOf } from './numbers.ts';
import type { CountsOn, ReportedPlace, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import {
  type Assessment,
  EFFECTS,
  type Effect,
  type Finding,
  type Health,
  type Lifecycle,
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

/** Which findings are suppressed, by the source's lifecycle and where the rule counts. */
const SET_ASIDE: Record<Lifecycle, { on: readonly CountsOn[]; because: string }> = {
  enabled: { on: [], because: '' },
  off: { on: ['all but off', 'enabled only'], because: 'the source is switched off' },
  stopped: { on: ['enabled only'], because: 'the source was stopped' },
};

const CODED_RULES = RULES.filter((entry): entry is Rule => 'code' in entry);
const COUNTS_ON: ReadonlyMap<string, CountsOn> = new Map(
  CODED_RULES.map((rule) => [rule.code, rule.countsOn]),
);

/**
 * The verdict on one source at one instant, by `RULES`. Works for every source that the schema accepts.
 * @param asOf the snapshot's `generated_at`, so that the same snapshot always gives the same verdict
 */
export function assessSource(source: Source, asOf: Date): Assessment {
  const facts = gatherFacts(source, asOf);
  const heldCodes = new Set<string>();
  for (const rule of CODED_RULES) if (rule.holds(facts)) heldCodes.add(rule.code);

  const { on, because } = SET_ASIDE[facts.lifecycle];
  const isSetAside = ({ code }: Finding) => on.includes(COUNTS_ON.get(code) ?? 'every source');
  const all = allFindings(facts, heldCodes);
  const findings = all.filter((finding) => !isSetAside(finding));
  const suppressed = new Set(all.filter(isSetAside).map(({ code }) => code));

  return {
    health: healthOf(findings),
    headline: findings[0] ?? null,
    findings,
    suppressed: [...suppressed].map((code) => ({ code, because })),
    activity: facts.activity,
    numbers: numbersOf(facts, heldCodes),
    lifecycle: facts.lifecycle,
    lastSuccess: facts.lastSuccess,
    notReported: notReported(facts),
  };
}

/** In rule order, including those that don't count on this source. */
function allFindings(facts: Facts, heldCodes: ReadonlySet<string>): Finding[] {
  const { data_quality } = facts.source;
  const findings: Finding[] = [];
  if (heldCodes.size === 0 && data_quality.length === 0) return findings;
  const reported = data_quality.toSorted(byCodeThenMessage);
  for (const entry of RULES) {
    if ('reported' in entry) findings.push(...findingsReported(entry, reported, heldCodes));
    else if (heldCodes.has(entry.code)) findings.push(findingOfRule(entry, facts, reported));
  }
  return findings;
}

/** A reported entry with a rule's code belongs to that rule's finding; the worse effect counts. */
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
    nextStep: rule.nextStep(facts),
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
      nextStep: null,
    }));
}

function worse(a: Effect, b: Effect): Effect {
  return EFFECTS.indexOf(a) < EFFECTS.indexOf(b) ? a : b;
}

function healthOf(findings: readonly Finding[]): Health {
  const worst = EFFECTS.find((effect) => findings.some((finding) => finding.effect === effect));
  return worst === undefined || worst === 'info' ? 'healthy' : worst;
}

function byCodeThenMessage(a: QualityEntry, b: QualityEntry): number {
  return compare(a.code, b.code) || compare(a.message, b.message);
}

/** Compares code units, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
