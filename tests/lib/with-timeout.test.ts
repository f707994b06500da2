import { expect, it } from 'vitest';
import { TimeoutError, withTimeout } from '../../lib/with-timeout.ts';
import { aTimer } from '../timer.ts';

const never = new Promise<never>(() => {});

it('returns the task’s own result, and stops the timer', async () => {
  const timer = aTimer();
  expect(await withTimeout(Promise.resolve(7), timer.start)).toBe(7);
  await expect(withTimeout(Promise.reject(new Error('IO error')), timer.start)).rejects.toThrow('IO error');
  expect(timer.running()).toEqual([]);
});

it('gives up on a task that never ends, and not too early', async () => {
  const timer = aTimer();
  const given = withTimeout(never, timer.start, 500);
  expect(timer.running()).toEqual([500]);
  timer.pass();
  await expect(given).rejects.toThrow(TimeoutError);
});
