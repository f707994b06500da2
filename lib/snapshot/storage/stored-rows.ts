/**
 * What is stored of a snapshot beside its sources: `snapshot`, its header, and `rows`, what the list shows. The list
 * opens with these alone, so nothing that only the sources need is imported here.
 */
import * as z from 'zod/mini';
import { type Header, headerSchema } from '../../schema/snapshot.ts';
import { maskHeader } from '../import/mask.ts';
import type { Problem } from '../import/problems.ts';
import { type Scope, scopeHeader, scopeOf } from '../import/scope.ts';
import { type Row, rowSchema } from '../rows/row.ts';
import { type Since, sinceSchema } from '../rows/since.ts';
import { type Items, LAYOUT, type StorageArea } from './layout.ts';

/** A place in the list: the source's position in storage, and its row, or why it cannot be read. */
export type Entry = { position: number; row: Row } | { position: number; row: null; damage: Problem };

export type StoredList =
  | { state: 'empty' | 'newer' | 'damaged' }
  | {
      state: 'ready';
      snapshotId: string;
      header: Header;
      entries: Entry[];
      /** What changed against the snapshot before; null where nothing did, or the reader has seen it. */
      since: Since | null;
      /** False where rows were missing or damaged, so that they had to be made from the sources. */
      cached: boolean;
    };

/** A list, and the positions of the sources that it has no row of yet. */
export type StoredRows =
  | Exclude<StoredList, { state: 'ready' }>
  | (Extract<StoredList, { state: 'ready' }> & { missing: number[] });

const indexSchema = z.strictObject({
  layout: z.literal(LAYOUT),
  id: z.string(),
  count: z.int().check(z.minimum(0)),
  header: headerSchema,
  since: z.nullable(sinceSchema),
});
export type Index = z.infer<typeof indexSchema>;

const layoutSchema = z.object({ layout: z.number() });
const rowsSchema = z.strictObject({ id: z.string(), rows: z.array(z.unknown()) });

export async function readRows(area: StorageArea): Promise<StoredRows> {
  const stored = await area.get(['snapshot', 'rows']);
  if (stored.snapshot === undefined) return { state: 'empty' };
  const index = readIndex(stored);
  if (index === null) {
    const layout = parseStored(layoutSchema, stored.snapshot)?.layout ?? 0;
    return { state: layout > LAYOUT ? 'newer' : 'damaged' };
  }
  const scope = scopeOf(index.header);
  const rows = uncheckedRows(index, stored);
  const entries: Entry[] = [];
  const missing: number[] = [];
  let cached = true;
  for (const position of positionsBelow(index.count)) {
    const row = rowSchema.safeParse(rows[position]).data;
    // Null is what stands for a source without a row.
    if (row === undefined && rows[position] !== null) cached = false;
    if (row === undefined) missing.push(position);
    else if (scope.has(row.profile_id)) entries.push({ position, row });
  }
  const header = admitHeader(index.header, scope);
  return { state: 'ready', snapshotId: index.id, header, entries, since: index.since, cached, missing };
}

/** All rows that can be read from the cache. */
export function cachedRows(stored: Items): Row[] {
  const index = readIndex(stored);
  const rows = index === null ? [] : uncheckedRows(index, stored);
  return rows.flatMap((row) => rowSchema.safeParse(row).data ?? []);
}

/** The cache, if it is of this snapshot: a row for each position. */
function uncheckedRows({ id }: Index, stored: Items): unknown[] {
  const cache = parseStored(rowsSchema, stored.rows);
  return cache?.id === id ? cache.rows : [];
}

/** Null where there is none, or none that can be read. */
export function readIndex(stored: Items): Index | null {
  return parseStored(indexSchema, stored.snapshot);
}

export function admitHeader(header: Header, scope: Scope): Header {
  return maskHeader(scopeHeader(header, scope), { masked: 0 });
}

export function positionsBelow(count: number): number[] {
  return Array.from({ length: count }, (_, position) => position);
}

/** What a schema makes of a stored JSON string; null where it is missing, damaged or of another shape. */
export function parseStored<T>(schema: z.ZodMiniType<T>, stored: unknown): T | null {
  if (typeof stored !== 'string') return null;
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
