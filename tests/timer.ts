import type { StartTimer } from '../lib/with-timeout.ts';

/** A timer that rings when a test says so. */
export function aTimer() {
  const timers = new Map<symbol, { ms: number; done: () => void }>();
  const start: StartTimer = (ms, done) => {
    const own = Symbol(`${ms} ms`);
    timers.set(own, { ms, done });
    return () => timers.delete(own);
  };
  return {
    start,
    /** The milliseconds of each timer that neither rang nor was stopped. */
    running: () => Array.from(timers.values(), ({ ms }) => ms),
    /** All ring. */
    pass() {
      for (const { done } of timers.values()) done();
      timers.clear();
    },
  };
}
