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
 * The first items, and so many more each time the user asks: a list may hold thousands.
 * @param first how many are drawn at once before that, where it is not as many
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
  /** Whose children are what is shown: the first of the new ones takes the focus, as the button may be gone. */
  list: RefObject<HTMLElement | null>;
}

/** Left out where nothing is left to show. */
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
