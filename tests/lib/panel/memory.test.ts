import { expect, it, vi } from 'vitest';
import { NO_FILTERS } from '../../../lib/panel/list.ts';
import { createMemory } from '../../../lib/panel/memory.ts';

function anArea() {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async () => Object.fromEntries(items),
    async set(values: Record<string, unknown>) {
      for (const [key, value] of Object.entries(values)) items.set(key, value);
    },
  };
}

const place = {
  hash: '#/data',
  filters: NO_FILTERS,
  listScroll: { source: 'meta', top: -12 },
  lastSource: null,
  unfolded: ['why'],
};

it('recalls what it kept, separately for each window', async () => {
  const area = anArea();
  const first = createMemory(area, Promise.resolve('window/1'));
  first.keep(place);
  await vi.waitFor(async () => expect(await first.recall()).toEqual(place));
  expect(await createMemory(area, Promise.resolve('window/2')).recall()).toBeNull();
});

it('recalls nothing from unreadable data', async () => {
  const area = anArea();
  area.items.set('window/1', { hash: 7 });
  expect(await createMemory(area, Promise.resolve('window/1')).recall()).toBeNull();
});

it('recalls what an earlier version without groups kept', async () => {
  const area = anArea();
  area.items.set('window/1', place);
  expect(await createMemory(area, Promise.resolve('window/1')).recall()).toEqual(place);
});
