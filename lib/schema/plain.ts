/** The schema's limits on texts and lists as plain functions, so that the list opens without zod. */

/** The most entries of each list. */
export const MOST = {
  sources: 5_000,
  profiles: 2_000,
  sync_history: 10_000,
  streams: 500,
  data_quality: 500,
  accounts: 2_000,
} as const;

/** The most characters of a text. */
export const LONGEST = { word: 100, name: 200, message: 2000 } as const;

/** Counts code points, like JSON Schema's `maxLength`. */
export function hasAtMost(text: string, most: number): boolean {
  return text.length <= most || (text.length <= 2 * most && [...text].length <= most);
}

/** A name without any of these characters is invisible. */
export const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

const DATE_TIME =
  /^(?:19[7-9]|[2-9]\d\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/** ISO 8601 with an offset, on a real calendar day, in the years 1970 to 9999: `2026-11-20T08:00:00Z`. */
export function isInstant(text: string): boolean {
  if (!DATE_TIME.test(text)) return false;
  if (text.slice(8, 10) < '29') return true;
  // Not every month has days 29 to 31; `Date` moves a missing one into the next month.
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
