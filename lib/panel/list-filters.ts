/** What the list is filtered by: the user's choices, and the ads console in front. */
import { computed, createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Console } from '../consoles.ts';
import type { Row } from '../snapshot/rows/row.ts';
import type { Bucket } from '../status/bucket.ts';
import { type Filters, type ListState, NO_FILTERS, satisfiable } from './list.ts';

/** The ads console in front, from the list's point of view. */
export interface Front {
  console: Console;
  /** The sources of its platform. */
  rows: Row[];
  /** False if there are no such sources, or if the user has chosen other filters. */
  isNarrowed: boolean;
}

export interface ListFilters {
  /** The filters in effect, whether from the user or from the console. */
  filters: ReadonlySignal<Filters>;
  /** The user's filters without those chosen on a console, whose platform is the site's: only these may be stored. */
  ownFilters: ReadonlySignal<Filters>;
  front: ReadonlySignal<Front | null>;
  /** The platform of the console in front, if it has any sources. */
  frontPlatform: ReadonlySignal<string | null>;
  /** Called when the user opens or leaves a console: filters chosen there end with the visit. */
  follow(console: Console | null): void;
  /** Filters by the console again, after the user chose other filters. */
  narrowAgain(): void;
  isFiltered: ReadonlySignal<boolean>;
  setFilters(change: Partial<Filters>): void;
  toggleBucket(bucket: Bucket): void;
  clearFilters(): void;
}

export interface ListFiltersDeps {
  list: ReadonlySignal<ListState>;
  /** All rows of the list, in order. */
  rows: ReadonlySignal<Row[]>;
}

export const ListFiltersModel = createModel<ListFilters, [ListFiltersDeps]>(({ list, rows }) => {
  const ownFilters = signal(NO_FILTERS);
  const console = signal<Console | null>(null);
  /** What the user chose while the console is in front. */
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

  /** On a console a change starts from the filters in effect, and ends with the visit. */
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
    isFiltered: computed(() => JSON.stringify(filters.value) !== JSON.stringify(NO_FILTERS)),
    follow(next) {
      if (next?.platform !== console.value?.platform) chosenThere.value = null;
      console.value = next;
    },
    narrowAgain() {
      chosenThere.value = null;
    },
    setFilters,
    toggleBucket(bucket) {
      const { buckets } = filters.value;
      const isChosen = buckets.includes(bucket);
      setFilters({ buckets: isChosen ? buckets.filter((other) => other !== bucket) : [...buckets, bucket] });
    },
    clearFilters() {
      setFilters(NO_FILTERS);
    },
  };
});
