import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { groupRuns, rangeOf } from '../../../lib/panel/run-groups.ts';

const error = { code: '40105', message: 'Revoked' };
const failed = (run: Parameters<typeof aRun>[0] = {}) => aRun({ status: 'failed', error, ...run });
const sizes = (runs: Parameters<typeof groupRuns>[0]) => groupRuns(runs).map((group) => group.runs.length);

describe('runs that failed alike', () => {
  it('share a row only if they are consecutive', () => {
    expect(sizes([failed(), failed(), aRun(), failed()])).toEqual([2, 1, 1]);
  });

  it('differ by status, kind, version, code and message', () => {
    const others = [
      { status: 'partial' },
      { kind: 'history' },
      { api_version: 'v9' },
      { error: { ...error, code: null } },
      { error: { ...error, message: null } },
      { finished_at: null, started_at: null },
    ];
    for (const other of others) expect(sizes([failed(), failed(other)])).toEqual([1, 1]);
  });

  it('are explained at the newest', () => {
    const groups = groupRuns([failed(), aRun(), failed(), failed({ error: { ...error, code: '1' } })]);
    expect(groups.map(({ isExplained }) => isExplained)).toEqual([false, false, true, false]);
  });
});

it('are never grouped without a reported error', () => {
  expect(sizes([aRun(), aRun(), failed({ error: null }), failed({ error: null })])).toEqual([1, 1, 1, 1]);
});

test('the range of a count is null if it is not reported, and includes a reported 0', () => {
  const runs = [
    failed({ fetched: null, failed: null }),
    failed({ fetched: 4, failed: null }),
    failed({ fetched: 0, failed: null }),
  ];
  expect(rangeOf(runs, 'fetched')).toEqual({ least: 0, most: 4 });
  expect(rangeOf(runs, 'failed')).toBeNull();
});

test('any runs are all there, in their order', () => {
  const run = fc
    .record({
      status: fc.constantFrom('failed', 'completed'),
      fetched: fc.option(fc.nat()),
      error: fc.option(fc.record({ code: fc.constantFrom('1', '2'), message: fc.constant(null) })),
    })
    .map(aRun);
  fc.assert(
    fc.property(fc.array(run), (runs) => {
      expect(groupRuns(runs).flatMap((group) => group.runs)).toEqual(runs);
    }),
  );
});
