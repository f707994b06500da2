/** An ads console in front narrows the list to its sources, scrolled to the top. */
import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Console } from '../consoles.ts';
import { texts } from '../texts/panel.ts';
import type { ListPosition } from './list-position.ts';
import type { ListView } from './list-view.ts';
import { type ListScroll, TOP } from './memory.ts';

export interface NarrowingDeps {
  console: ReadonlySignal<Console | null>;
  /** Whether the remembered filters have been restored. */
  isRecalled: ReadonlySignal<boolean>;
  view: ListView;
  position: ListPosition;
  announce: (text: string) => void;
}

/** Call it while creating a model, which then owns the effects. */
export function narrowToConsole({ console, isRecalled, view, position, announce }: NarrowingDeps): void {
  let isAnnounced = false;
  effect(() => {
    const front = console.value;
    if (!isRecalled.value) return;
    untracked(() => {
      view.follow(front);
      const { isNarrowed = false, rows = [] } = view.front.value ?? {};
      if (isNarrowed) announce(texts.following.narrowed(front?.name ?? '', rows.length, view.total.value));
      else if (isAnnounced) announce('');
      isAnnounced = isNarrowed;
    });
  });

  // Restores the scroll position when the console is left.
  let scrollBefore: ListScroll | null = null;
  effect(() => {
    if (view.frontPlatform.value !== null) {
      scrollBefore ??= position.listPosition.peek().scroll;
      position.scrollList(TOP);
    } else if (scrollBefore !== null) {
      position.scrollList(scrollBefore);
      scrollBefore = null;
    }
  });
}
