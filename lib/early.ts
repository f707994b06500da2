/**
 * What the panel waits for before its first rows. The script in the page's head asks for it, so that the browser
 * answers while the panel's own code is on its way. Each answer is taken once: later the panel asks for itself.
 */
import { api } from './browser-api.ts';
import { LIST_KEYS } from './snapshot/storage/layout.ts';

interface Early {
  /** What the list needs of `storage.local`. */
  list: Promise<Record<string, unknown>>;
  /** All of `storage.session`. */
  session: Promise<Record<string, unknown>>;
  /** The window of this page. */
  window: Promise<{ id?: number }>;
}

declare global {
  /** Left out once it is taken, or no longer true. */
  var early: Partial<Early> | undefined;
}

/** Never throws: a browser that refuses is asked again by the panel, which then says so. */
export function askEarly(): void {
  try {
    const early: Partial<Early> = {
      list: api.storage.local.get([...LIST_KEYS]),
      session: api.storage.session.get(),
      window: api.windows.getCurrent(),
    };
    // Whoever takes an answer hears of a failure; where nobody does, nobody needs it.
    for (const answer of Object.values(early)) answer.catch(() => {});
    api.storage.local.onChanged.addListener(() => {
      delete early.list;
    });
    globalThis.early = early;
  } catch {
    // See above.
  }
}

/** The early answer, where there is one that still holds. */
export function takeEarly<Key extends keyof Early>(key: Key): Early[Key] | undefined {
  const answer = globalThis.early?.[key];
  if (answer !== undefined) delete globalThis.early?.[key];
  return answer;
}
