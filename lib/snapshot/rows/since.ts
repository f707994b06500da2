/** How the verdicts differ from the previous snapshot's. The toolbar's words need this too, so it must not load zod. */
import type * as z from 'zod/mini';
import { countUpTo, isText, listOf, oneOf, orNull, shape } from '../../schema/guards.ts';
import { MOST } from '../../schema/plain.ts';
import { HEALTHS } from '../../status/vocabulary.ts';
import type { Row } from './row.ts';
import type { sinceSchema } from './since-schema.ts';

export type Since = z.infer<typeof sinceSchema>;
export type Change = Since['changed'][number];

export const isSince = shape<Since>({
  changed: listOf(
    shape<Change>({ source: isText, was: orNull(oneOf(HEALTHS)), codes: listOf(isText) }),
    MOST.sources,
  ),
  gone: countUpTo(Number.MAX_SAFE_INTEGER),
});

/** Null if nothing changed, or if no source is in both: then there is nothing to compare. */
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

/** How a source's verdict moved. */
export const DIRECTIONS = ['worse', 'better', 'other', 'new'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export function directionOf({ was }: Change, row: Row): Direction {
  if (was === null) return 'new';
  const step = HEALTHS.indexOf(row.health) - HEALTHS.indexOf(was);
  if (step === 0) return 'other';
  return step < 0 ? 'worse' : 'better';
}

export function changeOf(since: Since | null, sourceId: string): Change | null {
  return since?.changed.find(({ source }) => source === sourceId) ?? null;
}

/** How many sources moved in each direction. */
export function countDirections({ changed }: Since, rows: readonly Row[]): ReadonlyMap<Direction, number> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const counts = new Map<Direction, number>();
  for (const change of changed) {
    const row = byId.get(change.source);
    const direction = row && directionOf(change, row);
    if (direction) counts.set(direction, (counts.get(direction) ?? 0) + 1);
  }
  return counts;
}
