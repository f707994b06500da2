/** Numbers and times as the user's locale writes them. */
const UNITS = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

export interface Format {
  /** `1000`, `10,000` */
  count: (value: number) => string;
  /** How long one instant was before another: `2 hours ago`, `9 days ago`, `in 3 hours`. */
  relative: (instant: string, from: number) => string;
  /** A day and a time: `20 Nov 2026, 09:00`. */
  instant: (instant: string) => string;
  /** As short as it is clear at the time `now`: `09:00` on the same day, else with the day, and a year if it is another. */
  instantSeenAt: (instant: string, now: number) => string;
}

/** @param timeZone for tests; the browser's own where it is left out */
export function createFormat(locale: string, timeZone?: string): Format {
  // Each is made when it is first needed: together they would hold up the panel's first rows.
  const count = once(() => new Intl.NumberFormat(locale, { useGrouping: 'min2' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone }));
  const dayAndTime = dates({ dateStyle: 'medium', timeStyle: 'short' });
  const day = dates({ dateStyle: 'medium' });
  const year = dates({ year: 'numeric' });
  const time = dates({ timeStyle: 'short' });
  const dayOfYear = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        // As timeStyle has it: 12-hour clocks have no leading zero.
        hour: time().resolvedOptions().hour12 ? 'numeric' : '2-digit',
        minute: '2-digit',
        timeZone,
      }),
  );
  return {
    count: (value) => count().format(value),
    relative(instant, from) {
      const distance = Date.parse(instant) - from;
      // A time reads in days from the second day on, so that 30 hours do not become "1 day ago".
      const [unit, length] =
        UNITS.find(([name, size]) => Math.abs(distance) >= size * (name === 'day' ? 2 : 1)) ?? UNITS[2];
      return relative().format(Math.trunc(distance / length), unit);
    },
    instant: (instant) => dayAndTime().format(Date.parse(instant)),
    instantSeenAt(instant, now) {
      const at = Date.parse(instant);
      if (day().format(at) === day().format(now)) return time().format(at);
      return (year().format(at) === year().format(now) ? dayOfYear : dayAndTime)().format(at);
    },
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
