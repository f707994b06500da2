/** What the snapshot says will happen to a source: the events of "Coming up". */
import type { Source } from '../schema/snapshot.ts';
import { DAY, MINUTE } from './duration.ts';
import type { Upcoming } from './vocabulary.ts';

export interface UpcomingEvent {
  what: Upcoming;
  /** ISO 8601. */
  at: string;
  /** The version that ends, if it is known. */
  api_version?: string;
}

/** Connections whose sign-in no longer works, whatever its expiry. */
const SIGNED_OUT = new Set(['expired', 'revoked', 'disconnected']);

/** The first instant that ISO 8601 can't write with a four-digit year. */
const YEAR_10000 = Date.UTC(10_000, 0);

/**
 * The events after the snapshot, soonest first. Only events that the snapshot dates; nothing is estimated.
 * @param asOf the snapshot's `generated_at`
 * @param lastSuccess from the assessment: an interval counts from it
 */
export function upcomingOf(source: Source, asOf: Date, lastSuccess: string | null): UpcomingEvent[] {
  const { token, technical, rate_limited_until } = source;
  const signIn = SIGNED_OUT.has(source.connection) ? null : token;
  const version = technical.api_version;
  const events: [Upcoming, at: string | null | undefined][] = [
    ['limit_lifts', rate_limited_until],
    ['sync_due', dueAt(source, lastSuccess)],
    // A sign-in that renews itself does not end when its token expires.
    ['sign_in_ends', signIn?.refreshable ? null : signIn?.expires_at],
    ['renewal_ends', signIn?.refresh_ends_at],
    ['version_ends', technical.api_version_sunset_at],
  ];
  return events
    .flatMap(([what, at]): UpcomingEvent[] => {
      if (!at || Date.parse(at) <= asOf.getTime()) return [];
      return [
        what === 'version_ends' && version !== null ? { what, at, api_version: version } : { what, at },
      ];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** When the next sync is due; null for a disabled source, and if syncs are due more than once a day: those aren't news. */
function dueAt({ enabled, schedule }: Source, lastSuccess: string | null): string | null {
  if (!enabled || schedule === null) return null;
  const { next_due_at = null, every_minutes } = schedule;
  const last = lastSuccess === null ? Number.NaN : Date.parse(lastSuccess);
  const isDone = next_due_at !== null && Date.parse(next_due_at) <= last;
  if (next_due_at !== null && !isDone) return next_due_at;
  if (every_minutes === null || every_minutes * MINUTE < DAY || Number.isNaN(last)) return null;
  const due = last + every_minutes * MINUTE;
  return due < YEAR_10000 ? new Date(due).toISOString().replace('.000Z', 'Z') : null;
}
