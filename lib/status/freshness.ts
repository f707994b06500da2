/** How old data is compared with its source's schedule. Durations are in milliseconds, NaN if not known. */
import type { Stream } from '../schema/snapshot.ts';
import { MINUTE } from './duration.ts';
import type { Facts } from './facts.ts';
import { isLater, millisecondsUntil, realInstant } from './instants.ts';

/** The time between two syncs. */
export function intervalOf({ source }: Facts): number {
  return (source.schedule?.every_minutes ?? Number.NaN) * MINUTE;
}

/** When the schedule says the next sync after the last success is due, as calendars do; null if it doesn't say. */
export function namedDue({ source, lastSuccess }: Facts): string | null {
  const next = source.schedule?.next_due_at ?? null;
  return next !== null && lastSuccess !== null && isLater(next, lastSuccess) ? next : null;
}

/** The age of the last success from which the platform itself calls the data stale. */
export function staleAfter({ source }: Facts): number | null {
  return inMilliseconds(source.schedule?.stale_after_minutes);
}

/** The age of the last success from which the platform itself calls the data late. */
export function lateAfter({ source }: Facts): number | null {
  return inMilliseconds(source.schedule?.late_after_minutes);
}

/** Time since the next sync was due; negative before that. */
function overdue(facts: Facts): number {
  const due = namedDue(facts);
  return due === null ? facts.age - intervalOf(facts) : -millisecondsUntil(due, facts.asOf);
}

export function isStale(facts: Facts): boolean {
  const limit = staleAfter(facts);
  return limit === null ? overdue(facts) > 2 * intervalOf(facts) : facts.age > limit;
}

/**
 * Late but not stale. If a calendar's interval is not reported, half an interval isn't known either: what was due at an
 * instant and hasn't arrived is late from then on, and never stale.
 */
export function isLate(facts: Facts): boolean {
  if (isStale(facts)) return false;
  const limit = lateAfter(facts);
  if (limit !== null) return facts.age > limit;
  const interval = intervalOf(facts);
  return overdue(facts) > (Number.isNaN(interval) ? 0 : interval / 2);
}

/**
 * Stale by the source's schedule. If that names the next sync, a stream is compared with the source's last success: a
 * source that syncs on weekdays only is quiet on Sunday, and so are its streams.
 */
export function isStaleStream(stream: Stream, facts: Facts): boolean {
  const last = realInstant(stream.last_successful_sync);
  const limit = staleAfter(facts);
  if (limit !== null) return ageOf(last, facts.asOf) > limit;
  const until = namedDue(facts) === null ? facts.asOf : millisecondsUntil(facts.lastSuccess, 0);
  return ageOf(last, until) > 3 * intervalOf(facts);
}

function ageOf(instant: string | null, until: number): number {
  return -millisecondsUntil(instant, until);
}

function inMilliseconds(minutes: number | null | undefined): number | null {
  return minutes == null ? null : minutes * MINUTE;
}
