import { describe, expect, test } from 'vitest';
import type { ActionId, Effect } from '../../../lib/status/vocabulary.ts';
import { assess, type Changes, findingOf } from './verdicts.ts';

interface RuleCases {
  effect: Effect;
  /** Counts also on a disabled source, or is suppressed there. */
  onDisabled: 'counts' | 'suppressed';
  remedy: ActionId | null;
  /** When it holds, on what, and the whole sentence it then says. */
  holds: Record<string, [on: Changes, sentence: string]>;
  holdsNot: Record<string, Changes>;
}

const SEVERITIES = { error: 'ERROR', unknown: 'WARNING', warning: 'WARNING', pending: 'INFO', info: 'INFO' };

/** One rule of the list, by examples on either side of its edge. */
export function describeRule(code: string, { effect, onDisabled, remedy, holds, holdsNot }: RuleCases): void {
  describe(code, () => {
    test.each(Object.entries(holds))('holds with %s', (_, [on, message]) => {
      const finding = { code, severity: SEVERITIES[effect], effect, message, remedy };
      expect(findingOf(code, on)).toEqual(finding);
    });

    test.each(Object.entries(holdsNot))('does not hold with %s', (_, on) => {
      const { findings, suppressed } = assess(on);
      expect([...findings, ...suppressed].map((entry) => entry.code)).not.toContain(code);
    });

    test.each(Object.entries(holds))(`on a disabled source ${onDisabled} with %s`, (_, [on]) => {
      const { findings, suppressed } = assess({ disabled_by: 'user', ...on, enabled: false });
      const entry = { code, because: 'the source is disabled' };
      const counts = onDisabled === 'counts';
      expect(findings.some((finding) => finding.code === code)).toBe(counts);
      expect(suppressed.filter((one) => one.code === code)).toEqual(counts ? [] : [entry]);
    });
  });
}
