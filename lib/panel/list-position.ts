/** The user's position in the list, so that it can be restored. */
import { batch, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ListState, positionOf } from './list.ts';
import { type ListScroll, TOP } from './memory.ts';
import type { Place } from './place.ts';

export interface ListPosition {
  /** How far the list was scrolled, and the last source opened. */
  listPosition: ReadonlySignal<Position>;
  /** Where the screen should scroll the list to; null if it may stay where it is. */
  scrollTarget: ReadonlySignal<ListScroll | null>;
  scrolledList(scroll: ListScroll): void;
  /** The screen has scrolled to the target. */
  reachedTarget(): void;
  scrollList(target: ListScroll): void;
  restore(position: Position): void;
}

export interface Position {
  scroll: ListScroll;
  lastSource: string | null;
}

export interface ListPositionDeps {
  place: ReadonlySignal<Place>;
  list: ReadonlySignal<ListState>;
}

export const ListPositionModel = createModel<ListPosition, [ListPositionDeps]>(({ place, list }) => {
  const listPosition = signal<Position>({ scroll: TOP, lastSource: null });
  const scrollTarget = signal<ListScroll | null>(null);

  // Only listed sources are remembered: an address or an earlier snapshot may name others.
  effect(() => {
    const [here, all] = [place.value, list.value];
    if (all.state !== 'ready') return;
    const isListed = (id: string | null) => id !== null && positionOf(all, id) !== null;
    const { scroll, lastSource } = listPosition.peek();
    const opened = here.name === 'source' && isListed(here.id) ? here.id : lastSource;
    listPosition.value = {
      scroll: isListed(scroll.source) ? scroll : TOP,
      lastSource: isListed(opened) ? opened : null,
    };
  });

  return {
    listPosition,
    scrollTarget,
    scrolledList(scroll) {
      listPosition.value = { ...listPosition.value, scroll };
    },
    reachedTarget() {
      // Ignores scroll events from the way there: the browser itself scrolls a list that becomes shorter.
      const scroll = scrollTarget.value ?? listPosition.value.scroll;
      batch(() => {
        listPosition.value = { ...listPosition.value, scroll };
        scrollTarget.value = null;
      });
    },
    scrollList(target) {
      scrollTarget.value = target;
    },
    restore(position) {
      listPosition.value = position;
    },
  };
});
