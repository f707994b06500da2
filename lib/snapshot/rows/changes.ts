/** What a new reading of the stored snapshot changes in the one before. */
import { needsAction } from '../../status/summarise.ts';
import type { Entry, StoredList } from '../storage/stored-rows.ts';
import type { Row } from './row.ts';

/** The new list, with the very objects of the old one where nothing changed, so that nothing is drawn again. */
export function keepUnchanged(before: Entry[], after: Entry[]): Entry[] {
  const old = new Map(before.map((entry) => [JSON.stringify(entry), entry]));
  return after.map((entry) => old.get(JSON.stringify(entry)) ?? entry);
}

/** How many sources need action now that did not, and the other way round. */
export function changedNeeds(before: StoredList, after: StoredList): { more: number; fewer: number } {
  const [old, now] = [idsInNeed(before), idsInNeed(after)];
  return { more: now.difference(old).size, fewer: old.difference(now).size };
}

function idsInNeed(list: StoredList): Set<string> {
  const rows: Row[] = list.state === 'ready' ? list.entries.flatMap(({ row }) => row ?? []) : [];
  return new Set(rows.filter(needsAction).map(({ id }) => id));
}
