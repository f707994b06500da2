/** What the user prefers, in all windows alike. */
import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import { DEFAULT_LOOK, type Look } from './look.ts';

/** Where it is kept when the browser is closed. */
export interface KeptLook {
  read(): Look;
  keep(look: Look): void;
  /** Calls back after any window has kept another look. @returns how to stop */
  onChange(listener: () => void): () => void;
}

export interface Preferences {
  look: ReadonlySignal<Look>;
  choose(change: Partial<Look>): void;
}

export const PreferencesModel = createModel<Preferences, [KeptLook]>((kept) => {
  const look = signal(readOr(DEFAULT_LOOK));

  /** A browser that keeps nothing may refuse: the look is then this window's own. */
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
        // See above.
      }
    },
  };
});
