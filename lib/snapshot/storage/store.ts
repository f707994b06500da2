/**
 * The snapshot in extension storage; `layout.ts` describes how it is stored. Opening the list needs only this module;
 * the code that reads whole sources, including the rules, is loaded on first use.
 */
import type { Snapshot, Source } from '../../schema/snapshot.ts';
import { scopeOf } from '../import/scope.ts';
import { entriesOf, rowToKeep } from './entries.ts';
import {
  LIST_KEYS,
  rowsText,
  type StorageArea,
  type Storing,
  snapshotText,
  sourceKey,
  type WithLock,
} from './layout.ts';
import {
  positionsBelow,
  readIndex,
  readRows,
  readScopedHeader,
  type StoredList,
  stateWithoutIndex,
} from './stored-rows.ts';
import { tidy } from './tidy.ts';

export type StoredSource = { state: 'ready'; source: Source } | { state: 'changed' | 'unreadable' };

/** Restores what a save replaced; false if another snapshot has been stored since. */
export type Undo = () => Promise<boolean>;

/** Every call rejects if the browser refuses it. Everything stored before is then still there. */
export interface SnapshotStore {
  readList(): Promise<StoredList>;
  /** `changed` if the snapshot with this id has been replaced. */
  readSource(snapshotId: string, position: number): Promise<StoredSource>;
  /** Everything readable, and the number of unreadable sources; null if there is no snapshot. */
  readAll(): Promise<{ snapshot: Snapshot; unreadable: number } | null>;
  save(snapshot: Snapshot): Promise<Undo>;
  /** The user has dismissed what changed since the previous snapshot. */
  forgetSince(snapshotId: string): Promise<void>;
  /** Removes what an interrupted save has left. */
  tidy(): Promise<void>;
}

export function createStore(
  area: StorageArea,
  withLock: WithLock,
  newId: () => string,
  { rowsVersion = '', pause = async () => {} }: Partial<Pick<Storing, 'rowsVersion' | 'pause'>> = {},
): SnapshotStore {
  const storing: Storing = { area, withLock, newId, rowsVersion, pause };

  async function readList(): Promise<StoredList> {
    const stored = await area.get([...LIST_KEYS]);
    const index = readIndex(stored);
    if (index === null) return { state: stateWithoutIndex(stored) };
    const rows = readRows(index, stored, rowsVersion);
    const missing = positionsBelow(index.count).filter((position) => rows[position] === null);
    const sources = missing.length > 0 ? await area.get(['snapshot', ...missing.map(sourceKey)]) : {};
    const isReplaced = missing.length > 0 && readIndex(sources)?.id !== index.id;
    if (isReplaced) return readList();

    const entries = await entriesOf(index, rows, sources, pause);
    if (missing.length > 0) {
      const text = rowsText(index.id, rowsVersion, entries.map(rowToKeep));
      if (text !== stored.rows) void keepRows(index.id, text);
    }
    return {
      state: 'ready',
      snapshotId: index.id,
      header: await readScopedHeader(index.header),
      entries: entries.filter((entry) => entry !== 'outside'),
      since: index.since,
    };
  }

  async function keepRows(snapshotId: string, text: string): Promise<void> {
    try {
      await withLock(async () => {
        if (readIndex(await area.get(['snapshot']))?.id === snapshotId) await area.set({ rows: text });
      });
    } catch {
      // The rows are only a cache: they are recomputed when the panel next opens.
    }
  }

  async function readSource(snapshotId: string, position: number): Promise<StoredSource> {
    const { readStoredSource } = await import('./sources.ts');
    const stored = await area.get(['snapshot', sourceKey(position)]);
    const index = readIndex(stored);
    if (index?.id !== snapshotId) return { state: 'changed' };
    const source = readStoredSource(stored[sourceKey(position)], scopeOf(index.header));
    return typeof source === 'string' ? { state: 'unreadable' } : { state: 'ready', source };
  }

  async function forgetSince(snapshotId: string): Promise<void> {
    await withLock(async () => {
      const index = readIndex(await area.get(['snapshot']));
      if (index?.id !== snapshotId) return;
      await area.set({ snapshot: snapshotText(snapshotId, index.header, index.count, null) });
    });
  }

  return {
    readList,
    readSource,
    readAll: async () => (await import('./sources.ts')).readAll(storing),
    save: async (snapshot) => (await import('./save.ts')).save(storing, snapshot),
    forgetSince,
    tidy: () => tidy(area, withLock),
  };
}
