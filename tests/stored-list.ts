import { AS_OF, aSnapshot } from '../fixtures/builders.ts';
import type { Header, Source } from '../lib/schema/snapshot.ts';
import { rowOf } from '../lib/snapshot/rows/row-of.ts';
import type { StoredList } from '../lib/snapshot/storage/stored-rows.ts';

const { sources: _, ...aHeader } = aSnapshot();

/** The list as the store reads it from these sources. */
export function aStoredList(
  sources: Source[],
  header: Header = aHeader,
): Extract<StoredList, { state: 'ready' }> {
  const entries = sources.map((source, position) => ({ position, row: rowOf(source, new Date(AS_OF)) }));
  return { state: 'ready', snapshotId: '1', header, entries, since: null };
}
