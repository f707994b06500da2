import type { StartTimer } from '../lib/with-timeout.ts';

/** A timer that fires when the test says so. */
export function aTimer() {
  const timers = new Map<symbol, { ms: number; done: () => void }>();
  const start: StartTimer = (ms, done) => {
    const own = Symbol(`${ms} ms`);
    timers.set(own, { ms, done });
    return () => timers.delete(own);
  };
  return {
    start,
    /** The milliseconds of each timer that has neither fired nor been stopped. */
    running: () => Array.from(timers.values(), ({ ms }) => ms),
    /** Fires all timers. */
    pass() {
      for (const { done } of timers.values()) done();
      timers.clear();
    },
  };
}
