/** The data to measure with: teams of invented sources, as the extension's own store would save them. */
import { join } from 'node:path';
import { manySources } from '../../fixtures/many-sources.ts';
import type { Snapshot } from '../../lib/schema/snapshot.ts';
import { createStore } from '../../lib/snapshot/storage/store.ts';
import { rowsVersion } from '../rows-version.ts';

export const RUNS = 30;

const ROOT = join(import.meta.dirname, '../..');

/** The items that the store puts into extension storage. */
export async function itemsOf(snapshot: Snapshot, id = 'bench'): Promise<Record<string, unknown>> {
  const items: Record<string, unknown> = {};
  const area = {
    get: async () => ({}),
    set: async (added: Record<string, unknown>) => void Object.assign(items, added),
    remove: async () => {},
  };
  await createStore(
    area,
    (task) => task(),
    () => id,
    // The same version as in the built panel, so that it uses the rows at its first opening.
    { rowsVersion: rowsVersion(ROOT) },
  ).save(snapshot);
  return items;
}

/** The same team with the tenth source renamed: its row, and no other, must be drawn again. */
export function withOneChange(count: number): Snapshot {
  const snapshot = manySources(count, RUNS, 1);
  const sources = snapshot.sources.map((source, index) =>
    index === 9 ? { ...source, name: `${source.name} (renamed)` } : source,
  );
  return { ...snapshot, sources };
}
