/**
 * How a snapshot lies in extension storage: `snapshot` (its header), `rows` (what the list shows), `source/0`,
 * `source/1`, … Values are JSON strings, which browsers store several times faster than objects. A new snapshot
 * overwrites the old one's keys in one `set`, which is atomic, so a reader finds one or the other, whole.
 */

/** The layout's version; a store of a later one is left alone. */
export const LAYOUT = 1;

export type Items = Record<string, unknown>;

/** The part of the browser's storage area that the store needs. */
export interface StorageArea {
  /** All items where the keys are null. */
  get(keys: string[] | null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Runs the task alone among all pages and the background. */
export type Alone = <T>(task: () => Promise<T>) => Promise<T>;

/** @param since what changed against the snapshot before */
export function snapshotText(id: string, header: unknown, count: number, since: unknown): string {
  return JSON.stringify({ layout: LAYOUT, id, count, header, since });
}

/** @param rows one for each source, in their order; null stands for a source that cannot be read */
export function rowsText(id: string, rows: readonly unknown[]): string {
  return JSON.stringify({ id, rows });
}

export function sourceKey(position: number): string {
  return `source/${position}`;
}

/** The fields of a stored JSON text, of any type; none where it is missing or damaged. For those who need but a few. */
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
