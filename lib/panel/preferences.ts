/** The user's preferences, the same in all windows. */
import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { DEFAULT_LOOK, type Look } from './look.ts';

/** Where they are kept when the browser closes. */
export interface KeptLook {
  read(): Look;
  keep(look: Look): void;
  /** Calls back after any window has stored another look. @returns a function that stops it */
  onChange(listener: () => void): () => void;
}

export interface Preferences {
  look: ReadonlySignal<Look>;
  choose(change: Partial<Look>): void;
}

export const PreferencesModel = createModel<Preferences, [KeptLook]>((kept) => {
  const look = signal(readOr(DEFAULT_LOOK));

  /** If the browser refuses to store it, the look applies to this window only. */
  function readOr(otherwise: Look): Look {
    try {
      return kept.read();
    } catch {
      return otherwise;
    }
  }

  effect(() =>
    kept.onChange(() => {
      look.value = readOr(look.peek());
    }),
  );

  return {
    look,
    choose(change) {
      const chosen = { ...look.value, ...change };
      look.value = chosen;
      try {
        kept.keep(chosen);
      } catch {
        // This window has the look, even if it isn't stored.
      }
    },
  };
});
