import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { CHART_HEIGHT, countStatuses, layOutRuns } from '../../../lib/panel/run-chart.ts';

const counts = (fetched: number | null, processed = fetched, failed: number | null = 0) => ({
  fetched,
  processed,
  failed,
});
const NOT_REPORTED = counts(null, null, null);
const only = (run: Parameters<typeof aRun>[0]) => layOutRuns([aRun(run), aRun(counts(100))])[1];

describe('the positions of the bars', () => {
  it('go from the oldest to the newest', () => {
    const bars = layOutRuns([aRun({ status: 'running' }), aRun({ status: 'failed' })]);
    expect(bars.map(({ status }) => status)).toEqual(['failed', 'running']);
    expect(bars[1]?.x).toBeGreaterThan(bars[0]?.x ?? 100);
  });

  it('keep few runs slim, at the end', () => {
    const [bar] = layOutRuns([aRun()]);
    expect(bar?.width).toBeLessThan(5);
    expect(bar?.x).toBeGreaterThan(90);
  });

  it('are none without runs', () => {
    expect(layOutRuns([])).toEqual([]);
  });
});

describe('the heights of the bars', () => {
  it('stack failed rows on processed ones, on the scale of fetched rows', () => {
    expect(only(counts(100, 50, 25))).toMatchObject({
      fetched: { y: 0, height: CHART_HEIGHT },
      processed: { y: CHART_HEIGHT / 2, height: CHART_HEIGHT / 2 },
      failed: { y: CHART_HEIGHT / 4, height: CHART_HEIGHT / 4 },
      isGap: false,
      isCut: false,
    });
  });

  it('show a reported 0 as a line, and unreported counts as a gap', () => {
    expect(only(counts(0))).toMatchObject({ fetched: { height: 1.5 }, processed: null, isGap: false });
    expect(only(NOT_REPORTED)).toMatchObject({ fetched: null, processed: null, isGap: true });
    expect(only(counts(null, 100))).toMatchObject({ fetched: null, processed: { y: 0 }, isGap: false });
  });

  it('have no gap for a run in progress', () => {
    expect(only({ ...NOT_REPORTED, status: 'queued' })?.isGap).toBe(false);
    expect(only({ ...NOT_REPORTED, status: 'running' })?.isGap).toBe(false);
  });

  it('cut a very high bar, so that the others stay readable', () => {
    const bars = layOutRuns([aRun(counts(90_000)), aRun(counts(1000)), aRun(counts(900))]);
    expect(bars.map(({ isCut }) => isCut)).toEqual([false, false, true]);
    expect(bars[1]?.fetched?.height).toBeCloseTo(CHART_HEIGHT / 3);
  });

  it('show one row of a million', () => {
    expect(only(counts(1_000_000, 999_999, 1))?.failed?.height).toBe(1.5);
  });
});

test('any runs stay inside the chart', () => {
  const count = fc.option(fc.nat());
  const run = fc.record({ fetched: count, processed: count, failed: count });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 30 }), (runs) => {
      for (const bar of layOutRuns(runs.map(aRun))) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(100);
        for (const block of [bar.fetched, bar.processed, bar.failed]) {
          if (block === null) continue;
          expect(block.y).toBeGreaterThanOrEqual(0);
          expect(block.height).toBeGreaterThan(0);
          expect(block.y + block.height).toBeLessThanOrEqual(CHART_HEIGHT + 1.5);
        }
      }
    }),
  );
});

test('counts each status that occurs, the most frequent first', () => {
  const runs = ['failed', 'completed', 'throttled', 'completed'].map((status) => aRun({ status }));
  expect(countStatuses(runs)).toEqual([
    { status: 'completed', count: 2 },
    { status: 'failed', count: 1 },
    { status: 'throttled', count: 1 },
  ]);
});
