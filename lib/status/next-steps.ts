/** What a person should do, and where, about a finding that none of the nine actions resolves. */

import { spellDuration } from './duration.ts';
import type { ErrorKind } from './error-kinds.ts';
import type { Facts } from './facts.ts';

/** Null if an action helps. */
export function nextStepForFailure(facts: Facts): string | null {
  const steps: Partial<Record<ErrorKind, string>> = {
    account: 'Check the account at the platform: it may be suspended, unpaid, closed or not enabled.',
    app: 'Ask whoever runs the connector: the platform refuses its app or developer token.',
    rate_limit: waitForLimit(facts),
    version: askForNewerVersion(facts),
  };
  return facts.errorKind === null ? null : (steps[facts.errorKind] ?? null);
}

export function waitForLimit({ limitLeft }: Facts): string {
  return limitLeft > 0
    ? `Wait: the limit ends in ${spellDuration(limitLeft)}.`
    : 'Wait before the next sync: more requests now only keep the limit up.';
}

export function askForNewerVersion({ source: { technical } }: Facts): string {
  const than = technical.api_version === null ? '' : ` than ${technical.api_version}`;
  return `Ask whoever runs the connector for a release that uses a newer API version${than}.`;
}

export function startAgain({ source }: Facts): string {
  return source.disabled_by === 'billing'
    ? 'Ask whoever pays for your data platform: the source stays stopped until billing is settled.'
    : 'Ask whoever runs your data platform why the source was stopped.';
}

export function reviewVersion({ source: { technical } }: Facts): string {
  return technical.api_version_review === 'IN_REVIEW'
    ? 'Wait for the review, or ask whoever runs the connector how it is going.'
    : 'Ask whoever runs the connector to review the API version.';
}
