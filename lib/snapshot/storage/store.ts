/** The snapshot in extension storage; `layout.ts` shows how it is kept there. */
import type { Header, Snapshot, Source } from '../../schema/snapshot.ts';
import { maskHeader } from '../import/mask.ts';
import { type Scope, scopeHeader, scopeOf } from '../import/scope.ts';
import type { Row } from '../rows/row.ts';
import { sinceBefore } from '../rows/since.ts';
import { type Items, rowsText, type StorageArea, snapshotText, sourceKey, type WithLock } from './layout.ts';
import {
  type Entry,
  type Index,
  positionsBelow,
  readIndex,
  readRows,
  type StoredList,
  stateWithoutIndex,
} from './stored-rows.ts';
import { tidy } from './tidy.ts';

export type StoredSource = { state: 'ready'; source: Source } | { state: 'changed' | 'unreadable' };

/** Restores what a save replaced; false if another snapshot has been stored since. */
export type Undo = () => Promise<boolean>;

/** Every call rejects if the browser refuses it. What was stored before is then still there, whole. */
export interface SnapshotStore {
  readList(): Promise<StoredList>;
  /** `changed` if the snapshot with this id has been replaced. */
  readSource(snapshotId: string, position: number): Promise<StoredSource>;
  /** All that can be read, and the number of sources that cannot; null if there is no snapshot. */
  readAll(): Promise<{ snapshot: Snapshot; unreadable: number } | null>;
  save(snapshot: Snapshot): Promise<Undo>;
  /** The user has seen what changed since the previous snapshot. */
  forgetSince(snapshotId: string): Promise<void>;
  /** Removes what an interrupted save has left. */
  tidy(): Promise<void>;
}

interface Options {
  /** Changes with the code that makes rows: rows of another version are made again. */
  rowsVersion?: string;
  /** Lets other work run. */
  pause?: () => Promise<void>;
}

/** True for every 20th source: a few milliseconds of work. */
const isStep = (position: number) => position % 20 === 19;

