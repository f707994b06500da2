/**
 * What the panel waits for before its first rows. The script in the page's head asks for it, so that the browser
 * answers while the panel's own code loads. Each answer is used once; later the panel asks again itself.
 */
import { api } from './browser-api.ts';
import { LIST_KEYS } from './snapshot/storage/layout.ts';

interface Early {
  /** What the list needs of `storage.local`. */
  list: Promise<Record<string, unknown>>;
  /** All of `storage.session`. */
  session: Promise<Record<string, unknown>>;
  /** The window this page belongs to. */
  window: Promise<{ id?: number }>;
}

declare global {
  /** Undefined once an answer was taken or is out of date. */
  var early: Partial<Early> | undefined;
}

/** Never throws: if the browser refuses, the panel asks again and reports the failure. */
export function askEarly(): void {
  try {
    const early: Partial<Early> = {
      list: api.storage.local.get([...LIST_KEYS]),
      session: api.storage.session.get(),
      window: api.windows.getCurrent(),
    };
    // A rejection reaches whoever takes the answer; without this it would also count as unhandled.
    for (const answer of Object.values(early)) answer.catch(() => {});
    api.storage.local.onChanged.addListener(() => {
      delete early.list;
    });
    globalThis.early = early;
  } catch {
    // The panel asks again.
  }
}

/** The early answer, if it is still valid. */
export function takeEarly<Key extends keyof Early>(key: Key): Early[Key] | undefined {
  const answer = globalThis.early?.[key];
  if (answer !== undefined) delete globalThis.early?.[key];
  return answer;
}
