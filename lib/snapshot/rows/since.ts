/** How the verdicts differ from the previous snapshot's. The toolbar button uses this too, so it must not load zod. */
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
