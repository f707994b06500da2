import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 20;

/**
 * Polls until the answer is truthy, and returns it.
 * @throws after `timeout` milliseconds, naming what was waited for
 */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T>,
  timeout = 10_000,
): Promise<NonNullable<T>> {
  const end = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain for: ${what}`);
    await pause(PAUSE_MS);
  }
}
