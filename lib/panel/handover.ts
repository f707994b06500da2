/** What the user takes to a ticket: the report of what is in sight, and the clipboard. */
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { platformName } from '../platforms.ts';
import type { ListReport, Occasion, Report } from '../report/report.ts';
import type { Review, SourceState } from '../report/review.ts';
import type { Header } from '../schema/snapshot.ts';
import type { Row } from '../snapshot/rows/row.ts';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { needsAction, summarise } from '../status/summarise.ts';
import { texts } from '../texts/panel.ts';
import { reportTexts } from '../texts/report.ts';
import type { StartTimer } from '../with-timeout.ts';
import { type CompareNames, groupRows, sortRows, WORST_BY_PROFILE } from './arrange.ts';
import {
  type Filters,
  type ListState,
  type ReadyList,
  rowsFound,
  rowsInBuckets,
  rowsInPart,
} from './list.ts';
import type { ListView } from './list-view.ts';
import { addressOf, type Place } from './place.ts';

/** What came of copying. `refused`: the browser does not let the panel, so the user copies the text by hand. */
export type CopyOutcome = { done: 'copied' | 'changed' | 'failed' } | { done: 'refused'; text: string };

export interface Handover {
  /** Which part of the list its report is about, in words; empty for all of it. */
  scope: ReadonlySignal<string>;
  /** Whether the list's report has anything to say. */
  hasListReport: ReadonlySignal<boolean>;
  /** Of the last copying; null once that is a while ago, or something else is in sight. */
  outcome: ReadonlySignal<CopyOutcome | null>;
  /** Copies the report of the source in sight, or, in the list, of what its filters leave. Never rejects. */
  copy(): Promise<void>;
}

export interface HandoverDeps {
  place: ReadonlySignal<Place>;
  list: ReadonlySignal<ListState>;
  view: Pick<ListView, 'filters' | 'isFiltered'>;
  source: ReadonlySignal<SourceState>;
  store: Pick<SnapshotStore, 'readSource'>;
  /** Of the extension. */
  version: string;
  /** Rejects where the browser refuses. */
  writeClipboard: (report: Report) => Promise<void>;
  announce: (words: string) => void;
  startTimer: StartTimer;
  compareNames: CompareNames;
}

/** Long enough to be read, and to be found again after a look at the ticket. */
const SHOWN_MS = 10_000;

const WORDS = {
  copied: texts.report.copied,
  refused: texts.report.refused,
  changed: reportTexts.changed,
  failed: reportTexts.failed,
} satisfies Record<CopyOutcome['done'], string>;

export const HandoverModel = createModel<Handover, [HandoverDeps]>((deps) => {
  const { place, list, view, source, writeClipboard, announce, startTimer } = deps;
  const outcome = signal<CopyOutcome | null>(null);
  const scope = computed(() => {
    const all = list.value;
    return all.state === 'ready' ? scopeOf(view.filters.value, all.header) : '';
  });
  /** What is in sight, so that an outcome goes with what it was about. */
  const about = computed(() => {
    const snapshotId = list.value.state === 'ready' ? list.value.snapshotId : null;
    return JSON.stringify([addressOf(place.value), snapshotId, view.filters.value]);
  });

  effect(() => {
    about.value;
    outcome.value = null;
  });
  effect(() => {
    if (outcome.value?.done !== 'copied') return;
    return startTimer(SHOWN_MS, () => {
      outcome.value = null;
    });
  });

  async function makeReport(): Promise<Report | 'changed'> {
    const [read, all] = [source.peek(), list.peek()];
    const isThere = place.peek().name === 'sources' || read.state === 'ready';
    if (all.state !== 'ready' || !isThere) return 'changed';
    const { reportOfList, reportOfSource } = await import('../report/report.ts');
    if (read.state === 'ready') return reportOfSource(read, occasionOf(read.header, deps.version));
    const part = await partOf(all, deps);
    return part === 'changed' ? part : reportOfList(part, occasionOf(all.header, deps.version));
  }

  async function tryToCopy(): Promise<CopyOutcome> {
    const report = await makeReport();
    if (report === 'changed') return { done: 'changed' };
    try {
      await writeClipboard(report);
      return { done: 'copied' };
    } catch {
      return { done: 'refused', text: report.text };
    }
  }

  return {
    scope,
    hasListReport: computed(() => {
      const all = list.value;
      if (all.state !== 'ready') return false;
      const { rows, unreadable } = leftOf(all, view.filters.value);
      return view.isFiltered.value ? rows.length > 0 : unreadable > 0 || rows.some(needsAction);
    }),
    outcome,
    async copy() {
      const asked = about.peek();
      outcome.value = null;
      const next = await tryToCopy().catch((): CopyOutcome => ({ done: 'failed' }));
      if (about.peek() === asked) outcome.value = next;
      announce(WORDS[next.done]);
    },
  };
});

