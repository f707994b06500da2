/** How the list groups and sorts its rows. */
import { platformName } from '../platforms.ts';
import type { Header } from '../schema/snapshot.ts';
import type { Row } from '../snapshot/rows/row.ts';
import { BUCKETS, type Bucket, bucketOf } from '../status/bucket.ts';
import { type Summary, summarise } from '../status/summarise.ts';
import { HEALTHS } from '../status/vocabulary.ts';
import { texts } from '../texts/panel.ts';

export const GROUPINGS = ['profile', 'status', 'platform'] as const;
export const SORTINGS = ['worst', 'oldest', 'name'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export type Sorting = (typeof SORTINGS)[number];

export interface Arrangement {
  groupBy: Grouping;
  /** `oldest`: the oldest data first. */
  sortBy: Sorting;
}

export const WORST_BY_PROFILE: Arrangement = { groupBy: 'profile', sortBy: 'worst' };

export interface Group {
  /** Unique, whatever the list is grouped by. */
  id: string;
  name: string;
  rows: Row[];
  summary: Summary;
}

/** Negative if the first name sorts first in the user's language. */
export type CompareNames = (a: string, b: string) => number;

/** Sources that are off come last, whatever their health or age, unless the rows are sorted by name. */
export function sortRows(rows: readonly Row[], sortBy: Sorting, compareNames: CompareNames): Row[] {
  if (sortBy === 'name') return rows.toSorted(byName(compareNames));
  const byBucket = Map.groupBy(rows, bucketOf);
  const inOrder = (buckets: readonly Bucket[]) =>
    buckets.flatMap((bucket) => byBucket.get(bucket)?.sort(byName(compareNames)) ?? []);
  if (sortBy === 'worst') return inOrder(BUCKETS);
  return [...byAge(inOrder(HEALTHS)), ...inOrder(['off'])];
}

/** The oldest first, sources without a known success last. */
function byAge(rows: Row[]): Row[] {
  const instants = new Map(rows.map((row) => [row, Date.parse(row.last_success ?? '')]));
  const instantOf = (row: Row) => instants.get(row) || Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => instantOf(a) - instantOf(b));
}

function byName(compareNames: CompareNames) {
  return (a: { name: string; id: string }, b: { name: string; id: string }) =>
    compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** @param rows already sorted: each group keeps their order */
export function groupRows(
  header: Header,
  rows: readonly Row[],
  { groupBy, sortBy }: Arrangement,
  compareNames: CompareNames,
): Group[] {
  const ways = groupings(header, rows);
  const { keyOf, names } = ways[groupBy];
  // A source without a known Profile is never shown, however the list is grouped.
  const authorized = rows.filter(({ profile_id }) => ways.profile.names.has(profile_id));
  const groups = [...Map.groupBy(authorized, keyOf)].flatMap(([key, own]): Group[] => {
    const name = names.get(key);
    return name === undefined
      ? []
      : [{ id: groupId(groupBy, key), name, rows: own, summary: summarise(own) }];
  });
  if (groupBy === 'status') {
    const order = [...names.values()];
    return groups.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  }
  // Sorted by age, the groups already follow the order of their first rows.
  if (sortBy === 'oldest') return groups;
  const rank = ({ summary }: Group) => (sortBy === 'worst' ? HEALTHS.indexOf(summary.worst) : 0);
  return groups.sort((a, b) => rank(a) - rank(b) || byName(compareNames)(a, b));
}

const STATUS_OF: Record<Bucket, keyof typeof texts.list.statuses> = {
  error: 'needsAction',
  unknown: 'needsAction',
  warning: 'warnings',
  pending: 'setUp',
  healthy: 'healthy',
  off: 'off',
};

interface GroupingWays {
  keyOf: (row: Row) => string;
  /** All possible groups: key → name. */
  names: ReadonlyMap<string, string>;
}

function groupings({ profiles }: Header, rows: readonly Row[]): Record<Grouping, GroupingWays> {
  const platforms = new Set(rows.map(({ platform }) => platform));
  return {
    profile: {
      keyOf: ({ profile_id }) => profile_id,
      names: new Map(profiles.map(({ id, name }) => [id, name])),
    },
    status: { keyOf: (row) => STATUS_OF[bucketOf(row)], names: new Map(Object.entries(texts.list.statuses)) },
    platform: {
      keyOf: ({ platform }) => platform,
      names: new Map([...platforms].map((word) => [word, platformName(word)])),
    },
  };
}

const groupId = (groupBy: Grouping, key: string) => `${groupBy}/${key}`;

/** The ids of all groups that these rows can form, however they are grouped. */
export function groupIds(header: Header, rows: readonly Row[]): Set<string> {
  const ways = groupings(header, rows);
  return new Set(GROUPINGS.flatMap((way) => [...ways[way].names.keys()].map((key) => groupId(way, key))));
}
