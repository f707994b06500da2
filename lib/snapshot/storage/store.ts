/** The snapshot in extension storage, as `layout.ts` says it lies there. */
import { type Header, type Snapshot, type Source, sourceSchema } from '../../schema/snapshot.ts';
import { maskSource } from '../import/mask.ts';
import type { Problem } from '../import/problems.ts';
import { type Scope, scopeOf, scopeSource } from '../import/scope.ts';
import type { Row } from '../rows/row.ts';
import { rowOf } from '../rows/row-of.ts';
import { sinceBefore } from '../rows/since.ts';
import { type Alone, type Items, rowsText, type StorageArea, snapshotText, sourceKey } from './layout.ts';
import {
  admitHeader,
  cachedRows,
  type Entry,
  type Index,
  parseStored,
  positionsBelow,
  readIndex,
  readRows,
  type StoredList,
} from './stored-rows.ts';
import { tidy } from './tidy.ts';

export type StoredSource = { state: 'ready'; source: Source } | { state: 'changed' | 'unreadable' };

/** Puts back what a save replaced, as it was; false where another snapshot has come since. */
export type Undo = () => Promise<boolean>;

export interface SnapshotStore {
  readList(): Promise<StoredList>;
  /** `changed` where another snapshot has taken the place of the one with this id. */
  readSource(snapshotId: string, position: number): Promise<StoredSource>;
  /** The entries at these positions, made from the sources themselves; null where another snapshot has come since. */
  recheck(snapshotId: string, positions: readonly number[]): Promise<Entry[] | null>;
  /** Replaces the rows, which are a cache, unless another snapshot has come since. */
  saveRows(snapshotId: string, entries: readonly Entry[]): Promise<void>;
  /** All of it in scope but sources that cannot be read, which are counted; null where there is no snapshot. */
  readAll(): Promise<{ snapshot: Snapshot; unreadable: number } | null>;
  /** @throws the browser's error where the snapshot does not fit; what was stored before is then still whole */
  save(snapshot: Snapshot): Promise<Undo>;
  /** The reader has seen what changed since the snapshot before. */
  forgetSince(snapshotId: string): Promise<void>;
  /** Removes what a save that was cut short has left over. */
  tidy(): Promise<void>;
}

/** True at every 20th source, which are a few milliseconds' work. */
const isStep = (position: number) => position % 20 === 19;

/**
 * @param newId gives each saved snapshot an id of its own
 * @param pause lets others work
 */
