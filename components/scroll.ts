/**
 * A row says how far the list is scrolled, not the pixels from the top: a row that was never near the
 * window has no height of its own yet (SourceList.module.css), so that pixels would lead to another row.
 */
import { type ListScroll, TOP } from '../lib/panel/memory.ts';
import { addressOf, placeOf } from '../lib/panel/place.ts';

export function scrollOf(): ListScroll {
  if (window.scrollY === 0) return TOP;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main li > a')) {
    const { top, bottom } = boxOf(link);
    const place = placeOf(link.hash);
    if (bottom > 0 && place.name === 'source') return { source: place.id, top };
  }
  return TOP;
}

/** To the top, where the row is not in the list. */
export function scrollTo(to: ListScroll): void {
  jumpTo(to);
  if (to.source === null) return;
  // Of the rows that come into sight by that, some have their height in the next frame only, and push the others.
  const { hash } = location;
  requestAnimationFrame(() => requestAnimationFrame(() => hash === location.hash && jumpTo(to)));
}

function jumpTo({ source, top }: ListScroll): void {
  const link = source === null ? null : linkTo(source);
  window.scrollTo({ top: link ? window.scrollY + boxOf(link).top - top : 0, behavior: 'instant' });
}

/** The link that is the source's row. */
export function linkTo(source: string): HTMLElement | null {
  return document.querySelector(
    `main li > a[href="${CSS.escape(addressOf({ name: 'source', id: source }))}"]`,
  );
}

/** The row's; the link's own would first have to be laid out. */
function boxOf(link: HTMLElement): DOMRect {
  return (link.parentElement ?? link).getBoundingClientRect();
}
