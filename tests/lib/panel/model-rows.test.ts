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

describe('the source of the place', () => {
  it('is read anew, never for ever, when the list is of a snapshot that is gone', async () => {
    await model.reload();
    await store.save(aSnapshot({ sources: [aSource({ id: 'source-3', name: 'Of the new one' })] }));
    model.goTo('#/source/source-3');
    await expect.poll(() => model.source.value).toMatchObject({ source: { name: 'Of the new one' } });
  });

  it('cannot be read, rather than gone, when its stored data is damaged', async () => {
    area.items.set('source/7', 'damaged');
    model.goTo('#/source/source-7');
    await model.reload();
    await expect.poll(() => model.source.value.state).toBe('unreadable');
    expect(model.place.value).toEqual({ name: 'source', id: 'source-7' });
  });

  it('leads back to the list with a word when every source can be read and none is it', async () => {
    model.goTo('#/source/unheard-of');
    await model.reload();
    expect(model.place.value).toEqual({ name: 'sources' });
    expect(model.notice.value).toBe('That source is not in the snapshot any more.');
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
