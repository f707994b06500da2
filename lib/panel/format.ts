/** Numbers and times in English, with the user's own clock and date order. */
import { MINUTE, spellDuration } from '../status/duration.ts';

export interface Format {
  /** `1000`, `10,000` */
  count: (value: number) => string;
  /** How long one instant is before another: `just now`, `2 h ago`, `9 days ago`, `in 3 h`. */
  relative: (instant: string, from: number) => string;
  /** A day and a time: `20 Nov 2026, 09:00`. */
  instant: (instant: string) => string;
  /** As short as is clear at the time `now`: `09:00` on the same day, else with the day, and the year if it differs. */
  instantSeenAt: (instant: string, now: number) => string;
  /** The day alone, with the year if it differs from `now`'s; on the same day, the time instead. */
  daySeenAt: (instant: string, now: number) => string;
}

/**
 * The panel's words are English, so `Intl` must be asked for English: otherwise a French browser would put French words
 * into English sentences, and Arabic digits would reverse the order of a sentence.
 * @param language the user's, as reported by the browser
 */
function englishFor(language: string): Intl.DateTimeFormatOptions & { locale: string } {
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', day: 'numeric', month: 'numeric' };
  const own = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory' });
  const parts = own.formatToParts(0).map(({ type }) => type);
  const isDayFirst = parts.indexOf('day') < parts.indexOf('month');
  const isEnglish = new Intl.Locale(language).language === 'en';
  const otherwise = isDayFirst ? 'en-GB' : 'en-US';
  return { locale: isEnglish ? language : otherwise, hourCycle: own.resolvedOptions().hourCycle };
}

export function createFormat(language: string): Format {
  // Each is created on first use: creating all of them would delay the panel's first rows.
  const english = once(() => englishFor(language));
  const count = once(() => new Intl.NumberFormat('en', { useGrouping: 'min2' }));
  const dates = (...fields: (keyof typeof FIELDS)[]) =>
    once(() => {
      const { locale, hourCycle } = english();
      const isTimed = fields.includes('time');
      const options = Object.assign({}, ...fields.map((field) => FIELDS[field]));
      // A 12-hour clock has no leading zero.
      const hour = hourCycle === 'h12' || hourCycle === 'h11' ? 'numeric' : '2-digit';
      return new Intl.DateTimeFormat(locale, isTimed ? { ...options, hour, hourCycle } : options);
    });
  const dayAndTime = dates('day', 'year', 'time');
  const dayOfYearAndTime = dates('day', 'time');
  const day = dates('day', 'year');
  const dayOfYear = dates('day');
  const time = dates('time');
  return {
    count: (value) => count().format(value),
    relative(instant, from) {
      const distance = Date.parse(instant) - from;
      if (Math.abs(distance) < MINUTE) return 'just now';
      return distance < 0 ? `${spellDuration(-distance)} ago` : `in ${spellDuration(distance)}`;
    },
    instant: (instant) => dayAndTime().format(Date.parse(instant)),
    instantSeenAt(instant, now) {
      const at = Date.parse(instant);
      if (isSameDay(at, now)) return time().format(at);
      return (isSameYear(at, now) ? dayOfYearAndTime : dayAndTime)().format(at);
    },
    daySeenAt(instant, now) {
      const at = Date.parse(instant);
      if (isSameDay(at, now)) return time().format(at);
      return (isSameYear(at, now) ? dayOfYear : day)().format(at);
    },
  };
}

// Without `Intl`: creating a formatter takes as long as ten rows.
const isSameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();
const isSameYear = (a: number, b: number) => new Date(a).getFullYear() === new Date(b).getFullYear();

const FIELDS = {
  day: { day: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  time: { minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
