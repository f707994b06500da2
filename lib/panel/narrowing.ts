/** What an ads console in front does to the list: it is narrowed to the console's sources, and begins at its top. */
import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Console } from '../consoles.ts';
import { texts } from '../texts/panel.ts';
import type { ListPosition } from './list-position.ts';
import type { ListView } from './list-view.ts';
import { type ListScroll, TOP } from './memory.ts';

export interface NarrowingDeps {
  console: ReadonlySignal<Console | null>;
  /** The filters from before are known. */
  isRecalled: ReadonlySignal<boolean>;
  view: ListView;
  position: ListPosition;
  announce: (text: string) => void;
}

/** To be called where a model is created, which then owns the effects. */
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

  // The list from before is found again where it was left.
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
