import { effect, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type ListScroll, TOP } from '../lib/panel/memory.ts';
import type { Model } from '../lib/panel/model.ts';
import type { Place } from '../lib/panel/place.ts';
import { keepFocus } from './keep-focus.ts';
import css from './Main.module.css';
import { linkTo, scrollTo } from './scroll.ts';

interface Props {
  model: Model;
  /** Whether the place is on the screen, with its heading. Reads signals. */
  isDrawn: () => boolean;
  children: ComponentChildren;
}

/** Moves the focus to the place that the user opened, and restores the list's scroll position. */
export function Main({ model, isDrawn, children }: Props) {
  const main = useRef<HTMLElement>(null);
  // Opening on the list leaves the focus alone; opening elsewhere moves it to the heading.
  const shown = useRef<Place | null>(isList(model.place.peek()) ? model.place.peek() : null);
  const lastMove = useRef<Move>({
    to: model.place.peek(),
    row: null,
    scroll: TOP,
    focused: document.activeElement,
  });

  // Synchronous, before the new place is drawn. The signal effects below wait for the next frame.
  useLayoutEffect(() => effect(() => beginMove(model, lastMove)), [model]);

  useSignalEffect(() => {
    const place = model.place.value;
    if (place === shown.current || !isDrawn()) return;
    shown.current = place;
    if (!hasMovedFrom(lastMove.current.focused)) arrive(lastMove.current);
  });

  useSignalEffect(() => {
    const target = model.scrollTarget.value;
    if (target === null) return;
    // Once the list is drawn.
    const frame = requestAnimationFrame(() => {
      if (model.place.peek().name === 'sources') scrollTo(target);
      model.reachedTarget();
    });
    return () => cancelAnimationFrame(frame);
  });

  useLayoutEffect(() => (main.current ? keepFocus(main.current) : undefined), []);

  return (
    <main class={css.main} ref={main}>
      {children}
    </main>
  );
}

const isList = ({ name }: Place) => name === 'sources';

interface Move {
  to: Place;
  /** On the way back from a source, that source: its row takes the focus. */
  row: string | null;
  /** The list's scroll position before the move, because going back the browser scrolls the page too. */
  scroll: ListScroll;
  /** The element that had the focus before. */
  focused: Element | null;
}

function beginMove(model: Model, last: { current: Move }): void {
  const to = model.place.value;
  const isReturn = to.name === 'sources' && last.current.to.name === 'source';
  const { lastSource, scroll } = model.listPosition.peek();
  const row = isReturn ? lastSource : null;
  if (row !== null) model.view.buildUpTo(row);
  last.current = { to, row, scroll, focused: document.activeElement };
}

/** Whether the user has moved the focus since. The browser itself moves it to the body, and `keepFocus` to the heading. */
function hasMovedFrom(before: Element | null): boolean {
  const { activeElement, body } = document;
  const isHeading = activeElement?.matches('main h1') ?? false;
  return activeElement !== null && activeElement !== body && activeElement !== before && !isHeading;
}

/** Focuses the source's row on the way back from it, otherwise the heading. */
function arrive({ row: source, scroll }: Move): void {
  const row = source === null ? null : linkTo(source);
  scrollTo(row ? scroll : TOP);
  (row ?? document.querySelector<HTMLElement>('main h1'))?.focus();
}
