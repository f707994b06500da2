/** What the reader prefers, in all windows alike. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Look } from './look.ts';

/** Where it is kept when the browser is closed. */
export interface KeptLook {
  read(): Look;
  keep(look: Look): void;
  /** Calls back after any window has kept another one. */
  onChange(listener: () => void): void;
}

export interface Preferences {
  look: ReadonlySignal<Look>;
  choose(change: Partial<Look>): void;
}

export function createPreferences(kept: KeptLook): Preferences {
  const look = signal(kept.read());
  kept.onChange(() => {
    look.value = kept.read();
  });
  return {
    look,
    choose: (change) => kept.keep({ ...look.value, ...change }),
  };
}
