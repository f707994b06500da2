import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSnapshot, aSource } from '../../../fixtures/builders.ts';
import type { Model } from '../../../lib/panel/model.ts';
import { createStore, type SnapshotStore } from '../../../lib/snapshot/storage/store.ts';
import { MemoryArea, queue } from '../../memory-area.ts';
import { aPanelModel, closePanels } from '../../panel-model.ts';

let area: MemoryArea;
let store: SnapshotStore;
let model: Model;

const many = aSnapshot({
  sources: Array.from({ length: 45 }, (_, at) => aSource({ id: `source-${at}`, name: `Source ${at}` })),
});

beforeEach(async () => {
  area = new MemoryArea();
  let ids = 0;
  store = createStore(area, queue(), () => `snapshot-${++ids}`);
  await store.save(many);
  model = aPanelModel({ store });
});

afterEach(closePanels);

function entries() {
  const list = model.list.value;
  if (list.state !== 'ready') throw new Error(`The list is ${list.state}.`);
  return list.entries;
}
const shown = (position: number) => entries().find((entry) => entry.position === position)?.row;
const storedRows = () => String(area.items.get('rows'));

describe('the rows are a cache', () => {
  it.each<[string, () => void]>([
    ['all rows damaged', () => area.items.set('rows', '[')],
    [
      'rows of an older shape',
      () => area.items.set('rows', '{"id":"snapshot-1","rows":[{"id":"source-0"}]}'),
    ],
  ])('that is repaired after %s, on the screen and in storage', async (_, damage) => {
    await model.reload();
    const [right, rightRows] = [entries(), storedRows()];
    damage();
    await model.reload();
    expect(entries()).toEqual(right);
    await expect.poll(storedRows).toBe(rightRows);
  });

  it('that shows an unreadable source as an entry without a row', async () => {
    area.items.set('source/7', 'damaged');
    area.items.delete('rows');
    await model.reload();
    expect(shown(7)).toBeNull();
    expect(entries().filter(({ row }) => row === null)).toHaveLength(1);
    expect(entries()).toHaveLength(45);
  });
});

describe('the open source', () => {
  it('is read again, but not endlessly, if the list’s snapshot is gone', async () => {
    await model.reload();
    await store.save(aSnapshot({ sources: [aSource({ id: 'source-3', name: 'Of the new one' })] }));
    model.goTo('#/source/source-3');
    await expect.poll(() => model.source.value).toMatchObject({ source: { name: 'Of the new one' } });
  });

  it('is unreadable, not gone, if its stored data is damaged', async () => {
    area.items.set('source/7', 'damaged');
    model.goTo('#/source/source-7');
    await model.reload();
    await expect.poll(() => model.source.value.state).toBe('unreadable');
    expect(model.place.value).toEqual({ name: 'source', id: 'source-7' });
  });

  it('leads back to the list, with a notice, if all sources are readable and none is it', async () => {
    model.goTo('#/source/unheard-of');
    await model.reload();
    expect(model.place.value).toEqual({ name: 'sources' });
    expect(model.notice.value).toBe('This source is no longer in the snapshot.');
  });
});

describe('a browser whose storage does not answer', () => {
  it('never leaves the list loading', async () => {
    area.get = () => Promise.reject(new Error('IO error'));
    await model.reload();
    expect(model.list.value).toEqual({ state: 'unread' });
  });

  it('never leaves the source loading', async () => {
    await model.reload();
    area.get = () => Promise.reject(new Error('IO error'));
    model.goTo('#/source/source-3');
    await expect.poll(() => model.source.value.state).toBe('unread');
  });
});
