/** The list as the reader sees it: filters, counts, groups, and how much of it is built yet. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Console } from '../consoles.ts';
import type { Header } from '../schema/snapshot.ts';
import type { Row } from '../snapshot/rows/row.ts';
import type { StoredList } from '../snapshot/storage/stored-rows.ts';
import { countNumbers } from '../status/numbers.ts';
import { type Summary, summarise } from '../status/summarise.ts';
import {
  type Bucket,
  countBuckets,
  type Filters,
  type Group,
  groupByProfile,
  NO_FILTERS,
  rowsFound,
  rowsInBuckets,
  rowsInPart,
  sortRows,
} from './list.ts';

export type ListState = { state: 'loading' } | StoredList;

/** The ads console beside the panel, as the list sees it. */
export interface Front {
  console: Console;
  /** The sources of its platform. */
  rows: Row[];
  /** False where there are none to narrow to, and once the reader has chosen for himself. */
  isNarrowed: boolean;
}

export interface ListView {
  /** What the list is filtered by, whoever chose it. */
  filters: ReadonlySignal<Filters>;
  /** His own, without what he chose on a console, where the platform is the site's: only these may be stored. */
  ownFilters: ReadonlySignal<Filters>;
  front: ReadonlySignal<Front | null>;
  /** The platform of the console, where there are sources of it to narrow to. */
  frontPlatform: ReadonlySignal<string | null>;
  /** The reader came to a console, or left it: his choices there end with it. */
  follow(console: Console | null): void;
  /** Narrows to the console again, after a choice of the reader's. */
  narrowAgain(): void;
  isFiltered: ReadonlySignal<boolean>;
  setFilters(change: Partial<Filters>): void;
  toggleBucket(bucket: Bucket): void;
  clearFilters(): void;
  /** Of the Profile and platform the reader looks at. */
  summary: ReadonlySignal<Summary>;
  numbersAffected: ReadonlySignal<number>;
  /** Of what the search finds. */
  counts: ReadonlySignal<ReadonlyMap<Bucket, number>>;
  /** Of what all filters leave, and no more rows than are built yet. */
  groups: ReadonlySignal<Group[]>;
  /** How many rows the filters leave, and how many there are in all. */
  found: ReadonlySignal<number>;
  total: ReadonlySignal<number>;
  /** The words of the platforms that there are sources of, in order. */
  platforms: ReadonlySignal<string[]>;
  /** Builds the rest of the rows: a screenful first, then more whenever the page is idle. */
  buildRows(): Promise<void>;
  /** Builds all rows now, for a reader who comes back to one far down. */
  buildAllRows(): void;
}

/** More than a high window shows: each row more is one to wait for before the first is there. */
const SCREENFUL = 20;
/** Built in a tenth of a second. */
const ROWS_AT_ONCE = 1000;

/** @param idle resolves when the page has nothing better to do */
export function createListView(list: ReadonlySignal<ListState>, idle: () => Promise<void>): ListView {
  const ownFilters = signal(NO_FILTERS);
  const console = signal<Console | null>(null);
  /** What the reader chose on the console he is on. */
  const chosenThere = signal<Filters | null>(null);
  const built = signal(SCREENFUL);

  const rows = computed(() => sortRows(rowsOf(list.value)));
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
  const inPart = computed(() => rowsInPart(rows.value, filters.value));
  const foundBySearch = computed(() => {
    const header = headerOf(list.value);
    return header ? rowsFound(inPart.value, header, filters.value.search) : [];
  });
  const left = computed(() => rowsInBuckets(foundBySearch.value, filters.value.buckets));
  const grouped = computed(() => {
    const header = headerOf(list.value);
    return header ? groupByProfile(header, left.value) : [];
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
    follow(next) {
      if (next?.platform !== console.peek()?.platform) chosenThere.value = null;
      console.value = next;
    },
    narrowAgain() {
      chosenThere.value = null;
    },
    isFiltered: computed(() => JSON.stringify(filters.value) !== JSON.stringify(NO_FILTERS)),
    setFilters,
    toggleBucket(bucket) {
      const { buckets } = filters.value;
      const chosen = buckets.includes(bucket)
        ? buckets.filter((other) => other !== bucket)
        : [...buckets, bucket];
      setFilters({ buckets: chosen });
    },
    clearFilters() {
      setFilters(NO_FILTERS);
    },
    summary: computed(() => summarise(inPart.value)),
    numbersAffected: computed(() => countNumbers(inPart.value).total),
    counts: computed(() => countBuckets(foundBySearch.value)),
    groups: computed(() => firstRows(grouped.value, built.value)),
    found: computed(() => left.value.length),
    total: computed(() => rows.value.length),
    platforms: computed(() => [...new Set(rows.value.map(({ platform }) => platform))].sort()),
    async buildRows() {
      while (built.value < rows.value.length) {
        await idle();
        built.value += ROWS_AT_ONCE;
      }
    },
    buildAllRows() {
      built.value = Math.max(built.value, rows.value.length);
    },
  };
}

export function rowsOf(list: ListState): Row[] {
  return list.state === 'ready' ? list.entries.flatMap(({ row }) => row ?? []) : [];
}

function headerOf(list: ListState): Header | null {
  return list.state === 'ready' ? list.header : null;
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
