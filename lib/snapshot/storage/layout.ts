/**
 * How a snapshot is kept in extension storage:
 *
 *     snapshot               the header, and how many sources there are
 *     rows                   one row per source: all that the list shows
 *     source/0, source/1, …  each source, whole
 *
 * Values are JSON strings, which browsers store several times faster than objects. A new snapshot overwrites the old
 * one's keys in one `set`, which is atomic, so a reader always finds one whole snapshot.
 */

/** The layout's version. A snapshot with a later one is left alone. */
export const LAYOUT = 1;

/** The keys that the list opens with. */
export const LIST_KEYS: readonly string[] = ['snapshot', 'rows'];

export type Items = Record<string, unknown>;

/** The part of the browser's storage area that the store needs. */
export interface StorageArea {
  /** Null reads all items. */
  get(keys: string[] | null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Runs one task at a time across all pages and the background. Rejects if the task does. */
export type WithLock = <T>(task: () => Promise<T>) => Promise<T>;

/** What a store works with. */
export interface Storing {
  area: StorageArea;
  withLock: WithLock;
  /** Gives each saved snapshot its own id. */
  newId: () => string;
  /** Changes with the code that makes rows; rows of another version are recomputed. */
  rowsVersion: string;
  /** Lets other work run, after every few milliseconds of work. */
  pause: () => Promise<void>;
}

/** @param since what changed since the previous snapshot */
export function snapshotText(id: string, header: unknown, count: number, since: unknown): string {
  return JSON.stringify({ layout: LAYOUT, id, count, header, since });
}

/**
 * @param version of the code that made the rows
 * @param rows one for each source, in their order; null for a source that cannot be read, false for one outside the
 *   authorized Profiles
 */
export function rowsText(id: string, version: string, rows: readonly unknown[]): string {
  return JSON.stringify({ id, version, rows });
}

export function sourceKey(position: number): string {
  return `source/${position}`;
}

/** A save that can no longer remove a key empties it instead. */
export function hasSnapshot({ snapshot }: Items): boolean {
  return snapshot !== undefined && snapshot !== '';
}

/** The fields of a stored JSON text, not checked yet; none if it is missing or damaged. For code without zod. */
export function storedFields(text: unknown): Record<string, unknown> {
  try {
    return fieldsOf(JSON.parse(String(text)));
  } catch {
    return {};
  }
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
