/** The source that the panel shows in full, read again whenever the list is. */
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SourceState } from '../report/review.ts';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { type StartTimer, withTimeout } from '../with-timeout.ts';
import { hasUnreadable, type ListState, positionOf, type ReadyList } from './list.ts';
import type { Place } from './place.ts';

export interface OpenSource {
  source: ReadonlySignal<SourceState>;
}

export interface OpenSourceDeps {
  place: ReadonlySignal<Place>;
  list: ReadonlySignal<ListState>;
  store: Pick<SnapshotStore, 'readSource'>;
  startTimer: StartTimer;
  /** The source is not in the snapshot. */
  onGone: () => void;
  /** The list's snapshot is no longer stored. */
  onChanged: () => void;
}

export const OpenSourceModel = createModel<OpenSource, [OpenSourceDeps]>(
  ({ place, list, store, startTimer, onGone, onChanged }) => {
    /** The last source read, with the header of its own snapshot: the list may already show the next one. */
    const lastRead = signal<{ id: string; source: SourceState } | null>(null);

    const source = computed((): SourceState => {
      const [here, all, read] = [place.value, list.value, lastRead.value];
      if (here.name !== 'source' || all.state !== 'ready') return { state: 'loading' };
      if (positionOf(all, here.id) === null && hasUnreadable(all)) return { state: 'unreadable' };
      return read?.id === here.id ? read.source : { state: 'loading' };
    });

    effect(() => {
      const [here, all] = [place.value, list.value];
      if (here.name !== 'source' || all.state !== 'ready') return;
      const position = positionOf(all, here.id);
      if (position === null) {
        // An unreadable source has no known id: it could be this one.
        if (!hasUnreadable(all)) onGone();
        return;
      }
      let isOvertaken = false;
      void readSource(all, position).then((read) => {
        if (isOvertaken) return;
        if (read === 'changed') onChanged();
        else lastRead.value = { id: here.id, source: read };
      });
      return () => {
        isOvertaken = true;
      };
    });

    /** Never rejects. */
    async function readSource(
      { snapshotId, header }: ReadyList,
      position: number,
    ): Promise<SourceState | 'changed'> {
      try {
        const [{ reviewSource }, read] = await Promise.all([
          // The other places don't need the rules.
          import('../report/review.ts'),
          withTimeout(store.readSource(snapshotId, position), startTimer),
        ]);
        if (read.state === 'ready') return { state: 'ready', ...reviewSource(read.source, header) };
        return read.state === 'changed' ? 'changed' : { state: 'unreadable' };
      } catch {
        return { state: 'unread' };
      }
    }

    return { source };
  },
);
