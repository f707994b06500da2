/** Restores where the user was when the panel closed, and from then on remembers where they are. */
import { batch, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type StartTimer, withTimeout } from '../with-timeout.ts';
import { type ListState, NO_FILTERS, positionOf } from './list.ts';
import type { ListPosition } from './list-position.ts';
import type { ListView } from './list-view.ts';
import type { Memory } from './memory.ts';
import type { Navigation } from './navigation.ts';
import { addressOf, type Place } from './place.ts';

export interface Remembering {
  isRecalled: ReadonlySignal<boolean>;
  /** The ids of the open disclosures. */
  unfolded: ReadonlySignal<readonly string[]>;
  unfold(id: string, open: boolean): void;
  /** Never rejects. @param hash the page's address; the remembered place counts only if this is empty */
  recall(hash: string): Promise<void>;
}

export interface RememberingDeps {
  memory: Memory;
  list: ReadonlySignal<ListState>;
  navigation: Navigation;
  view: ListView;
  position: ListPosition;
  startTimer: StartTimer;
}

/** After this the panel opens without its memory. */
const RECALL_MS = 2000;

export const RememberingModel = createModel<Remembering, [RememberingDeps]>(
  ({ memory, list, navigation, view, position, startTimer }) => {
    const isRecalled = signal(false);
    const unfolded = signal<readonly string[]>([]);

    effect(() => {
      const all = list.value;
      const isKnown = all.state !== 'loading' && all.state !== 'unread';
      if (!isRecalled.value || !isKnown) return;
      const { scroll, lastSource } = position.listPosition.value;
      memory.keep({
        hash: addressOf(listedOnly(navigation.place.value, all)),
        // Without a list it is not known whether a Profile is still authorized.
        filters: all.state === 'ready' ? view.ownFilters.value : NO_FILTERS,
        arrangement: view.arrangement.value,
        folds: all.state === 'ready' ? view.folds.value : {},
        listScroll: scroll,
        lastSource,
        unfolded: [...unfolded.value],
      });
    });

    return {
      isRecalled,
      unfolded,
      unfold(id, open) {
        const others = unfolded.value.filter((other) => other !== id);
        unfolded.value = open ? [...others, id] : others;
      },
      async recall(hash) {
        const { place, redirect } = navigation;
        const here = place.peek();
        const remembered = await withTimeout(memory.recall(), startTimer, RECALL_MS).catch(() => null);
        batch(() => {
          if (remembered !== null) {
            view.setFilters(remembered.filters);
            view.arrange(remembered.arrangement ?? {});
            view.restoreFolds(remembered.folds ?? {});
            position.restore({ scroll: remembered.listScroll, lastSource: remembered.lastSource });
            unfolded.value = remembered.unfolded;
            // Unless the user has moved on in the meantime.
            if (hash === '' && place.peek() === here) redirect(remembered.hash);
          }
          isRecalled.value = true;
        });
      },
    };
  },
);

/** Never stores the id of a source that is not in the list: an address may contain anything. */
function listedOnly(place: Place, list: ListState): Place {
  const isListed = place.name !== 'source' || (list.state === 'ready' && positionOf(list, place.id) !== null);
  return isListed ? place : { name: 'sources' };
}
