/** The age, in milliseconds, above which a snapshot gets a warning: 24 hours. */
const OLD_AFTER = 24 * 60 * 60_000;

/** @param now the wall clock in milliseconds; only here is the snapshot compared with it */
export function isOld(generatedAt: string, now: number): boolean {
  return now - Date.parse(generatedAt) > OLD_AFTER;
}
