/** Durations, counts and lists as the sentences of the rules spell them. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let wholeNumber: Intl.NumberFormat | undefined;

/** `10,000` */
export function spellCount(value: number): string {
  if (value < 1000) return String(value);
  // Made when it is first needed: it would hold up the panel's first rows.
  wholeNumber ??= new Intl.NumberFormat('en-US');
  return wholeNumber.format(value);
}

/** `1 account`, `2 accounts` */
export function spellNoun(value: number, singular: string): string {
  return `${spellCount(value)} ${singular}${value === 1 ? '' : 's'}`;
}

/**
 * A length of time in its largest fitting unit, rounded down: `40 min`, `26 h`, `9 days`.
 * @param length milliseconds, 0 or more
 */
export function spellDuration(length: number): string {
  if (length < MINUTE) return 'less than a minute';
  if (length < 2 * HOUR) return `${spellCount(Math.floor(length / MINUTE))} min`;
  if (length < 2 * DAY) return `${spellCount(Math.floor(length / HOUR))} h`;
  return `${spellCount(Math.floor(length / DAY))} days`;
}

/**
 * How often a schedule runs: `every hour`, `every 90 min`, `every 6 h`.
 * @param minutes a whole number, 1 or more
 */
export function spellInterval(minutes: number): string {
  if (minutes === 1) return 'every minute';
  if (minutes === 60) return 'every hour';
  if (minutes === 24 * 60) return 'every day';
  if (minutes % (24 * 60) === 0) return `every ${spellCount(minutes / (24 * 60))} days`;
  if (minutes % 60 === 0) return `every ${spellCount(minutes / 60)} h`;
  return `every ${spellCount(minutes)} min`;
}

/** `a`, `a and b`, `a, b and c` */
export function spellList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** The first three of a list: `a, b, c and 9 more` */
export function spellSome(parts: readonly string[]): string {
  const more = parts.length - 3;
  return more > 0 ? spellList([...parts.slice(0, 3), `${spellCount(more)} more`]) : spellList(parts);
}
