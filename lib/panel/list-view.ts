/** The list as the user sees it: filters, counts, groups, and how many of its rows are built. */
import { computed, createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Console } from '../consoles.ts';
import type { Row } from '../snapshot/rows/row.ts';
import {
  type Bucket,
  type CompareNames,
  type Count,
  countBuckets,
  countNumbersAffected,
  countSources,
  type Filters,
  type Group,
  groupByProfile,
  type ListState,
  NO_FILTERS,
  rowsFound,
  rowsInBuckets,
  rowsInPart,
  rowsOf,
  satisfiable,
  sortRows,
  unreadableIn,
} from './list.ts';

/** The ads console beside the panel, as the list sees it. */
export interface Front {
  console: Console;
  /** The sources of its platform. */
  rows: Row[];
  /** False where there are none to narrow to, and once the user has chosen something else. */
  isNarrowed: boolean;
}

export interface ListView {
  /** What the list is filtered by, whoever chose it. */
  filters: ReadonlySignal<Filters>;
  /** Without what was chosen on a console, where the platform is the site's: only these may be stored. */
  ownFilters: ReadonlySignal<Filters>;
  front: ReadonlySignal<Front | null>;
  /** The platform of the console, where there are sources of it to narrow to. */
  frontPlatform: ReadonlySignal<string | null>;
  /** The user came to a console, or left it: the choices made there end with it. */
  follow(console: Console | null): void;
  /** Narrows to the console again, after another choice. */
  narrowAgain(): void;
  isFiltered: ReadonlySignal<boolean>;
  /** Whether a Profile or a platform is chosen. */
  isPart: ReadonlySignal<boolean>;
  setFilters(change: Partial<Filters>): void;
  toggleBucket(bucket: Bucket): void;
  clearFilters(): void;
  /** Of the Profile and platform. Sources that cannot be read belong to the whole only. */
  count: ReadonlySignal<Count>;
  /** How many sources cannot be read, whatever is chosen. */
  unreadable: ReadonlySignal<number>;
  numbersAffected: ReadonlySignal<number>;
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
  const { filters, ownFilters, front, frontPlatform, ...choices } = createFilters(list, rows);

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
    filters,
    ownFilters,
    front,
    frontPlatform,
    ...choices,
    isFiltered: computed(() => JSON.stringify(filters.value) !== JSON.stringify(NO_FILTERS)),
    isPart,
    count: computed(() => countSources(inPart.value, isPart.value ? 0 : unreadable.value)),
    unreadable,
    numbersAffected: computed(() => countNumbersAffected(inPart.value)),
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

/** What the user chose, and what the console in front narrows the list to. */
function createFilters(list: ReadonlySignal<ListState>, rows: ReadonlySignal<Row[]>) {
  const ownFilters = signal(NO_FILTERS);
  const console = signal<Console | null>(null);
  /** What the user chose on the console in front. */
  const chosenThere = signal<Filters | null>(null);

  const front = computed((): Front | null => {
    if (console.value === null) return null;
    const { platform } = console.value;
    const own = rows.value.filter((row) => row.platform === platform);
    return {
      console: console.value,
      rows: own,
      isNarrowed: own.length > 0 && chosenThere.value === null,
    };
  });
  const frontPlatform = computed(() => (front.value?.rows.length ? front.value.console.platform : null));
  const filters = computed(() => {
    if (front.value?.isNarrowed) return { ...NO_FILTERS, platform: frontPlatform.value };
    return chosenThere.value ?? ownFilters.value;
  });

  // Filters that a new snapshot cannot satisfy are dropped.
  let snapshotId: string | null = null;
  effect(() => {
    const all = list.value;
    if (all.state !== 'ready' || all.snapshotId === snapshotId) return;
    snapshotId = all.snapshotId;
    untracked(() => {
      const kept = (chosen: Filters) => satisfiable(rows.value, all.header, chosen);
      ownFilters.value = kept(ownFilters.value);
      if (chosenThere.value !== null) chosenThere.value = kept(chosenThere.value);
    });
  });

  /** On a console a choice starts from what is on the screen, and ends with the visit. */
  function setFilters(change: Partial<Filters>): void {
    const chosen = { ...filters.value, ...change };
    if (frontPlatform.value === null) ownFilters.value = chosen;
    else chosenThere.value = chosen;
  }

  return {
    filters,
    ownFilters,
    front,
    frontPlatform,
    follow(next: Console | null) {
      if (next?.platform !== console.value?.platform) chosenThere.value = null;
      console.value = next;
    },
    narrowAgain() {
      chosenThere.value = null;
    },
    setFilters,
    toggleBucket(bucket: Bucket) {
      const { buckets } = filters.value;
      const isChosen = buckets.includes(bucket);
      setFilters({ buckets: isChosen ? buckets.filter((other) => other !== bucket) : [...buckets, bucket] });
    },
    clearFilters() {
      setFilters(NO_FILTERS);
    },
  };
}

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
