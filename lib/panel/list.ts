/** The list: what is in it under the reader's filters, grouped by Profile, worst first, then by name. */
import { platformName } from '../platforms.ts';
import type { Header, Profile } from '../schema/snapshot.ts';
import { foldText, type Row } from '../snapshot/rows/row.ts';
import { type Summary, summarise } from '../status/summarise.ts';
import { HEALTHS, type Health } from '../status/vocabulary.ts';

/** A row counts under its health, or under `off` when it is switched off on purpose. */
export type Bucket = Health | 'off';

export const BUCKETS: readonly Bucket[] = [...HEALTHS, 'off'];

export interface Filters {
  /** None is all. */
  buckets: Bucket[];
  /** A Profile's id; null is all. */
  profile: string | null;
  /** A platform's word; null is all. */
  platform: string | null;
  search: string;
}

export const NO_FILTERS: Filters = { buckets: [], profile: null, platform: null, search: '' };

export interface Group {
  profile: Profile;
  rows: Row[];
  summary: Summary;
}

function bucketOf({ lifecycle, health }: Row): Bucket {
  return lifecycle === 'off' ? 'off' : health;
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

/** The part of the team's sources that the reader looks at: the sentence on top speaks of it. */
export function rowsInPart(rows: readonly Row[], { profile, platform }: Filters): Row[] {
  return rows.filter(
    (row) =>
      (profile === null || row.profile_id === profile) && (platform === null || row.platform === platform),
  );
}

/** Every word of the search must stand somewhere in the row; accents and case do not matter. */
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

/** Worst first, then by name; what is off comes last, whatever its health. */
export function sortRows(rows: readonly Row[]): Row[] {
  const byBucket = Map.groupBy(rows, bucketOf);
  return BUCKETS.flatMap((bucket) => byBucket.get(bucket)?.sort(byName) ?? []);
}

/** The Profile with the worst of what is not off first. @param rows sorted */
export function groupByProfile(header: Header, rows: readonly Row[]): Group[] {
  const byProfile = Map.groupBy(rows, ({ profile_id }) => profile_id);
  return header.profiles
    .flatMap((profile): Group[] => {
      const own = byProfile.get(profile.id);
      return own ? [{ profile, rows: own, summary: summarise(own) }] : [];
    })
    .sort((a, b) => rank(a.summary.worst) - rank(b.summary.worst) || byName(a.profile, b.profile));
}

function rank(health: Health): number {
  return HEALTHS.indexOf(health);
}

const collator = new Intl.Collator();

function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
