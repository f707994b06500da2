import type { Look } from '../lib/panel/look.ts';
import { addressOf } from '../lib/panel/place.ts';

/** The panel's own keys. The settings list them, by `settingsTexts.keys`, and switch those of one character off. */
export function onKey(event: KeyboardEvent, { singleKeys }: Look, openSettings: () => void): void {
  // In a dialog the keys are the dialog's.
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') location.hash = addressOf({ name: 'sources' });
  if (singleKeys === 'off') return;
  if (event.ctrlKey || event.metaKey || event.altKey || isTypedIn(event.target)) return;
  if (event.key === '?') openSettings();
  if (event.key === '/') {
    const search = document.querySelector<HTMLInputElement>('main > :not([hidden]) input[type="search"]');
    search?.focus();
    // Neither written into the field, nor taken for Firefox's own search.
    if (search) event.preventDefault();
  }
}

function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}
