import { describe, expect, test } from 'vitest';
import type { CountsOn } from '../../../lib/status/rule.ts';
import type { ActionId, Effect } from '../../../lib/status/vocabulary.ts';
import { assess, type Changes, findingOf } from './verdicts.ts';

interface RuleCases {
  effect: Effect;
  countsOn: CountsOn;
  remedy: ActionId | null;
  /** What to do if no action helps; omitted if one does. */
  nextStep?: string;
  /** Cases in which the rule holds: the source, and the rule's whole sentence. */
  holds: Record<string, [on: Changes, sentence: string]>;
  holdsNot: Record<string, Changes>;
}

const SEVERITIES = { error: 'ERROR', unknown: 'WARNING', warning: 'WARNING', pending: 'INFO', info: 'INFO' };

/** One rule, by examples on either side of its limit. */
export function describeRule(
  code: string,
  { effect, countsOn, remedy, nextStep, holds, holdsNot }: RuleCases,
) {
  describe(code, () => {
    test.each(Object.entries(holds))('holds with %s', (_, [on, message]) => {
      const severity = SEVERITIES[effect];
      const finding = { code, severity, effect, message, remedy, nextStep: nextStep ?? null };
      expect(findingOf(code, on)).toEqual(finding);
    });

    test.each(Object.entries(holdsNot))('does not hold with %s', (_, on) => {
      const { findings, suppressed } = assess(on);
      expect([...findings, ...suppressed].map((entry) => entry.code)).not.toContain(code);
    });

    describe.each([
      ['off', 'user', 'the source is switched off', countsOn === 'every source'],
      ['stopped', 'system', 'the source was stopped', countsOn !== 'enabled only'],
    ])('on a source that is %s', (_, disabled_by, because, counts) => {
      test.each(Object.entries(holds))(`${counts ? 'counts' : 'is set aside'} with %s`, (_, [on]) => {
        const { findings, suppressed } = assess({ disabled_by, ...on, enabled: false });
        expect(findings.some((finding) => finding.code === code)).toBe(counts);
        expect(suppressed.filter((one) => one.code === code)).toEqual(counts ? [] : [{ code, because }]);
      });
    });
  });
}
