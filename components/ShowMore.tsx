import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Bounded<Item> {
  shown: readonly Item[];
  /** How many are not shown. */
  rest: number;
  showMore: () => void;
}

/**
 * The first items, and more each time the user asks: a list may have thousands.
 * @param first how many to show initially, if not `more`
 */
export function useBounded<Item>(items: readonly Item[], more: number, first = more): Bounded<Item> {
  const most = useSignal(first);
  const shown = items.slice(0, most.value);
  return {
    shown,
    rest: items.length - shown.length,
    showMore() {
      most.value += more;
    },
  };
}

interface Props {
  /** How many are not shown. */
  rest: number;
  label: (rest: number) => string;
  onClick: () => void;
  /** The parent of the shown items. The first new one takes the focus, because the button may be gone. */
  list: RefObject<HTMLElement | null>;
}

/** Nothing if everything is shown. */
export function ShowMore({ rest, label, onClick, list }: Props) {
  const before = useRef<number | null>(null);

  useLayoutEffect(() => {
    const first = before.current === null ? null : list.current?.children[before.current];
    before.current = null;
    if (!(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    first.focus();
  }, [rest, list]);

  if (rest === 0) return null;
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        before.current = list.current?.children.length ?? null;
        onClick();
      }}
    >
      {label(rest)}
    </button>
  );
}
