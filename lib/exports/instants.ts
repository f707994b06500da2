/** Instants as a snapshot writes them: universal time, to the second. */

import { isInstant } from '../schema/plain.ts';

/** Some tools write a space for the T, or more decimals than a snapshot allows. */
const LOOSE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** Anything earlier is how a tool writes “never”, such as `0001-01-01T00:00:00Z`. */
const FIRST = Date.UTC(1971, 0, 1);
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Null if it is not an instant, or means “never”. */
export function asInstant(text: string | null): string | null {
  const [, day, time, offset] = LOOSE.exec(text ?? '') ?? [];
  // Without an offset, the time zone is anyone's guess.
  const instant = `${day}T${time}${offset}`;
  return isInstant(instant) ? writtenInstant(Date.parse(instant)) : null;
}

/** @param time milliseconds since the epoch @returns null if it is out of range, or means “never” */
export function writtenInstant(time: number): string | null {
  return time >= FIRST && time <= LAST ? `${new Date(time).toISOString().slice(0, 19)}Z` : null;
}

/** Takes instants written by this module; null if there is none. */
export function latest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((last, one) => (last === null || (one !== null && one > last) ? one : last), null);
}
