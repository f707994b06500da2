/**
 * The scroll position is stored as a row rather than in pixels from the top: a row that was never near the window
 * has no height of its own yet (SourceList.module.css), so the same pixels would lead to a different row.
 */
import { type ListScroll, TOP } from '../lib/panel/memory.ts';
import { addressOf, placeOf } from '../lib/panel/place.ts';

/** The link of each row. */
export const ROW_LINKS = 'main h3 > a';

export function scrollOf(): ListScroll {
  if (window.scrollY === 0) return TOP;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(ROW_LINKS)) {
    const { top, bottom } = boxOf(link);
    const place = placeOf(link.hash);
    if (bottom > 0 && place.name === 'source') return { source: place.id, top };
  }
  return TOP;
}

/** Scrolls to the top if the row is not in the list. */
export function scrollTo(to: ListScroll): void {
  jumpTo(to);
  if (to.source !== null) stayAt(to, location.hash, FRAMES_TO_SETTLE);
}

/** Rows that come into view get their real height only a few frames later, and push the others. */
const FRAMES_TO_SETTLE = 12;

function stayAt(to: ListScroll, hash: string, frames: number): void {
  requestAnimationFrame(() => {
    if (frames === 0 || hash !== location.hash) return;
    jumpTo(to);
    stayAt(to, hash, frames - 1);
  });
}

function jumpTo({ source, top }: ListScroll): void {
  const link = source === null ? null : linkTo(source);
  window.scrollTo({ top: link ? window.scrollY + boxOf(link).top - top : 0, behavior: 'instant' });
}

/** The link in the source's row. */
export function linkTo(source: string): HTMLElement | null {
  return document.querySelector(
    `${ROW_LINKS}[href="${CSS.escape(addressOf({ name: 'source', id: source }))}"]`,
  );
}

/** The row, of which the link is only a part. */
function boxOf(link: HTMLElement): DOMRect {
  return (link.closest('li') ?? link).getBoundingClientRect();
}
