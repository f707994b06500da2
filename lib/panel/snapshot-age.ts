import { isOld } from '../snapshot/age.ts';

/** In milliseconds. Two clocks always differ a little, and the panel reads its own once a minute. */
const TOLERANCE = 2 * 60_000;

/** @param now the wall clock in milliseconds, as of the last tick */
export function ageOf(generatedAt: string, now: number): 'fresh' | 'old' | 'future' {
  if (Date.parse(generatedAt) - now > TOLERANCE) return 'future';
  return isOld(generatedAt, now) ? 'old' : 'fresh';
}
