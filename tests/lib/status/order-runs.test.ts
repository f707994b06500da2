import { expect, test } from 'vitest';
import { newestFirst } from '../../../lib/status/order-runs.ts';

const at = (finished_at: string | null, started_at: string | null = null) => ({ started_at, finished_at });
const [first, second, third] = ['01', '02', '03'].map((hour) => at(`2026-11-20T${hour}:00:00Z`)) as [
  ReturnType<typeof at>,
  ReturnType<typeof at>,
  ReturnType<typeof at>,
];

test('runs that are already newest first are returned as the same array', () => {
  for (const runs of [[], [third, second, first], [third, at(null), third, first]]) {
    expect(newestFirst(runs)).toBe(runs);
  }
});

test('runs that are oldest first are reversed', () => {
  const runs = [first, second, third];
  expect(newestFirst(runs)).toEqual([third, second, first]);
  expect(runs).toEqual([first, second, third]);
});

test('a run without a date keeps its position', () => {
  const undated = at(null);
  expect(newestFirst([first, undated, third, second])).toEqual([third, undated, second, first]);
});

test('a run without an end is sorted by its start', () => {
  const running = at(null, '2026-11-20T02:30:00Z');
  expect(newestFirst([running, third, second])).toEqual([third, running, second]);
});

test('runs at the same time keep their order', () => {
  const [one, other] = [at('2026-11-20T02:00:00Z', 'a'), at('2026-11-20T02:00:00Z', 'b')];
  expect(newestFirst([first, one, other])).toEqual([one, other, first]);
});

test('offsets and fractions of a second count', () => {
  const paris = at('2026-11-20T03:30:00+01:00');
  const fraction = at('2026-11-20T02:00:00.500Z');
  expect(newestFirst([second, fraction, paris])).toEqual([paris, fraction, second]);
});
