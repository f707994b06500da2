/** Copies the report of what is shown, for pasting into a ticket. */
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { platformName } from '../platforms.ts';
import type { Report } from '../report/report.ts';
import type { SourceState } from '../report/review.ts';
import type { Header } from '../schema/snapshot.ts';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { needsAction } from '../status/summarise.ts';
import { copyTexts } from '../texts/copy.ts';
import { texts } from '../texts/panel.ts';
import type { StartTimer } from '../with-timeout.ts';
import type { CompareNames } from './arrange.ts';
import type { Filters, ListState } from './list.ts';
import type { ListView } from './list-view.ts';
import { addressOf, type Place } from './place.ts';

/** The result of copying. `refused`: the browser doesn't allow it, so the user copies the text by hand. */
export type CopyOutcome = { done: 'copied' | 'changed' | 'failed' } | { done: 'refused'; text: string };

export interface Handover {
  /** Which part of the list the report covers, in words; empty for all of it. */
  scope: ReadonlySignal<string>;
  /** Whether the list's report has any content. */
  hasListReport: ReadonlySignal<boolean>;
  /** The result of the last copy; null after a while, or when something else is shown. */
  outcome: ReadonlySignal<CopyOutcome | null>;
  /** Copies the report of the open source or, in the list, of what its filters leave. Never rejects. */
  copy(): Promise<void>;
}

export interface HandoverDeps {
  place: ReadonlySignal<Place>;
  list: ReadonlySignal<ListState>;
  view: Pick<ListView, 'filters' | 'isFiltered' | 'found'>;
  source: ReadonlySignal<SourceState>;
  store: Pick<SnapshotStore, 'readSource'>;
  /** The extension's version. */
  version: string;
  /** Rejects if the browser refuses. */
  writeClipboard: (report: Report) => Promise<void>;
  announce: (words: string) => void;
  startTimer: StartTimer;
  compareNames: CompareNames;
}

/** Long enough to read, and to find again after switching to the ticket and back. */
const SHOWN_MS = 10_000;

export const HandoverModel = createModel<Handover, [HandoverDeps]>((deps) => {
  const { place, list, view, source, version, writeClipboard, announce, startTimer } = deps;
  const outcome = signal<CopyOutcome | null>(null);
  const scope = computed(() => {
    const all = list.value;
    return all.state === 'ready' ? scopeOf(view.filters.value, all.header) : '';
  });
  /** Identifies what is shown: an outcome is dropped when this changes. */
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
    const part = { filters: view.filters.peek(), isFiltered: view.isFiltered.peek(), scope: scope.peek() };
    const { makeListReport, makeSourceReport } = await import('./make-report.ts');
    if (read.state === 'ready') return makeSourceReport(read, version);
    return makeListReport(all, part, deps);
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
      if (view.isFiltered.value) return view.found.value > 0;
      return all.entries.some(({ row }) => row === null || needsAction(row));
    }),
    outcome,
    async copy() {
      const asked = about.peek();
      outcome.value = null;
      const next = await tryToCopy().catch((): CopyOutcome => ({ done: 'failed' }));
      if (about.peek() === asked) outcome.value = next;
      announce(copyTexts[next.done]);
    },
  };
});

/** What the filters narrow the list to: `Profile France, TikTok Ads, Error, “brand”`. */
function scopeOf({ profile, platform, buckets, search }: Filters, header: Header): string {
  return [
    profile === null ? null : (nameOf(header, profile) ?? copyTexts.unknownProfile),
    platform === null ? null : platformName(platform),
    buckets.length === 0 ? null : buckets.map((bucket) => texts.health[bucket]).join(' or '),
    search.trim() === '' ? null : copyTexts.searched(search.trim()),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function nameOf({ profiles }: Header, profileId: string): string | undefined {
  return profiles.find(({ id }) => id === profileId)?.name;
}
