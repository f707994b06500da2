/** Compares a new read of the stored snapshot with the one before. */
import { needsAction } from '../../status/summarise.ts';
import type { Entry, StoredList } from '../storage/stored-rows.ts';
import type { Row } from './row.ts';

/** The new list, reusing the old one's objects where nothing changed, so that those are not drawn again. */
export function keepUnchanged(before: Entry[], after: Entry[]): Entry[] {
  const old = new Map(before.map((entry) => [JSON.stringify(entry), entry]));
  return after.map((entry) => old.get(JSON.stringify(entry)) ?? entry);
}

/** How many sources now need action that didn't before, and the reverse. */
export function changedNeeds(before: StoredList, after: StoredList): { more: number; fewer: number } {
  const [old, now] = [idsInNeed(before), idsInNeed(after)];
  return { more: now.difference(old).size, fewer: old.difference(now).size };
}

function idsInNeed(list: StoredList): Set<string> {
  const rows: Row[] = list.state === 'ready' ? list.entries.flatMap(({ row }) => row ?? []) : [];
  return new Set(rows.filter(needsAction).map(({ id }) => id));
}