function occasionOf({ generated_at, mock }: Header, version: string): Occasion {
  return { generatedAt: generated_at, mock, version };
}

/** What the filters leave, whether or not its rows are built yet, and how many sources cannot be read at all. */
function leftOf({ header, entries }: ReadyList, filters: Filters): { rows: Row[]; unreadable: number } {
  const rows = entries.flatMap(({ row }) => row ?? []);
  const found = rowsFound(rowsInPart(rows, filters), header, filters.search);
  return {
    rows: [...rowsInBuckets(found, filters.buckets)],
    unreadable: entries.length - rows.length,
  };
}

/** Counted as the list counts, from its rows; read are only the sources that are shown in detail. */
async function partOf(
  all: ReadyList,
  { view, store, compareNames }: Pick<HandoverDeps, 'view' | 'store' | 'compareNames'>,
): Promise<ListReport | 'changed'> {
  const { header, snapshotId, entries } = all;
  const filters = view.filters.peek();
  const isFiltered = view.isFiltered.peek();
  const [{ reviewSource }, { MOST_IN_DETAIL }] = await Promise.all([
    import('../report/review.ts'),
    import('../report/report.ts'),
  ]);
  const { rows, unreadable } = leftOf(all, filters);
  const sorted = sortRows(rows, WORST_BY_PROFILE.sortBy, compareNames);
  const groups = groupRows(header, sorted, WORST_BY_PROFILE, compareNames);
  const inOrder = groups.flatMap((group) => group.rows);
  const inDetail = inOrder.filter(needsAction).slice(0, MOST_IN_DETAIL);
  const positions = new Map(entries.map(({ row, position }) => [row, position]));
  const read = await Promise.all(
    inDetail.map((row) => store.readSource(snapshotId, positions.get(row) ?? -1)),
  );
  if (read.some(({ state }) => state === 'changed')) return 'changed';
  const listed = (row: Row) => ({
    ...row,
    profile: nameOf(header, row.profile_id) ?? reportTexts.unknownProfile,
  });
  const reviewOf = (found: (typeof read)[number] | undefined): Review | null =>
    found?.state === 'ready' ? reviewSource(found.source, header) : null;
  return {
    scope: scopeOf(filters, header),
    summary: summarise(rows),
    unreadable,
    detailed: inDetail.map((row, index) => ({ listed: listed(row), review: reviewOf(read[index]) })),
    others: inOrder.filter((row) => !inDetail.includes(row) && (isFiltered || needsAction(row))).map(listed),
  };
}

/** What the filters narrow the list to: `Profile France, TikTok Ads, Error, “brand”`. */
function scopeOf({ profile, platform, buckets, search }: Filters, header: Header): string {
  return [
    profile === null ? null : (nameOf(header, profile) ?? reportTexts.unknownProfile),
    platform === null ? null : platformName(platform),
    buckets.length === 0 ? null : buckets.map((bucket) => texts.health[bucket]).join(' or '),
    search.trim() === '' ? null : reportTexts.searched(search.trim()),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function nameOf({ profiles }: Header, profileId: string): string | undefined {
  return profiles.find(({ id }) => id === profileId)?.name;
}
