import { keepLook, type Look, type LookItems, readLook } from '../lib/panel/look.ts';
import type { KeptLook } from '../lib/panel/preferences.ts';

/** The look that all windows of a browser share. */
export class SharedLook implements KeptLook {
  readonly stored = new Map<string, string>();
  readonly #items: LookItems = {
    getItem: (key) => this.stored.get(key) ?? null,
    setItem: (key, value) => this.stored.set(key, value),
  };
  readonly #listeners = new Set<() => void>();

  read() {
    return readLook(this.#items);
  }

  keep(look: Look) {
    keepLook(this.#items, look);
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
