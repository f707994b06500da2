/** The stored list, read again whenever something is stored. */
import { createModel, type ReadonlySignal, signal } from '@preact/signals';
import { changedNeeds, keepUnchanged } from '../snapshot/rows/changes.ts';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { type StartTimer, withTimeout } from '../with-timeout.ts';
import type { ListState, ReadyList } from './list.ts';

export interface LiveList {
  list: ReadonlySignal<ListState>;
  /** Resolves once the newest list is shown; never rejects. */
  reload(): Promise<void>;
  /** Runs a change of the user's own, whose caller announces it, and reads the list afterwards. */
  quietly<T>(change: () => Promise<T>): Promise<T>;
  /** The user has dismissed what changed since the previous snapshot. */
  forgetSince(): Promise<void>;
}

export interface LiveListDeps {
  store: Pick<SnapshotStore, 'readList' | 'forgetSince'>;
  /** Nothing is shown before this resolves: the list's position and filters must be known first. */
  recalled: () => Promise<void>;
  startTimer: StartTimer;
  /** How many more sources need action than before, and how many no longer do. */
  onNeeds: (more: number, fewer: number) => void;
  /** The dismissal could not be stored, so the changes will be shown again. */
  onNotForgotten: () => void;
}

export const LiveListModel = createModel<LiveList, [LiveListDeps]>(
  ({ store, recalled, startTimer, onNeeds, onNotForgotten }) => {
    const list = signal<ListState>({ state: 'loading' });
    let reads = 0;
    let latest = Promise.resolve();
    let ownChanges = 0;

    function reload(): Promise<void> {
      reads += 1;
      latest = read(reads);
      return latest;
    }

    async function read(turn: number): Promise<void> {
      const [after] = await Promise.all([
        withTimeout(store.readList(), startTimer).catch((): ListState => ({ state: 'unread' })),
        recalled(),
      ]);
      // A later read is newer.
      if (turn !== reads) return latest;
      const before = list.value;
      if (before.state !== 'ready' || after.state !== 'ready') {
        list.value = after;
        return;
      }
      const { more, fewer } = changedNeeds(before, after);
      // Announced first: if the open source is gone, that announcement matters more and follows.
      if (ownChanges === 0 && more + fewer > 0) onNeeds(more, fewer);
      list.value = keepSame(before, after);
    }

    return {
      list,
      reload,
      async quietly(change) {
        ownChanges += 1;
        try {
          const result = await change();
          await reload();
          return result;
        } finally {
          ownChanges -= 1;
        }
      },
      async forgetSince() {
        const all = list.value;
        if (all.state !== 'ready') return;
        try {
          await withTimeout(store.forgetSince(all.snapshotId), startTimer);
        } catch {
          onNotForgotten();
          return;
        }
        await reload();
      },
    };
  },
);

/** Keeps unchanged objects, so that they are not drawn again. */
function keepSame(before: ReadyList, after: ReadyList): ReadyList {
  const isSame = JSON.stringify(before.since) === JSON.stringify(after.since);
  return {
    ...after,
    entries: keepUnchanged(before.entries, after.entries),
    since: isSame ? before.since : after.since,
  };
}
