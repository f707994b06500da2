/** Calls back after this many milliseconds. @returns a function that cancels it */
export type StartTimer = (ms: number, done: () => void) => () => void;

/** How long the browser may take before the panel reports that it doesn't answer. */
const ANSWER_MS = 20_000;

export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

/** Settles like the task, or rejects with a `TimeoutError` after this many milliseconds. The task itself goes on. */
export async function withTimeout<T>(task: Promise<T>, startTimer: StartTimer, ms = ANSWER_MS): Promise<T> {
  const late = Promise.withResolvers<never>();
  const cancel = startTimer(ms, () => late.reject(new TimeoutError('The browser does not answer')));
  try {
    return await Promise.race([task, late.promise]);
  } finally {
    cancel();
  }
}