export function createStore(
  area: StorageArea,
  alone: Alone,
  newId: () => string,
  pause: () => Promise<void> = async () => {},
): SnapshotStore {
  async function readList(): Promise<StoredList> {
    const stored = await readRows(area);
    if (stored.state !== 'ready') return stored;
    const { missing, ...list } = stored;
    const made = await makeEntries(list.header, missing);
    return { ...list, entries: [...list.entries, ...made].sort((a, b) => a.position - b.position) };
  }

  /** From the sources themselves, without those outside the authorized Profiles. */
  async function makeEntries(header: Header, positions: readonly number[]): Promise<Entry[]> {
    if (positions.length === 0) return [];
    const [scope, asOf] = [scopeOf(header), new Date(header.generated_at)];
    const stored = await area.get(positions.map(sourceKey));
    const entries: Entry[] = [];
    for (const position of positions) {
      const text = stored[sourceKey(position)];
      const source = readAdmitted(text, scope);
      if (source === OUTSIDE) continue;
      if (source !== null) entries.push({ position, row: rowOf(source, asOf) });
      else entries.push({ position, row: null, damage: await damageOf(text) });
    }
    return entries;
  }

  /** The index of what is stored now, if it still is this snapshot. */
  async function indexOf(snapshotId: string, items?: Items): Promise<Index | null> {
    const index = readIndex(items ?? (await area.get(['snapshot'])));
    return index?.id === snapshotId ? index : null;
  }

  async function readSource(snapshotId: string, position: number): Promise<StoredSource> {
    const stored = await area.get(['snapshot', sourceKey(position)]);
    const index = await indexOf(snapshotId, stored);
    if (index === null) return { state: 'changed' };
    const source = readAdmitted(stored[sourceKey(position)], scopeOf(index.header));
    return source === null || source === OUTSIDE ? { state: 'unreadable' } : { state: 'ready', source };
  }

  async function recheck(snapshotId: string, positions: readonly number[]): Promise<Entry[] | null> {
    const index = await indexOf(snapshotId);
    return index && makeEntries(index.header, positions);
  }

  async function saveRows(snapshotId: string, entries: readonly Entry[]): Promise<void> {
    const byPosition = new Map(entries.map(({ position, row }) => [position, row]));
    await alone(async () => {
      const index = await indexOf(snapshotId);
      if (index === null) return;
      const rows = positionsBelow(index.count).map((position) => byPosition.get(position) ?? null);
      await area.set({ rows: rowsText(snapshotId, rows) });
    });
  }

  async function readAll(): ReturnType<SnapshotStore['readAll']> {
    const stored = await area.get(null);
    const index = readIndex(stored);
    if (index === null) return null;
    const scope = scopeOf(index.header);
    const sources: Source[] = [];
    let unreadable = 0;
    for (const position of positionsBelow(index.count)) {
      const source = readAdmitted(stored[sourceKey(position)], scope);
      if (source === null) unreadable += 1;
      else if (source !== OUTSIDE) sources.push(source);
      if (isStep(position)) await pause();
    }
    return { snapshot: { ...admitHeader(index.header, scope), sources }, unreadable };
  }

  async function save({ sources, ...header }: Snapshot): Promise<Undo> {
    const id = newId();
    const asOf = new Date(header.generated_at);
    const items: Items = {};
    const rows: Row[] = [];
    for (const [position, source] of sources.entries()) {
      items[sourceKey(position)] = JSON.stringify(source);
      rows.push(rowOf(source, asOf));
      if (isStep(position)) await pause();
    }
    items.rows = rowsText(id, rows);
    return alone(async () => {
      const before = ownItems(await area.get(null));
      const since = sinceBefore(cachedRows(before), rows);
      items.snapshot = snapshotText(id, header, sources.length, since);
      const keys = Object.keys(items);
      await replace(Object.keys(before), items);
      return () =>
        alone(async () => {
          if ((await indexOf(id)) === null) return false;
          await replace(keys, before);
          return true;
        });
    });
  }

  async function forgetSince(snapshotId: string): Promise<void> {
    await alone(async () => {
      const index = await indexOf(snapshotId);
      if (index !== null)
        await area.set({ snapshot: snapshotText(snapshotId, index.header, index.count, null) });
    });
  }

  /**
   * What is left over of the old is emptied in the same call that writes the new: so it takes no room from it, and
   * tells nothing, should the removal be cut short.
   */
  async function replace(oldKeys: readonly string[], items: Items): Promise<void> {
    const leftOver = oldKeys.filter((key) => !(key in items));
    if (leftOver.includes('snapshot')) {
      // Back to a storage without a snapshot, perhaps with parts of one.
      await area.remove(leftOver);
      return area.set(items);
    }
    await area.set({ ...Object.fromEntries(leftOver.map((key) => [key, ''])), ...items });
    await area.remove(leftOver).catch(() => {
      // Stored is stored: `tidy` removes them at the next start.
    });
  }

  return {
    readList,
    readSource,
    recheck,
    saveRows,
    readAll,
    save,
    forgetSince,
    tidy: () => tidy(area, alone),
  };
}

/** Preferences and the like are stored beside the snapshot, and stay when it is replaced. */
function ownItems(items: Items): Items {
  const isOwn = (key: string) => key === 'snapshot' || key === 'rows' || key.startsWith('source/');
  return Object.fromEntries(Object.entries(items).filter(([key]) => isOwn(key)));
}

/** Seldom needed, so it is loaded when it is. */
async function damageOf(stored: unknown): Promise<Problem> {
  return (await import('./damage.ts')).damageOf(stored);
}

const OUTSIDE = Symbol('outside the authorized Profiles');

/** What may be shown of a stored source, since storage may have been edited by hand; null where it cannot be read. */
function readAdmitted(stored: unknown, scope: Scope): Source | null | typeof OUTSIDE {
  const source = parseStored(sourceSchema, stored);
  const scoped = source && scopeSource(source, scope);
  if (source !== null && scoped === null) return OUTSIDE;
  return scoped && maskSource(scoped, { masked: 0 });
}
