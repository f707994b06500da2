/** Reads the `snapshot` and `rows` keys, which the list opens with. Nothing here needs a whole source. */
import {
  countUpTo,
  type Guard,
  isHeader,
  isText,
  listOf,
  oneOf,
  orNull,
  shape,
} from '../../schema/guards.ts';
import { MOST } from '../../schema/plain.ts';
import type { Header } from '../../schema/snapshot.ts';
import type { Problem } from '../import/problems.ts';
import { scopeHeader, scopeOf } from '../import/scope.ts';
import { isRow, type Row } from '../rows/row.ts';
import { isSince, type Since } from '../rows/since.ts';
import { hasSnapshot, type Items, LAYOUT, storedFields } from './layout.ts';

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

/** What the `snapshot` key holds. */
export interface Index {
  layout: typeof LAYOUT;
  id: string;
  count: number;
  header: Header;
  since: Since | null;
}

const isIndex = shape<Index>({
  layout: oneOf([LAYOUT]),
  id: isText,
  count: countUpTo(MOST.sources),
  header: isHeader,
  since: orNull(isSince),
});

/** What the `rows` key holds. */
interface Cache {
  id: string;
  version: string;
  rows: unknown[];
}

const isCache = shape<Cache>({
  id: isText,
  version: isText,
  rows: listOf((_row): _row is unknown => true),
});

/** Null if none is readable; `stateWithoutIndex` says why. */
export function readIndex(stored: Items): Index | null {
  return readStored(isIndex, stored.snapshot);
}

export function stateWithoutIndex(stored: Items): 'empty' | 'newer' | 'damaged' {
  if (!hasSnapshot(stored)) return 'empty';
  const { layout } = storedFields(stored.snapshot);
  return typeof layout === 'number' && layout > LAYOUT ? 'newer' : 'damaged';
}

/** Each source's row, or null if this version can't use the stored one. */
export function readRows({ id, count }: Index, stored: Items, version: string): (Row | null)[] {
  const cache = readStored(isCache, stored.rows);
  const rows = cache?.id === id && cache.version === version ? cache.rows : [];
  return positionsBelow(count).map((position) => {
    const row = rows[position];
    return isRow(row) ? row : null;
  });
}

/** Nine digits, an @ or a long run: a text without any of them has nothing to mask. */
const WORTH_MASKING = /(?:\p{N}[^\p{L}\p{N}]{0,6}){9}|@|[\w+/=-]{32}/u;

/** As it may be shown: scoped and masked again, since storage may have been edited by hand. */
export async function readScopedHeader(header: Header): Promise<Header> {
  const scoped = scopeHeader(header, scopeOf(header));
  const texts = [scoped.notice ?? '', ...scoped.profiles.map(({ name }) => name)];
  if (!texts.some((text) => WORTH_MASKING.test(text))) return scoped;
  const { maskHeader } = await import('../import/mask.ts');
  return maskHeader(scoped, { masked: 0 });
}

/** True at every 20th source, after a few milliseconds of work. */
export function isStep(position: number): boolean {
  return position % 20 === 19;
}

export function positionsBelow(count: number): number[] {
  return Array.from({ length: count }, (_, position) => position);
}

/** The content of a stored JSON text; null if it is missing, damaged or has another shape. */
function readStored<T>(is: Guard<T>, stored: unknown): T | null {
  if (typeof stored !== 'string') return null;
  try {
    const value: unknown = JSON.parse(stored);
    return is(value) ? value : null;
  } catch {
    return null;
  }
}
