import { expect, it, vi } from 'vitest';
import { NoAnswerError, withTimeLimit } from '../../lib/time-limit.ts';

/** A timer that the test ends. */
function aTimer() {
  const cancel = vi.fn();
  let end = () => {};
  const timer = (onEnd: () => void) => {
    end = onEnd;
    return cancel;
  };
  return { timer, cancel, end: () => end() };
}

it('gives the answer, or the refusal, and stops the timer', async () => {
  const { timer, cancel } = aTimer();
  expect(await withTimeLimit(timer, async () => 7)).toBe(7);
  await expect(withTimeLimit(timer, () => Promise.reject(new Error('quota')))).rejects.toThrow('quota');
  expect(cancel).toHaveBeenCalledTimes(2);
});

it('says that nothing was answered when the time is up', async () => {
  const { timer, end } = aTimer();
  const answer = withTimeLimit(timer, () => new Promise(() => {}));
  end();
  await expect(answer).rejects.toBeInstanceOf(NoAnswerError);
});

it('rejects, and does not throw, where the browser throws', async () => {
  const { timer, cancel } = aTimer();
  const ask = () => {
    throw new TypeError('undefined is not a function');
  };
  await expect(withTimeLimit(timer, ask)).rejects.toThrow(TypeError);
  expect(cancel).toHaveBeenCalledOnce();
});
