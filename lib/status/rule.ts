/** What a rule of the verdict is. */
import type { Facts } from './facts.ts';
import type { ActionId, Effect, Severity } from './vocabulary.ts';

export interface Rule {
  code: string;
  effect: Effect;
  countsOn: CountsOn;
  holds: (facts: Facts) => boolean;
  /** Asked only where the rule holds, as are the next two. */
  sentence: (facts: Facts) => string;
  remedy: (facts: Facts) => ActionId | null;
  nextStep: (facts: Facts) => string | null;
}

/**
 * On which sources a rule counts. One that is off keeps its data frozen on purpose, so most findings say nothing there;
 * one that was stopped has the stop as the cause of its old data.
 */
export type CountsOn = 'every source' | 'all but off' | 'enabled only';

/** Where the entries stand that the exporting platform reports itself, one place per severity. */
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

/** Counts on every source, has no remedy and no next step, unless its body says so. */
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
