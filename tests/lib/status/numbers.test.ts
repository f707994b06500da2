import { expect, test } from 'vitest';
import { countNumbers } from '../../../lib/status/count-numbers.ts';
import type { Lifecycle, Numbers } from '../../../lib/status/vocabulary.ts';

const showing = (numbers: Numbers, lifecycle: Lifecycle = 'enabled') => ({ numbers, lifecycle });

test('counts the sources whose numbers could be misread, by kind, in a fixed order', () => {
  const count = countNumbers([
    showing('partial'),
    showing('late'),
    showing('hidden'),
    showing('late', 'enabled'),
    showing('frozen', 'stopped'),
    showing('unknown'),
    showing('missing'),
    showing('current'),
    showing('as_of_last_sync'),
    showing('frozen', 'off'),
  ]);
  expect([...count.byNumbers]).toEqual([
    ['hidden', 1],
    ['frozen', 1],
    ['unknown', 1],
    ['missing', 1],
    ['late', 2],
    ['partial', 1],
  ]);
  expect(count.total).toBe(7);
});

test('a source that is off counts if its numbers are hidden', () => {
  expect(countNumbers([showing('hidden', 'off')]).total).toBe(1);
});

test('frozen numbers count if the source was stopped, but not if it is off', () => {
  expect(countNumbers([showing('frozen', 'stopped')]).total).toBe(1);
  expect(countNumbers([showing('frozen', 'off')]).total).toBe(0);
});

test('without sources nothing is counted', () => {
  expect(countNumbers([])).toEqual({ byNumbers: new Map(), total: 0 });
});
