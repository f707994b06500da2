import type { Look } from '../lib/panel/look.ts';
import { addressOf, placeOf } from '../lib/panel/place.ts';
import { ROW_LINKS } from './scroll.ts';

/** The panel's own keys. The settings list them (`settingsTexts.keys`) and can switch off the single-character ones. */
export function onKey(event: KeyboardEvent, { singleKeys }: Look, openSettings: () => void): void {
  // In a dialog the keys belong to the dialog.
  if (event.defaultPrevented || isComposing(event) || document.querySelector('dialog[open]')) return;
  // The first address is empty and already means the list: going to `#/` would add a pointless step to the history.
  if (event.key === 'Escape' && placeOf(location.hash).name !== 'sources')
    location.hash = addressOf({ name: 'sources' });
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveAlongRows(event);
  if (singleKeys === 'off' || isTypedIn(event.target)) return;
  if (event.key === '?') openSettings();
  if (event.key === '/') {
    const search = searchField();
    search?.focus();
    // Neither typed into the field nor handled by Firefox's own search.
    if (search) event.preventDefault();
  }
}

/** Down from the search to the first row and from row to row; up from the first row to the search. */
function moveAlongRows(event: KeyboardEvent): void {
  const { target, key } = event;
  const isSearch = target instanceof Element && target.matches('main search input');
  const rows = [...document.querySelectorAll<HTMLElement>(ROW_LINKS)].filter((row) => row.checkVisibility());
  const at = target instanceof HTMLElement ? rows.indexOf(target) : -1;
  if (at === -1 && !(isSearch && key === 'ArrowDown')) return;
  const next = key === 'ArrowDown' ? rows[at + 1] : (rows[at - 1] ?? searchField());
  next?.focus();
  if (next) event.preventDefault();
}

function searchField(): HTMLElement | null {
  return document.querySelector('main > :not([hidden]) input[type="search"]');
}

/** Whether an input method handles the key. Browsers that don't set `isComposing` report key code 229. */
export function isComposing({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}

function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}
