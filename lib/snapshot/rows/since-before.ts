import type { Row } from './row.ts';
import type { Change, Since } from './since.ts';

/** Null if nothing changed, or if the snapshots share no source, so that there is nothing to compare. */
export function sinceBefore(before: readonly Row[], after: readonly Row[]): Since | null {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = after.filter(({ id }) => old.has(id)).length;
  const changed = after.flatMap((row): Change[] => {
    const was = old.get(row.id);
    if (was === undefined) return [{ source: row.id, was: null, codes: [] }];
    const oldCodes = new Set(was.codes);
    const codes = row.codes.filter((code) => !oldCodes.has(code));
    const isSame = was.health === row.health && codes.length === 0 && was.codes.length === row.codes.length;
    return isSame ? [] : [{ source: row.id, was: was.health, codes }];
  });
  const gone = before.length - kept;
  return kept === 0 || changed.length + gone === 0 ? null : { changed, gone };
}
