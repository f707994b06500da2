/** What the snapshot says will happen, over all its sources. */
import type { Row } from '../snapshot/rows/row.ts';

export interface ComingEvent {
  row: Row;
  event: Row['upcoming'][number];
}

/** The soonest first, without what has happened meanwhile and what is switched off. @param now milliseconds */
export function comingUp(rows: readonly Row[], now: number): ComingEvent[] {
  return rows
    .filter(({ lifecycle }) => lifecycle !== 'off')
    .flatMap((row) => row.upcoming.map((event) => ({ row, event, at: Date.parse(event.at) })))
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at - b.at);
}
