/** The list: its content, and what the user's filters leave of it. */
import { platformName } from '../platforms.ts';
import type { Header } from '../schema/snapshot.ts';
import { foldText, type Row } from '../snapshot/rows/row.ts';
import type { Entry, StoredList } from '../snapshot/storage/stored-rows.ts';
import { type Bucket, bucketOf } from '../status/bucket.ts';

/** `unread`: the browser didn't return what is stored, so nothing is known about it. */
export type ListState = { state: 'loading' | 'unread' } | StoredList;

export type ReadyList = Extract<StoredList, { state: 'ready' }>;

export interface Filters {
  /** Empty means all. */
  buckets: Bucket[];
  /** A Profile's id; null means all. */
  profile: string | null;
  /** A platform's word; null means all. */
  platform: string | null;
  search: string;
}

export const NO_FILTERS: Filters = { buckets: [], profile: null, platform: null, search: '' };

export function rowsOf(list: ListState): Row[] {
  return list.state === 'ready' ? list.entries.flatMap(({ row }) => row ?? []) : [];
}

/** Where a source is stored; null if no row has its id. */
export function positionOf({ entries }: ReadyList, id: string): number | null {
  return entries.find(({ row }) => row?.id === id)?.position ?? null;
}

export type UnreadableEntry = Extract<Entry, { row: null }>;

export function unreadableIn(list: ListState): UnreadableEntry[] {
  return list.state === 'ready' ? list.entries.filter((entry) => entry.row === null) : [];
}

/** Whether any source is unreadable. Its id isn't known, so it could be any source. */
export function hasUnreadable({ entries }: ReadyList): boolean {
  return entries.some(({ row }) => row === null);
}

/** Rows per bucket. */
export function countBuckets(rows: readonly Row[]): ReadonlyMap<Bucket, number> {
  const counts = new Map<Bucket, number>();
  for (const row of rows) {
    const bucket = bucketOf(row);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return counts;
}

/** The part of the sources that the user has chosen: the sentence at the top is about it. */
export function rowsInPart(rows: readonly Row[], { profile, platform }: Filters): Row[] {
  return rows.filter(
    (row) =>
      (profile === null || row.profile_id === profile) && (platform === null || row.platform === platform),
  );
}

/** Every word of the search must occur in the row, ignoring accents and case. */
export function rowsFound(rows: readonly Row[], header: Header, search: string): Row[] {
  const profileNames = new Map(header.profiles.map(({ id, name }) => [id, foldText(name)]));
  const platforms = new Set(rows.map(({ platform }) => platform));
  const platformNames = new Map([...platforms].map((word) => [word, foldText(platformName(word))]));
  const words = foldText(search).split(/\s+/u).filter(Boolean);
  return rows.filter((row) =>
    words.every(
      (word) =>
        row.search.includes(word) ||
        platformNames.get(row.platform)?.includes(word) ||
        profileNames.get(row.profile_id)?.includes(word),
    ),
  );
}

export function rowsInBuckets(rows: readonly Row[], buckets: readonly Bucket[]): readonly Row[] {
  return buckets.length === 0 ? rows : rows.filter((row) => buckets.includes(bucketOf(row)));
}

/** Drops filters that would leave none of these rows, the broadest first. */
export function satisfiable(rows: readonly Row[], header: Header, filters: Filters): Filters {
  let kept = NO_FILTERS;
  for (const part of ['profile', 'platform', 'search', 'buckets'] as const) {
    // Not chosen, so it leaves all rows.
    if (filters[part] === NO_FILTERS[part]) continue;
    const next = { ...kept, [part]: filters[part] };
    const left = rowsInBuckets(rowsFound(rowsInPart(rows, next), header, next.search), next.buckets);
    if (left.length > 0) kept = next;
  }
  return kept;
}
