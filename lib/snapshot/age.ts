/** How old a snapshot may be, in milliseconds, before its age becomes a warning: 24 hours. */
const OLD_AFTER = 24 * 60 * 60_000;

/** @param now the wall clock, in milliseconds: the one place where it meets the snapshot */
export function isOld(generatedAt: string, now: number): boolean {
  return now - Date.parse(generatedAt) > OLD_AFTER;
}
