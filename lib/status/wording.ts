/** How the rules' sentences write counts, schedules and lists. */
import { spellCount } from './duration.ts';

/** `1 account`, `2 accounts` */
export function spellNoun(value: number, singular: string): string {
  return `${spellCount(value)} ${singular}${value === 1 ? '' : 's'}`;
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
