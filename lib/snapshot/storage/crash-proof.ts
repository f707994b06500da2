import type { Items, StorageArea } from './layout.ts';

/** Stands in storage while something is written, and longer only where the browser ended before that was done. */
export const UNFINISHED = 'unfinished';

/** Together more than the 4 MB after which Chromium begins a new log; each so small that there is room for it. */
const FILLING = { times: 72, length: 65_536 };

/**
 * The area, where a crash of the browser leaves a write done or not done, as Chromium alone does not: a crash amid a
 * write leaves half a record at the end of its log. It goes on writing behind that; and when it next reads the log it
 * finds it damaged, and repairs it without a look at the checksums. What was half written is then stored in part, and
 * what was written behind it is gone. So where a write was not finished, the next one comes after so much else that
 * Chromium has put what counts into a table, and dropped that log. One page writes at a time.
 */
export function crashProof(area: StorageArea): StorageArea {
  async function leaveLog(): Promise<void> {
    const found = await area.get([UNFINISHED]);
    if (found[UNFINISHED] === undefined) return;
    // All at once, as a crash now would do the harm. What is stored already would not be written again.
    const fillings = Array.from({ length: FILLING.times }, (_, at) => String(at).padEnd(FILLING.length));
    await Promise.all(fillings.map((filling) => area.set({ [UNFINISHED]: filling })));
  }

  async function write(task: () => Promise<void>): Promise<void> {
    try {
      await leaveLog();
      await area.set({ [UNFINISHED]: '' });
    } catch {
      // Without room for this there may still be some for what is smaller than what it replaces.
    }
    try {
      await task();
    } finally {
      await area.remove([UNFINISHED]);
    }
  }

  return {
    get: (keys) => area.get(keys),
    set: (items: Items) => write(() => area.set(items)),
    remove: (keys) => write(() => area.remove(keys)),
  };
}
