import type { Snapshot } from '../../schema/snapshot.ts';
import type { Row } from '../rows/row.ts';
import { rowOf } from '../rows/row-of.ts';
import { sinceBefore } from '../rows/since-before.ts';
import { entriesOf } from './entries.ts';
import { type Items, rowsText, type StorageArea, type Storing, snapshotText, sourceKey } from './layout.ts';
import { isStep, readIndex, readRows } from './stored-rows.ts';

/**
 * @returns how to undo it; that answers false if another snapshot has been stored since
 * @throws the browser's error if the snapshot does not fit; what was stored before is then still whole
 */
export async function save(
  storing: Storing,
  { sources, ...header }: Snapshot,
): Promise<() => Promise<boolean>> {
  const { area, withLock, newId, rowsVersion, pause } = storing;
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
    const since = sinceBefore(await rowsIn(before, storing), rows);
    items.snapshot = snapshotText(id, header, sources.length, since);
    await replace(area, before, items);
    return () =>
      withLock(async () => {
        if (readIndex(await area.get(['snapshot']))?.id !== id) return false;
        await replace(area, items, before);
        return true;
      });
  });
}

/** The stored snapshot's rows as this version makes them, so that changed rules don't appear as changed sources. */
async function rowsIn(items: Items, { rowsVersion, pause }: Storing): Promise<Row[]> {
  const index = readIndex(items);
  if (index === null) return [];
  const entries = await entriesOf(index, readRows(index, items, rowsVersion), items, pause);
  return entries.flatMap((entry) => (entry === 'outside' ? [] : (entry.row ?? [])));
}

/**
 * In one `set`, which is atomic: it also empties the old keys that the new items lack, so that they take up no space
 * and hold no data even if they can't be removed afterwards.
 */
async function replace(area: StorageArea, old: Items, items: Items): Promise<void> {
  const leftOver = Object.keys(old).filter((key) => !(key in items));
  await area.set({ ...Object.fromEntries(leftOver.map((key) => [key, ''])), ...items });
  if (leftOver.length === 0) return;
  await area.remove(leftOver).catch(() => {
    // The new items are stored anyway, and `tidy` removes these at the next start.
  });
}

/** The snapshot's own keys. A save leaves the others alone. */
function ownItems(items: Items): Items {
  const isOwn = (key: string) => key === 'snapshot' || key === 'rows' || key.startsWith('source/');
  return Object.fromEntries(Object.entries(items).filter(([key]) => isOwn(key)));
}