/** @param newId gives each saved snapshot its own id */
export function createStore(
  area: StorageArea,
  withLock: WithLock,
  newId: () => string,
  { rowsVersion = '', pause = async () => {} }: Options = {},
): SnapshotStore {
  async function readList(): Promise<StoredList> {
    const stored = await area.get(['snapshot', 'rows']);
    const index = readIndex(stored);
    if (index === null) return { state: stateWithoutIndex(stored) };
    const rows = readRows(index, stored, rowsVersion);
    const missing = positionsBelow(index.count).filter((position) => rows[position] === null);
    if (missing.length === 0) return listOf(index, await entriesOf(index, rows, {}));

    const sources = await area.get(['snapshot', ...missing.map(sourceKey)]);
    const isReplaced = readIndex(sources)?.id !== index.id;
    if (isReplaced) return readList();
    const entries = await entriesOf(index, rows, sources);
    const text = rowsText(index.id, rowsVersion, entries.map(rowToKeep));
    if (text !== stored.rows) {
      void keepRows(index.id, text).catch(() => {
        // The rows are only a cache: they are made again at the next opening.
      });
    }
    return listOf(index, entries);
  }

  /** From the rows, and from the sources where there is no row. */
  async function entriesOf(
    { header }: Index,
    rows: readonly (Row | null)[],
    sources: Items,
  ): Promise<(Entry | 'outside')[]> {
    const [scope, asOf] = [scopeOf(header), new Date(header.generated_at)];
    const entries: (Entry | 'outside')[] = [];
    for (const [position, row] of rows.entries()) {
      if (row !== null) {
        entries.push(scope.has(row.profile_id) ? { position, row } : 'outside');
        continue;
      }
      const { makeEntry } = await import('./sources.ts');
      entries.push(await makeEntry(position, sources[sourceKey(position)], scope, asOf));
      if (isStep(position)) await pause();
    }
    return entries;
  }

  async function keepRows(snapshotId: string, text: string): Promise<void> {
    await withLock(async () => {
      if ((await indexOf(snapshotId)) !== null) await area.set({ rows: text });
    });
  }

  /** Null if the stored snapshot is not the one with this id. */
  async function indexOf(snapshotId: string): Promise<Index | null> {
    const index = readIndex(await area.get(['snapshot']));
    return index?.id === snapshotId ? index : null;
  }

  async function readSource(snapshotId: string, position: number): Promise<StoredSource> {
    const { readStoredSource } = await import('./sources.ts');
    const stored = await area.get(['snapshot', sourceKey(position)]);
    const index = readIndex(stored);
    if (index?.id !== snapshotId) return { state: 'changed' };
    const source = readStoredSource(stored[sourceKey(position)], scopeOf(index.header));
    return typeof source === 'string' ? { state: 'unreadable' } : { state: 'ready', source };
  }

  async function readAll(): ReturnType<SnapshotStore['readAll']> {
    const { readStoredSource } = await import('./sources.ts');
    const stored = await area.get(null);
    const index = readIndex(stored);
    if (index === null) return null;
    const scope = scopeOf(index.header);
    const sources: Source[] = [];
    let unreadable = 0;
    for (const position of positionsBelow(index.count)) {
      const source = readStoredSource(stored[sourceKey(position)], scope);
      if (source === 'unreadable') unreadable += 1;
      else if (source !== 'outside') sources.push(source);
      if (isStep(position)) await pause();
    }
    return { snapshot: { ...readHeader(index.header, scope), sources }, unreadable };
  }

  async function save({ sources, ...header }: Snapshot): Promise<Undo> {
    const { rowOf } = await import('../rows/row-of.ts');
    const id = newId();
    const asOf = new Date(header.generated_at);
    const items: Items = {};
    const rows: Row[] = [];
    for (const [position, source] of sources.entries()) {
      items[sourceKey(position)] = JSON.stringify(source);
      rows.push(rowOf(source, asOf));
      if (isStep(position)) await pause();
    }
    items.rows = rowsText(id, rowsVersion, rows);
    return withLock(async () => {
      const before = ownItems(await area.get(null));
      items.snapshot = snapshotText(id, header, sources.length, sinceBefore(await rowsIn(before), rows));
      await replace(before, items);
      return () =>
        withLock(async () => {
          if ((await indexOf(id)) === null) return false;
          await replace(items, before);
          return true;
        });
    });
  }

  /** The rows of a whole stored snapshot, as this version makes them. */
  async function rowsIn(items: Items): Promise<Row[]> {
    const index = readIndex(items);
    if (index === null) return [];
    const entries = await entriesOf(index, readRows(index, items, rowsVersion), items);
    return entries.flatMap((entry) => (entry === 'outside' ? [] : (entry.row ?? [])));
  }

  /**
   * In one `set`, which is atomic: it also empties the old keys that the new items lack, so that they take up no
   * space and hold no data even if they can't be removed afterwards.
   */
  async function replace(old: Items, items: Items): Promise<void> {
    const leftOver = Object.keys(old).filter((key) => !(key in items));
    await area.set({ ...Object.fromEntries(leftOver.map((key) => [key, ''])), ...items });
    if (leftOver.length === 0) return;
    await area.remove(leftOver).catch(() => {
      // The new items are stored all the same, and `tidy` removes these at the next start.
    });
  }

  async function forgetSince(snapshotId: string): Promise<void> {
    await withLock(async () => {
      const index = await indexOf(snapshotId);
      if (index === null) return;
      await area.set({ snapshot: snapshotText(snapshotId, index.header, index.count, null) });
    });
  }

  return { readList, readSource, readAll, save, forgetSince, tidy: () => tidy(area, withLock) };
}

function listOf({ id, header, since }: Index, entries: (Entry | 'outside')[]): StoredList {
  return {
    state: 'ready',
    snapshotId: id,
    header: readHeader(header, scopeOf(header)),
    entries: entries.filter((entry) => entry !== 'outside'),
    since,
  };
}

function rowToKeep(entry: Entry | 'outside'): Row | null | false {
  return entry === 'outside' ? false : entry.row;
}

/** As it may be shown: scoped and masked again, since storage may have been edited by hand. */
function readHeader(header: Header, scope: Scope): Header {
  return maskHeader(scopeHeader(header, scope), { masked: 0 });
}

/** The snapshot's own keys. A save leaves the others alone. */
function ownItems(items: Items): Items {
  const isOwn = (key: string) => key === 'snapshot' || key === 'rows' || key.startsWith('source/');
  return Object.fromEntries(Object.entries(items).filter(([key]) => isOwn(key)));
}
