import { UNFINISHED } from './crash-proof.ts';
import { LAYOUT, type StorageArea, sourceKey, storedFields, type WithLock } from './layout.ts';

/** How many keys are checked at a time. */
const STEP = 100;

/** Removes what an interrupted save has left: the mark of the write, and sources of a larger snapshot. */
export async function tidy(area: StorageArea, withLock: WithLock): Promise<void> {
  await withLock(async () => {
    const stored = await area.get(['snapshot', UNFINISHED]);
    // The first write after an interrupted one repairs the storage: better now than while the user waits for a write.
    if (UNFINISHED in stored) await area.remove([UNFINISHED]);
    const { layout, count } = storedFields(stored.snapshot);
    if (layout !== LAYOUT || !isCount(count)) return;
    for (let from = count; ; from += STEP) {
      const keys = Array.from({ length: STEP }, (_, position) => sourceKey(from + position));
      const found = await area.get(keys);
      const leftOver = keys.filter((key) => typeof found[key] === 'string');
      if (leftOver.length === 0) return;
      await area.remove(leftOver);
    }
  });
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
