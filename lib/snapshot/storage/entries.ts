import { scopeOf } from '../import/scope.ts';
import type { Row } from '../rows/row.ts';
import { type Items, sourceKey } from './layout.ts';
import { type Entry, type Index, isStep } from './stored-rows.ts';

/**
 * An entry for each source, from its row or else from the source itself; `outside` for one that is outside the
 * authorized Profiles.
 * @param sources the stored sources that have no row
 */
export async function entriesOf(
  { header }: Index,
  rows: readonly (Row | null)[],
  sources: Items,
  pause: () => Promise<void>,
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

/** What `rows` stores for an entry: null if the source can't be read, false if it must not be shown. */
export function rowToKeep(entry: Entry | 'outside'): Row | null | false {
  return entry === 'outside' ? false : entry.row;
}
