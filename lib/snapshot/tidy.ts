import { type Alone, LAYOUT, type StorageArea, sourceKey, storedFields } from './layout.ts';

/** How many keys of a left-over snapshot are looked for at a time. */
const STEP = 100;

/** Removes what a save that was cut short has left over. */
export async function tidy(area: StorageArea, alone: Alone): Promise<void> {
  await alone(async () => {
    const { layout, count } = storedFields((await area.get(['snapshot'])).snapshot);
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
