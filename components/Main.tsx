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
  /** Whether the place is on the screen, with its heading. It reads signals. */
  isDrawn: () => boolean;
  children: ComponentChildren;
}

/** Moves the focus to where the user went, and the list to where it was. */
export function Main({ model, isDrawn, children }: Props) {
  const main = useRef<HTMLElement>(null);
  // A panel that opens on the list leaves the focus where it is; one that opens elsewhere moves it there.
  const shown = useRef<Place | null>(isList(model.place.peek()) ? model.place.peek() : null);
  const lastMove = useRef<Move>({
    to: model.place.peek(),
    row: null,
    scroll: TOP,
    focused: document.activeElement,
  });

  // Synchronous, unlike the signal effects below: they wait for the next frame, so that the new place is drawn.
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
  /** Back from a source: the source, whose row takes the focus. */
  row: string | null;
  /** How the list was scrolled before: on the way back the browser scrolls the page too. */
  scroll: ListScroll;
  /** What had the focus before. */
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

/** Whether the user has moved the focus meanwhile. The browser itself moves it to the body, and `keepFocus` from there to the heading. */
function hasMovedFrom(before: Element | null): boolean {
  const { activeElement, body } = document;
  const isHeading = activeElement?.matches('main h1') ?? false;
  return activeElement !== null && activeElement !== body && activeElement !== before && !isHeading;
}

/** Back from a source to its row, where the user was; anywhere else to the heading. */
function arrive({ row: source, scroll }: Move): void {
  const row = source === null ? null : linkTo(source);
  scrollTo(row ? scroll : TOP);
  (row ?? document.querySelector<HTMLElement>('main h1'))?.focus();
}
