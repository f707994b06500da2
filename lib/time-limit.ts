/** Calls of a browser API that may never answer. */

/** The browser did not answer in time. What was asked may still happen later. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

/** Calls back once when the time is up. @returns how to cancel that */
export type Timer = (onEnd: () => void) => () => void;

/** @throws {NoAnswerError} when the time is up before the answer is there */
export async function withTimeLimit<T>(timer: Timer, ask: () => Promise<T>): Promise<T> {
  const { promise: timeUp, reject } = Promise.withResolvers<never>();
  const cancel = timer(() => reject(new NoAnswerError('The browser did not answer.')));
  try {
    return await Promise.race([ask(), timeUp]);
  } finally {
    cancel();
  }
}
