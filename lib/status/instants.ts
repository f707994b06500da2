/** Instants as the snapshot writes them: how they compare, and when a run happened. */
import type { SyncRun } from '../schema/snapshot.ts';

type Dated = Pick<SyncRun, 'started_at' | 'finished_at'>;

/** Many systems count from 1970, so a date in it means that there is none. */
const FIRST_REAL_YEAR = '1971';

/** The instant, or null if it is not reported or means “never”. */
export function realInstant(instant: string | null | undefined): string | null {
  return instant != null && instant >= FIRST_REAL_YEAR ? instant : null;
}

/** When a run happened: its end, else its start; null if neither is known. */
export function timeOfRun(run: Dated | undefined): string | null {
  return realInstant(run?.finished_at) ?? realInstant(run?.started_at);
}

/** Milliseconds from start to end; null if one is not known, or if the end precedes the start. */
export function lengthOfRun({ started_at, finished_at }: Dated): number | null {
  if (started_at === null || finished_at === null) return null;
  const length = Date.parse(finished_at) - Date.parse(started_at);
  return length < 0 ? null : length;
}

/** Negative for an instant in the past; NaN, for which every comparison is false, if there is none. */
export function millisecondsUntil(instant: string | null | undefined, asOf: number): number {
  return instant == null ? Number.NaN : Date.parse(instant) - asOf;
}

export function isLater(instant: string, than: string): boolean {
  return areAlike(instant, than) ? instant > than : Date.parse(instant) > Date.parse(than);
}

export function isSameInstant(one: string, other: string): boolean {
  return areAlike(one, other) ? one === other : Date.parse(one) === Date.parse(other);
}

/** The later of two instants, as the snapshot writes it; if one is not known, the other. */
export function later(instant: string | null, other: string | null): string | null {
  if (instant === null || other === null) return instant ?? other;
  return isLater(other, instant) ? other : instant;
}

/** Instants in the same form compare as strings. Parsing every date would take most of the time. */
function areAlike(one: string, other: string): boolean {
  return one.length === other.length && isInUtc(one) && isInUtc(other);
}

function isInUtc(instant: string): boolean {
  return instant.charCodeAt(instant.length - 1) === CODE_OF_Z;
}

const CODE_OF_Z = 90;
