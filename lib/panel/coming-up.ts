/** What the snapshot says will happen, across all sources. */
import type { Row } from '../snapshot/rows/row.ts';

export interface ComingEvent {
  row: Row;
  event: Row['upcoming'][number];
}

/** Soonest first, without past events and sources that are off. @param now milliseconds since the epoch */
export function comingUp(rows: readonly Row[], now: number): ComingEvent[] {
  return rows
    .filter(({ lifecycle }) => lifecycle !== 'off')
    .flatMap((row) => row.upcoming.map((event) => ({ row, event, at: Date.parse(event.at) })))
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at - b.at);
}
