/** docs/codes.md matches the code: every table is compared with it, row by row. */
import { expect, test } from 'vitest';
import text from '../../../docs/codes.md?raw';
import { AS_OF, aRun, aSource } from '../../../fixtures/builders.ts';
import { ERROR_KIND_WORDS, type ErrorKind, remedyForErrorKind } from '../../../lib/status/error-kinds.ts';
import { gatherFacts } from '../../../lib/status/facts.ts';
import type { Rule } from '../../../lib/status/rule.ts';
import { RULES } from '../../../lib/status/rules.ts';
import { NUMBERS } from '../../../lib/status/vocabulary.ts';
import { actionsOn } from './verdicts.ts';

/** The cells of the table with this heading row, without code marks. */
function table(heading: string): string[][] {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  expect(start, heading).toBeGreaterThan(-1);
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const rows = lines.slice(start + 2, length === -1 ? lines.length : start + length);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

/** What helps, for errors that need different remedies, so that a remedy that depends on the error is noticed. */
function remedyInWords(rule: Rule): string {
  const remedies = ['40105', '40133'].map((code) => {
    const sync_history = [aRun({ status: 'failed', error: { code, message: '' } })];
    return rule.remedy(gatherFacts(aSource({ sync_history }), new Date(AS_OF)));
  });
  return remedies[0] === remedies[1] ? (remedies[0] ?? '–') : 'by the kind of error';
}

test('the findings: code, effect, where it counts and what helps, in rule order', () => {
  const documented = table('| # | code | effect | counts on | what it means | what helps |');
  expect(documented.map(([place, code, effect, on, , helps]) => [place, code, effect, on, helps])).toEqual(
    RULES.map((entry, at) =>
      'code' in entry
        ? [`${at + 1}`, entry.code, entry.effect, entry.countsOn, remedyInWords(entry)]
        : [`${at + 1}`, `(reported ${entry.reported})`, entry.effect, 'every source', entry.remedy],
    ),
  );
});

test('every finding has a meaning of its own', () => {
  const meanings = table('| # | code | effect | counts on | what it means | what helps |').map(
    (row) => row[4],
  );
  expect(new Set(meanings).size).toBe(RULES.length);
  for (const meaning of meanings) expect(meaning).toMatch(/^[A-Z].+\.$/);
});

test('the actions: label, description and what a viewer may do', () => {
  const documented = table('| action | label | what it would do | a viewer | not ready |');
  expect(documented.map((row) => row.slice(0, 4))).toEqual(
    Object.values(actionsOn({}, 'viewer')).map(({ id, label, description, decision }) => [
      id,
      label,
      description,
      decision,
    ]),
  );
});

test('the kinds of error, in words, and what helps', () => {
  const kinds = Object.entries(ERROR_KIND_WORDS) as [ErrorKind, string][];
  expect(table('| kind | what it means | what helps |')).toEqual(
    kinds.map(([kind, words]) => [kind, words, remedyForErrorKind(kind) ?? '–']),
  );
});

test('what the dashboards show, in order', () => {
  expect(table('| numbers | when |').map(([numbers]) => numbers)).toEqual([...NUMBERS]);
});
