/** Reads the `snapshot` and `rows` keys, with which the list opens. Nothing here needs a whole source. */
import * as z from 'zod/mini';
import { type Header, headerSchema, MOST } from '../../schema/snapshot.ts';
import type { Problem } from '../import/problems.ts';
import { scopeHeader, scopeOf } from '../import/scope.ts';
import { type Row, rowSchema } from '../rows/row.ts';
import type { Since } from '../rows/since.ts';
import { sinceSchema } from '../rows/since-schema.ts';
import { hasSnapshot, type Items, LAYOUT } from './layout.ts';

/** A source in the list: its position in storage, and its row, or why the source cannot be read. */
export type Entry = { position: number; row: Row } | { position: number; row: null; damage: Problem };

export type StoredList =
  | { state: 'empty' | 'newer' | 'damaged' }
  | {
      state: 'ready';
      snapshotId: string;
      header: Header;
      entries: Entry[];
      /** What changed since the previous snapshot; null if nothing did, or if the user has dismissed it. */
      since: Since | null;
    };

const indexSchema = z.strictObject({
  layout: z.literal(LAYOUT),
  id: z.string(),
  count: z.int().check(z.minimum(0), z.maximum(MOST.sources)),
  header: headerSchema,
  since: z.nullable(sinceSchema),
});
/** What the `snapshot` key holds. */
export type Index = z.infer<typeof indexSchema>;

const layoutSchema = z.object({ layout: z.number() });
const rowsSchema = z.strictObject({ id: z.string(), version: z.string(), rows: z.array(z.unknown()) });

/** Null if there is none that can be read; `stateWithoutIndex` says why. */
export function readIndex(stored: Items): Index | null {
  return parseStored(indexSchema, stored.snapshot);
}

export function stateWithoutIndex(stored: Items): 'empty' | 'newer' | 'damaged' {
  if (!hasSnapshot(stored)) return 'empty';
  const layout = parseStored(layoutSchema, stored.snapshot)?.layout ?? 0;
  return layout > LAYOUT ? 'newer' : 'damaged';
}

/** For each source its row, or null if there is none that this version can believe. */
export function readRows({ id, count }: Index, stored: Items, version: string): (Row | null)[] {
  const cache = parseStored(rowsSchema, stored.rows);
  const rows = cache?.id === id && cache.version === version ? cache.rows : [];
  return positionsBelow(count).map((position) => rowSchema.safeParse(rows[position]).data ?? null);
}

/** Nine digits, an @ or a long run: a text without one of them has nothing to mask. */
const WORTH_MASKING = /(?:\p{N}[^\p{L}\p{N}]{0,6}){9}|@|[\w+/=-]{32}/u;

/** As it may be shown: scoped and masked again, since storage may have been edited by hand. */
export async function readScopedHeader(header: Header): Promise<Header> {
  const scoped = scopeHeader(header, scopeOf(header));
  const texts = [scoped.notice ?? '', ...scoped.profiles.map(({ name }) => name)];
  if (!texts.some((text) => WORTH_MASKING.test(text))) return scoped;
  const { maskHeader } = await import('../import/mask.ts');
  return maskHeader(scoped, { masked: 0 });
}

/** True at every 20th source, which is a few milliseconds of work. */
export function isStep(position: number): boolean {
  return position % 20 === 19;
}

export function positionsBelow(count: number): number[] {
  return Array.from({ length: count }, (_, position) => position);
}

/** What a schema makes of a stored JSON text; null if it is missing, damaged or of another shape. */
export function parseStored<T>(schema: z.ZodMiniType<T>, stored: unknown): T | null {
  if (typeof stored !== 'string') return null;
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
