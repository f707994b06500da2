/** How sentences write counts and durations. Separate from wording.ts, because the list needs only these. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let wholeNumber: Intl.NumberFormat | undefined;

/** `10,000` */
export function spellCount(value: number): string {
  if (value < 1000) return String(value);
  // Created on first use: it would delay the panel's first rows.
  wholeNumber ??= new Intl.NumberFormat('en-US');
  return wholeNumber.format(value);
}

/**
 * A duration in its largest fitting unit, rounded down: `40 min`, `26 h`, `9 days`.
 * @param length milliseconds, 0 or more
 */
export function spellDuration(length: number): string {
  if (length < MINUTE) return 'less than a minute';
  if (length < 2 * HOUR) return `${spellCount(Math.floor(length / MINUTE))} min`;
  if (length < 2 * DAY) return `${spellCount(Math.floor(length / HOUR))} h`;
  return `${spellCount(Math.floor(length / DAY))} days`;
}
