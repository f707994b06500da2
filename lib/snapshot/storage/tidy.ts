import { UNFINISHED } from './crash-proof.ts';
import { type Alone, LAYOUT, type StorageArea, sourceKey, storedFields } from './layout.ts';

/** How many keys of a left-over snapshot are looked for at a time. */
const STEP = 100;

/** Removes what a save that was cut short has left over. */
export async function tidy(area: StorageArea, alone: Alone): Promise<void> {
  await alone(async () => {
    const stored = await area.get(['snapshot', UNFINISHED]);
    // Any write puts the storage in order after one that was cut short: better now than before the reader's next.
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
