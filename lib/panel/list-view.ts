/** The list as the user sees it: filtered rows, counts, groups, coming events, and how many rows are built. */
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { platformName } from '../platforms.ts';
import type { Row } from '../snapshot/rows/row.ts';
import type { Bucket } from '../status/bucket.ts';
import { countNumbers } from '../status/count-numbers.ts';
import { type Summary, summarise } from '../status/summarise.ts';
import type { Numbers } from '../status/vocabulary.ts';
import { type CompareNames, groupRows, sortRows, WORST_BY_PROFILE } from './arrange.ts';
import { type ComingEvent, comingUp } from './coming-up.ts';
import { type FoldedGroup, foldGroups, rowsThatFit } from './folding.ts';
import {
  countBuckets,
  type Filters,
  type ListState,
  rowsFound,
  rowsInBuckets,
  rowsInPart,
  rowsOf,
  unreadableIn,
} from './list.ts';
import { type ListArrangement, ListArrangementModel } from './list-arrangement.ts';
import { type ListFilters, ListFiltersModel } from './list-filters.ts';

export interface ListView extends ListFilters, ListArrangement {
  /** Whether a Profile or a platform is chosen. */
  isPart: ReadonlySignal<boolean>;
  /** Of the readable sources of the chosen Profile and platform. */
  summary: ReadonlySignal<Summary>;
  /** The chosen Profile and platform in words; empty for all. */
  part: ReadonlySignal<string>;
  /** How many sources are unreadable, whatever is chosen. */
  unreadable: ReadonlySignal<number>;
  /** How many of the same sources show numbers that are not current, by what they show. */
  numbers: ReadonlySignal<ReadonlyMap<Numbers, number>>;
  /** The rows that the search finds, by health. */
  counts: ReadonlySignal<ReadonlyMap<Bucket, number>>;
  /** The rows that all filters leave, as far as they are built. */
  groups: ReadonlySignal<FoldedGroup[]>;
  /** How many rows of open groups are not built. */
  unbuilt: ReadonlySignal<number>;
  /** How many rows the filters leave, and how many sources there are in all. */
  found: ReadonlySignal<number>;
  total: ReadonlySignal<number>;
  /** How many choices differ from the defaults: Profile, platform, groups and order. */
  choices: ReadonlySignal<number>;
  clearChoices(): void;
  /** Coming events of the chosen Profile and platform, soonest first. */
  comingUp: ReadonlySignal<ComingEvent[]>;
  /** The platforms of all sources, as the snapshot's words, sorted. */
  platforms: ReadonlySignal<string[]>;
  /** Builds more rows than are built automatically. */
  showMore(): void;
  /** Opens this source's group and builds the rows down to it, when the user returns to it. */
  buildUpTo(sourceId: string): void;
}

/** The rows built automatically; building them takes a tenth of a second. */
const ROWS_AT_ONCE = 1000;

export interface ListViewDeps {
  list: ReadonlySignal<ListState>;
  /** Resolves when the page is idle. */
  idle: () => Promise<void>;
  compareNames: CompareNames;
  /** The window's height in pixels: initially only the rows that fit are built. */
  height: number;
  /** The wall clock in milliseconds. */
  now: ReadonlySignal<number>;
}

export const ListViewModel = createModel<ListView, [ListViewDeps]>(
  ({ list, idle, compareNames, height, now }) => {
    const arranging = new ListArrangementModel({ list });
    const { arrangement, folds } = arranging;
    const sortBy = computed(() => arrangement.value.sortBy);
    const rows = computed(() => sortRows(rowsOf(list.value), sortBy.value, compareNames));
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
      list.value.state === 'ready'
        ? groupRows(list.value.header, left.value, arrangement.value, compareNames)
        : [],
    );
    const folded = computed(() => foldGroups(grouped.value, folds.value));
    const open = computed(() => folded.value.reduce((sum, { shown }) => sum + shown.length, 0));

    const asked = signal(0);
    const built = computed(() => Math.max(asked.value, rowsThatFit(folded.value, height)));
    const needsMore = computed(() => built.value < Math.min(open.value, ROWS_AT_ONCE));
    effect(() => {
      if (needsMore.value) void idle().then(() => buildAtLeast(ROWS_AT_ONCE));
    });

    function buildAtLeast(count: number): void {
      asked.value = Math.max(built.peek(), count);
    }

    const choices = computed(() => {
      const { profile, platform } = filters.value;
      const { groupBy } = arrangement.value;
      const chosen = [
        profile !== null,
        platform !== null,
        groupBy !== WORST_BY_PROFILE.groupBy,
        sortBy.value !== WORST_BY_PROFILE.sortBy,
      ];
      return chosen.filter(Boolean).length;
    });

    return {
      ...filtering,
      ...arranging,
      isPart,
      summary: computed(() => summarise(inPart.value)),
      part: computed(() => partWords(list.value, filters.value)),
      unreadable,
      numbers: computed(() => countNumbers(inPart.value).byNumbers),
      counts: computed(() => countBuckets(foundBySearch.value)),
      groups: computed(() => firstRows(folded.value, built.value)),
      unbuilt: computed(() => Math.max(0, open.value - Math.max(built.value, ROWS_AT_ONCE))),
      found: computed(() => left.value.length),
      total: computed(() => rows.value.length + unreadable.value),
      choices,
      clearChoices() {
        filtering.setFilters({ profile: null, platform: null });
        arranging.arrange(WORST_BY_PROFILE);
      },
      comingUp: computed(() => comingUp(inPart.value, now.value)),
      platforms: computed(() => [...new Set(rows.value.map(({ platform }) => platform))].sort()),
      showMore() {
        buildAtLeast(built.peek() + ROWS_AT_ONCE);
      },
      buildUpTo(sourceId) {
        const hasIt = ({ id }: Row) => id === sourceId;
        const own = folded.value.find((group) => group.rows.some(hasIt));
        if (own && !own.shown.some(hasIt)) arranging.fold(own.id, true);
        const inOrder = folded.value.flatMap(({ shown }) => shown);
        buildAtLeast(inOrder.findIndex(hasIt) + 1);
      },
    };
  },
);

/** @param most how many rows are built */
function firstRows(groups: readonly FoldedGroup[], most: number): FoldedGroup[] {
  let room = most;
  const first = groups.map((group) => {
    const shown = group.shown.slice(0, Math.max(0, room));
    room -= group.shown.length;
    return shown.length < group.shown.length ? { ...group, shown, rest: 0 } : group;
  });
  // Rows built a moment later are added below, so that nothing moves.
  const begun = first.findIndex(({ shown }, at) => shown.length < (groups[at]?.shown.length ?? 0)) + 1;
  return most < ROWS_AT_ONCE && begun > 0 ? first.slice(0, begun) : first;
}

function partWords(list: ListState, { profile, platform }: Filters): string {
  const profiles = list.state === 'ready' ? list.header.profiles : [];
  const name = profiles.find(({ id }) => id === profile)?.name;
  return [name, platform && platformName(platform)].filter(Boolean).join(', ');
}
