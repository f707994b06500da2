import { isOld } from '../snapshot/age.ts';

/** Two clocks are never quite the same, and the panel's own is read once a minute: in milliseconds. */
const TOLERANCE = 2 * 60_000;

/** @param now the wall clock in milliseconds, as of the last tick */
export function ageOf(generatedAt: string, now: number): 'fresh' | 'old' | 'future' {
  if (Date.parse(generatedAt) - now > TOLERANCE) return 'future';
  return isOld(generatedAt, now) ? 'old' : 'fresh';
}
