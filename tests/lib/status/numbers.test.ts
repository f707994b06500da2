import { expect, test } from 'vitest';
import { countNumbers } from '../../../lib/status/count-numbers.ts';
import type { Lifecycle, Numbers } from '../../../lib/status/vocabulary.ts';

const showing = (numbers: Numbers, lifecycle: Lifecycle = 'enabled') => ({ numbers, lifecycle });

test('counts what is not as a reader would take it, by what it is, in one order', () => {
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

test('a source that is off counts where its numbers are hidden', () => {
  expect(countNumbers([showing('hidden', 'off')]).total).toBe(1);
});

test('frozen numbers count where the source was stopped, and not where it is off', () => {
  expect(countNumbers([showing('frozen', 'stopped')]).total).toBe(1);
  expect(countNumbers([showing('frozen', 'off')]).total).toBe(0);
});

test('nothing to count is none', () => {
  expect(countNumbers([])).toEqual({ byNumbers: new Map(), total: 0 });
});
