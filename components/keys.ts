import type { Look } from '../lib/panel/look.ts';
import { addressOf, placeOf } from '../lib/panel/place.ts';

/** The panel's own keys. The settings list them, by `settingsTexts.keys`, and switch those of one character off. */
export function onKey(event: KeyboardEvent, { singleKeys }: Look, openSettings: () => void): void {
  // In a dialog the keys are the dialog's.
  if (event.defaultPrevented || isComposing(event) || document.querySelector('dialog[open]')) return;
  // The first address is empty, and the list too: there it would be a step to where the user already is.
  if (event.key === 'Escape' && placeOf(location.hash).name !== 'sources')
    location.hash = addressOf({ name: 'sources' });
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

/** Whether the key is an input method's: 229 is what browsers say that do not say it otherwise. */
export function isComposing({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229;
}

function isTypedIn(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea');
}
