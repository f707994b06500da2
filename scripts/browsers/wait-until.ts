import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 20;

/**
 * Asks again and again until the answer is something, and hands that over.
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
