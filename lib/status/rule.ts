/** What a rule of the verdict consists of. */
import type { Facts } from './facts.ts';
import type { ActionId, Effect, Severity } from './vocabulary.ts';

export interface Rule {
  code: string;
  effect: Effect;
  countsOn: CountsOn;
  holds: (facts: Facts) => boolean;
  /** Called only if the rule holds, like the next two. */
  sentence: (facts: Facts) => string;
  remedy: (facts: Facts) => ActionId | null;
  nextStep: (facts: Facts) => string | null;
}

/**
 * On which sources a rule counts. A source that is off keeps its data frozen on purpose, so most findings mean nothing
 * there; if a source was stopped, the stop is the cause of its old data.
 */
export type CountsOn = 'every source' | 'all but off' | 'enabled only';

/** Where the exporting platform's own entries go in the rule order, one place per severity. */
export interface ReportedPlace {
  reported: Severity;
  effect: Effect;
  remedy: ActionId;
}

interface RuleBody {
  countsOn?: CountsOn;
  holds: Rule['holds'];
  sentence: Rule['sentence'];
  remedy?: ActionId | Rule['remedy'];
  nextStep?: Rule['nextStep'];
}

/** By default a rule counts on every source and has no remedy and no next step. */
export function rule(code: string, effect: Effect, body: RuleBody): Rule {
  const { countsOn = 'every source', holds, sentence, remedy = null, nextStep = () => null } = body;
  return {
    code,
    effect,
    countsOn,
    holds,
    sentence,
    remedy: typeof remedy === 'function' ? remedy : () => remedy,
    nextStep,
  };
}
