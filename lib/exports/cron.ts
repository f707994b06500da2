/** Calendar schedules as Airbyte writes them: a Quartz expression of six or seven fields, then its time zone. */
import { Cron } from 'croner';
import { writtenInstant } from './instants.ts';

const LONGEST = 200;
const YEARS = /^[\d*,/-]+$/;

/**
 * When the next sync is due after the last success: `0 0 9 ? * MON-FRI Europe/Paris` after Friday's is Monday at nine.
 * Null if the expression is not understood or its calendar has ended.
 * @param expression in UTC if it names no time zone, as in Airbyte
 */
export function nextDueAt(expression: string, lastSuccess: string): string | null {
  if (expression.length > LONGEST) return null;
  const parts = expression.trim().split(/\s+/);
  const zone = parts.at(-1) ?? '';
  const hasZone = parts.length === 8 || (parts.length === 7 && !YEARS.test(zone));
  try {
    const cron = new Cron(parts.slice(0, hasZone ? -1 : undefined).join(' '), {
      timezone: hasZone ? zone : 'UTC',
      mode: '6-or-7-parts',
      // Quartz counts Sunday as 1, and `0/15` means every 15 from 0.
      alternativeWeekdays: true,
      sloppyRanges: true,
      paused: true,
    });
    return writtenInstant(cron.nextRun(new Date(lastSuccess))?.getTime() ?? Number.NaN);
  } catch {
    // croner throws on an expression it doesn't understand.
    return null;
  }
}
