import type { Verdict, Verdicts } from './verdicts.ts';

/** For programs; documented in docs/exports.md. */
export function asJson({ asOf, summary, verdicts }: Verdicts): string {
  const { total, needsAction, off, byHealth } = summary;
  const document = {
    as_of: asOf,
    summary: { total, needs_action: needsAction, off, by_health: byHealth },
    sources: verdicts.map(entryOf),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entryOf({ source, assessment }: Verdict) {
  return {
    id: source.id,
    name: source.name,
    platform: source.platform,
    health: assessment.health,
    headline: assessment.headline && findingOf(assessment.headline),
    numbers: assessment.numbers,
    lifecycle: assessment.lifecycle,
    last_success: assessment.lastSuccess,
    findings: assessment.findings.map(findingOf),
    not_reported: assessment.notReported,
  };
}

function findingOf({ code, severity, effect, message, remedy }: Verdict['assessment']['findings'][number]) {
  return { code, severity, effect, message, remedy };
}
