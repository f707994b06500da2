/** Calls back after so many milliseconds. @returns how to cancel that */
export type StartTimer = (ms: number, done: () => void) => () => void;

/** How long the browser may take to answer before the panel says that it does not. */
const ANSWER_MS = 20_000;

export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

/** The task's own result, or a `TimeoutError` after so many milliseconds. The task itself goes on. */
export async function withTimeout<T>(task: Promise<T>, startTimer: StartTimer, ms = ANSWER_MS): Promise<T> {
  const late = Promise.withResolvers<never>();
  const cancel = startTimer(ms, () => late.reject(new TimeoutError('The browser does not answer')));
  try {
    return await Promise.race([task, late.promise]);
  } finally {
    cancel();
  }
}
