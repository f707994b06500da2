/** What the list is filtered by: the user's choices, and the ads console in front. */
import { computed, createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Console } from '../consoles.ts';
import type { Row } from '../snapshot/rows/row.ts';
import { type Bucket, type Filters, type ListState, NO_FILTERS, satisfiable } from './list.ts';

/** The ads console beside the panel, as the list sees it. */
export interface Front {
  console: Console;
  /** The sources of its platform. */
  rows: Row[];
  /** False where there are none to narrow to, and once the user has chosen something else. */
  isNarrowed: boolean;
}

export interface ListFilters {
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
