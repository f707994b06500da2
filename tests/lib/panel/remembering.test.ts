import { afterEach, describe, expect, it } from 'vitest';
import { aProfile, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { WORST_BY_PROFILE } from '../../../lib/panel/arrange.ts';
import { NO_FILTERS } from '../../../lib/panel/list.ts';
import { createMemory, type Memory, type Remembered, TOP } from '../../../lib/panel/memory.ts';
import { createStore } from '../../../lib/snapshot/storage/store.ts';
import { aMemory, MemoryArea, queue } from '../../memory-area.ts';
import { aPanelModel, closePanels } from '../../panel-model.ts';
import { aTimer } from '../../timer.ts';

afterEach(closePanels);

const stored = aSnapshot({
  authorized_profile_ids: ['profile-france', 'nord'],
  profiles: [aProfile(), aProfile({ id: 'nord', name: 'Nordlicht' })],
  sources: [aSource({ id: 'a' }), aSource({ id: 'b', profile_id: 'nord', platform: 'meta_ads' })],
});

const remembered: Remembered = {
  hash: '#/data',
  filters: NO_FILTERS,
  arrangement: WORST_BY_PROFILE,
  folds: {},
  listScroll: TOP,
  lastSource: null,
  unfolded: [],
};

function keeping(values: Partial<Remembered>): Memory {
  const memory = aMemory();
  memory.keep({ ...remembered, ...values });
  return memory;
}

async function open(memory: Memory, { snapshot = stored, hash = '', startTimer = aTimer().start } = {}) {
  const store = createStore(new MemoryArea(), queue(), () => crypto.randomUUID());
  await store.save(snapshot);
  const addresses: string[] = [];
  const model = aPanelModel({
    store,
    memory,
    startTimer,
    redirect(address) {
      addresses.push(address);
      model.goTo(address);
    },
  });
  const started = model.start(hash);
  return { model, started, addresses, store };
}

describe('a panel that is opened again', () => {
  it.each(['https://evil.example/', 'javascript:alert(1)', '//evil.example/#/data'])(
    'reads the remembered place like an address, and never goes to %s',
    async (hash) => {
      const { model, started, addresses } = await open(keeping({ hash }));
      await started;
      expect(addresses).toEqual(['#/']);
      expect(model.place.value).toEqual({ name: 'sources' });
    },
  );

  it('leaves the place alone if the user has moved on in the meantime', async () => {
    const { promise, resolve } = Promise.withResolvers<Remembered>();
    const { model, started, addresses } = await open({ recall: () => promise, keep: () => {} });
    model.goTo('#/source/a');
    resolve(remembered);
    await started;
    expect(model.place.value).toEqual({ name: 'source', id: 'a' });
    expect(addresses).toEqual([]);
  });

  it.each<[string, Memory['recall']]>([
    ['refuses', () => Promise.reject(new Error('No session'))],
    ['throws nothing and holds nothing', async () => null],
  ])('opens on the list if the memory %s', async (_, recall) => {
    const { model, started } = await open({ recall, keep: () => {} });
    await started;
    expect(model.list.value.state).toBe('ready');
    expect(model.place.value).toEqual({ name: 'sources' });
  });

  it('opens on the list if the memory never answers', async () => {
    const timer = aTimer();
    const recall = () => new Promise<never>(() => {});
    const { model, started } = await open({ recall, keep: () => {} }, { startTimer: timer.start });
    await expect.poll(() => timer.running().length).toBeGreaterThan(0);
    timer.pass();
    await started;
    await model.reload();
    expect(model.list.value.state).toBe('ready');
  });

  it('scrolls the list to where it was', async () => {
    const scroll = { source: 'b', top: -12 };
    const { model, started } = await open(keeping({ hash: '#/', listScroll: scroll }));
    await started;
    expect(model.scrollTarget.value).toEqual(scroll);
  });

  it('does not scroll any place but the list', async () => {
    const { model, started } = await open(keeping({ listScroll: { source: 'b', top: -12 } }));
    await started;
    expect(model.place.value).toEqual({ name: 'data' });
    expect(model.scrollTarget.value).toBeNull();
  });

  it('counts the source of an address as the last one opened', async () => {
    const { model, started } = await open(aMemory(), { hash: '#/source/b' });
    await started;
    expect(model.listPosition.value.lastSource).toBe('b');
  });
});

describe('what is remembered', () => {
  it('includes no id that is not in the snapshot, and may no longer be authorized', async () => {
    const memory = keeping({
      hash: '#/source/foreign',
      filters: { ...NO_FILTERS, profile: 'foreign', platform: 'foreign_ads' },
      folds: { 'profile/foreign': false, 'platform/foreign_ads': true },
      listScroll: { source: 'foreign', top: -12 },
      lastSource: 'foreign',
    });
    const { started } = await open(memory);
    await started;
    expect(await memory.recall()).toEqual({ ...remembered, hash: '#/' });
  });

  it('includes no source from an address while a source is unreadable, which may be another', async () => {
    const memory = aMemory();
    const area = new MemoryArea();
    const store = createStore(area, queue(), () => 'snapshot-1');
    await store.save(stored);
    area.items.set('source/1', 'damaged');
    area.items.delete('rows');
    const model = aPanelModel({ store, memory });
    await model.start('#/source/foreign');
    expect(model.source.value.state).toBe('unreadable');
    expect(JSON.stringify(await memory.recall())).not.toContain('foreign');
  });

  it('includes no Profile if the snapshot cannot be read', async () => {
    const memory = keeping({ filters: { ...NO_FILTERS, profile: 'nord' }, folds: { 'profile/nord': false } });
    const area = new MemoryArea();
    area.items.set('snapshot', '{');
    const model = aPanelModel({ store: createStore(area, queue(), () => ''), memory });
    await model.start('');
    expect(await memory.recall()).toMatchObject({ filters: NO_FILTERS, folds: {} });
  });

  it('stays unchanged while the storage is not known', async () => {
    const memory = keeping({ hash: '#/source/a', lastSource: 'a' });
    const before = await memory.recall();
    const area = new MemoryArea();
    area.get = () => Promise.reject(new Error('IO error'));
    const model = aPanelModel({ store: createStore(area, queue(), () => ''), memory });
    await model.start('');
    expect(model.list.value).toEqual({ state: 'unread' });
    expect(await memory.recall()).toEqual(before);
  });

  it('follows the user', async () => {
    const memory = aMemory();
    const { model, started } = await open(memory);
    await started;
    model.goTo('#/source/b');
    model.view.setFilters({ profile: 'nord' });
    model.view.arrange({ sortBy: 'oldest' });
    model.view.fold('profile/nord', false);
    model.unfold('why', true);
    expect(await memory.recall()).toEqual({
      hash: '#/source/b',
      filters: { ...NO_FILTERS, profile: 'nord' },
      arrangement: { groupBy: 'profile', sortBy: 'oldest' },
      folds: { 'profile/nord': false },
      listScroll: TOP,
      lastSource: 'b',
      unfolded: ['why'],
    });
    model.unfold('why', false);
    expect(await memory.recall()).toMatchObject({ unfolded: [] });
  });
});

describe('the browser’s session storage', () => {
  const refusing = () => Promise.reject(new Error('No session'));
  const area = { get: async () => ({}), set: async () => {} };

  it.each([
    ['its reading', { ...area, get: refusing }, async () => 'window/1'],
    ['its writing', { ...area, set: refusing }, async () => 'window/1'],
    ['the window', area, refusing],
  ])('may refuse %s: then nothing is remembered, and everything else works', async (_, session, owner) => {
    const memory = createMemory(session, owner());
    memory.keep(remembered);
    expect(await memory.recall()).toBeNull();
  });
});
