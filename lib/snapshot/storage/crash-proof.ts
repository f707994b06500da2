import type { Items, StorageArea } from './layout.ts';

/** This key is stored while a write is under way. It stays only if the browser ended before the write did. */
export const UNFINISHED = 'unfinished';

/** Together they exceed the 4 MB after which Chromium starts a new log. Each is small, so that there is room for it. */
const FILLING = { times: 72, length: 65_536 };

/**
 * Makes each write atomic even if Chromium crashes.
 *
 * Chromium appends writes to a log. A crash during a write leaves half a record at the log's end, and Chromium goes
 * on writing behind it. When it next reads that log it finds the damage and repairs it without checking any
 * checksums: part of the interrupted write is then stored, and everything written after it is lost. So after an
 * interrupted write this area first writes so much else that Chromium saves its data to a table and drops the log.
 *
 * Only one page may write at a time.
 */
export function crashProof(area: StorageArea): StorageArea {
  async function leaveLog(): Promise<void> {
    const found = await area.get([UNFINISHED]);
    if (found[UNFINISHED] === undefined) return;
    // In a single write, because a crash now would do the harm. They differ, because equal values are not written again.
    const fillings = Array.from({ length: FILLING.times }, (_, at) => String(at).padEnd(FILLING.length));
    await Promise.all(fillings.map((filling) => area.set({ [UNFINISHED]: filling })));
  }

  async function write(task: () => Promise<void>): Promise<void> {
    try {
      await leaveLog();
      await area.set({ [UNFINISHED]: '' });
    } catch {
      // No room for the mark. A write that is smaller than what it replaces may still fit.
    }
    try {
      await task();
    } finally {
      await area.remove([UNFINISHED]).catch(() => {
        // The write itself is done, or its own error explains why not. A mark that stays only slows down the next write.
      });
    }
  }

  return {
    get: (keys) => area.get(keys),
    set: (items: Items) => write(() => area.set(items)),
    remove: (keys) => write(() => area.remove(keys)),
  };
}
