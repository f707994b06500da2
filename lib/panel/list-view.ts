/** The list as the user sees it: what the filters leave, counts, groups, and how many of its rows are built. */
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { platformName } from '../platforms.ts';
import { countNumbers } from '../status/numbers.ts';
import { type Summary, summarise } from '../status/summarise.ts';
import type { Numbers } from '../status/vocabulary.ts';
import {
  type Bucket,
  type CompareNames,
  countBuckets,
  type Filters,
  type Group,
  groupByProfile,
  type ListState,
  rowsFound,
  rowsInBuckets,
  rowsInPart,
  rowsOf,
  sortRows,
  unreadableIn,
} from './list.ts';
import { type ListFilters, ListFiltersModel } from './list-filters.ts';

export interface ListView extends ListFilters {
  /** Whether a Profile or a platform is chosen. */
  isPart: ReadonlySignal<boolean>;
  /** Of the sources of the Profile and platform that can be read. */
  summary: ReadonlySignal<Summary>;
  /** Which Profile and platform that is, in words; empty for all. */
  part: ReadonlySignal<string>;
  /** How many sources cannot be read, whatever is chosen. */
  unreadable: ReadonlySignal<number>;
  /** Of the same sources: those whose numbers are not what they seem, by what they show. */
  numbers: ReadonlySignal<ReadonlyMap<Numbers, number>>;
  /** Of what the search finds. */
  counts: ReadonlySignal<ReadonlyMap<Bucket, number>>;
  /** Of what all filters leave, and no more rows than are built. */
  groups: ReadonlySignal<Group[]>;
  /** How many rows the filters leave, how many of them are built, and how many sources there are in all. */
  found: ReadonlySignal<number>;
  shown: ReadonlySignal<number>;
  total: ReadonlySignal<number>;
  /** The words of the platforms that there are sources of, in order. */
  platforms: ReadonlySignal<string[]>;
  /** Builds more rows, beyond those that are built without being asked for. */
  showMore(): void;
  /** Builds the rows down to this source's, for a user who comes back to it. */
  buildUpTo(sourceId: string): void;
}

/** More than a high window shows: each further row delays the first one. */
const SCREENFUL = 20;
/** Built in a tenth of a second, and as many as are built without being asked for. */
const ROWS_AT_ONCE = 1000;

export interface ListViewDeps {
  list: ReadonlySignal<ListState>;
  /** Resolves when the page has nothing better to do. */
  idle: () => Promise<void>;
  compareNames: CompareNames;
}

export const ListViewModel = createModel<ListView, [ListViewDeps]>(({ list, idle, compareNames }) => {
  const rows = computed(() => sortRows(rowsOf(list.value), compareNames));
  const unreadable = computed(() => unreadableIn(list.value).length);
  const filtering = new ListFiltersModel({ list, rows });
  const { filters } = filtering;

  const isPart = computed(() => filters.value.profile !== null || filters.value.platform !== null);
  const inPart = computed(() => rowsInPart(rows.value, filters.value));
  const foundBySearch = computed(() =>
    list.value.state === 'ready' ? rowsFound(inPart.value, list.value.header, filters.value.search) : [],
  );
  const left = computed(() => rowsInBuckets(foundBySearch.value, filters.value.buckets));
  const grouped = computed(() =>
    list.value.state === 'ready' ? groupByProfile(list.value.header, left.value, compareNames) : [],
  );

  const built = signal(SCREENFUL);
  const needsMore = computed(() => built.value < Math.min(rows.value.length, ROWS_AT_ONCE));
  effect(() => {
    if (needsMore.value) void idle().then(() => buildAtLeast(ROWS_AT_ONCE));
  });

  function buildAtLeast(count: number): void {
    built.value = Math.max(built.peek(), count);
  }

  return {
    ...filtering,
    isPart,
    summary: computed(() => summarise(inPart.value)),
    part: computed(() => partWords(list.value, filters.value)),
    unreadable,
    numbers: computed(() => countNumbers(inPart.value).byNumbers),
    counts: computed(() => countBuckets(foundBySearch.value)),
    groups: computed(() => firstRows(grouped.value, built.value)),
    found: computed(() => left.value.length),
    shown: computed(() => Math.min(left.value.length, built.value)),
    total: computed(() => rows.value.length + unreadable.value),
    platforms: computed(() => [...new Set(rows.value.map(({ platform }) => platform))].sort()),
    showMore() {
      built.value += ROWS_AT_ONCE;
    },
    buildUpTo(sourceId) {
      const inOrder = grouped.value.flatMap((group) => group.rows);
      buildAtLeast(inOrder.findIndex(({ id }) => id === sourceId) + 1);
    },
  };
});

function firstRows(groups: Group[], most: number): Group[] {
  const first: Group[] = [];
  let room = most;
  for (const group of groups) {
    if (room <= 0) break;
    first.push(group.rows.length > room ? { ...group, rows: group.rows.slice(0, room) } : group);
    room -= group.rows.length;
  }
  return first;
}

function partWords(list: ListState, { profile, platform }: Filters): string {
  const profiles = list.state === 'ready' ? list.header.profiles : [];
  const name = profiles.find(({ id }) => id === profile)?.name;
  return [name, platform && platformName(platform)].filter(Boolean).join(', ');
}
