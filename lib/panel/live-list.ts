/** The list as it is stored, read again when something was stored. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { changedNeeds, keepUnchanged } from '../snapshot/rows/changes.ts';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import type { StoredList } from '../snapshot/storage/stored-rows.ts';
import { createListView, type ListState, type ListView } from './list-view.ts';

export type ReadyList = Extract<StoredList, { state: 'ready' }>;

export interface LiveList {
  list: ReadonlySignal<ListState>;
  view: ListView;
  reload(): Promise<void>;
  /** What the next reading changes needs no word: the reader was told by whoever changed it. */
  expectChange(): void;
  /** The reader has seen what changed since the snapshot before. */
  forgetSince(): Promise<void>;
}

export interface LiveListDeps {
  store: Pick<SnapshotStore, 'readList' | 'forgetSince'>;
  /** Resolves when the page has nothing better to do. */
  idle: () => Promise<void>;
  /** Until it resolves nothing is shown: first it must be known where the reader was. */
  recalled: () => Promise<void>;
  /** How many sources need action that did not, and the other way round. */
  onNeeds: (more: number, fewer: number) => void;
}

export function createLiveList({ store, idle, recalled, onNeeds }: LiveListDeps): LiveList {
  const list = signal<ListState>({ state: 'loading' });
  const view = createListView(list, idle);
  let reads = 0;
  let isExpected = true;

  async function reload(): Promise<void> {
    reads += 1;
    const own = reads;
    const [read] = await Promise.all([
      // A browser whose own storage is broken refuses to read.
      store.readList().catch((): StoredList => ({ state: 'damaged' })),
      recalled(),
    ]);
    if (own !== reads) return;
    const before = list.value;
    // Before what follows from it: that the reader's own source has gone matters more.
    if (!isExpected && before.state === 'ready') {
      const { more, fewer } = changedNeeds(before, read);
      if (more + fewer > 0) onNeeds(more, fewer);
    }
    list.value = before.state === 'ready' && read.state === 'ready' ? keepIn(before, read) : read;
    isExpected = false;
    if (read.state !== 'ready') return;
    void view.buildRows();
  }

  return {
    list,
    view,
    reload,
    expectChange() {
      isExpected = true;
    },
    async forgetSince() {
      const all = list.peek();
      if (all.state !== 'ready') return;
      list.value = { ...all, since: null };
      await store.forgetSince(all.snapshotId);
    },
  };
}

function keepIn(before: ReadyList, after: ReadyList): ReadyList {
  const isSame = JSON.stringify(before.since) === JSON.stringify(after.since);
  return {
    ...after,
    entries: keepUnchanged(before.entries, after.entries),
    since: isSame ? before.since : after.since,
  };
}
