import { beforeEach, describe, expect, it } from 'vitest';
import { aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { createModel, type Model } from '../../../lib/panel/model.ts';
import { createStore, type SnapshotStore } from '../../../lib/snapshot/storage/store.ts';
import { FakeBrowser } from '../../front-door.ts';
import { aMemory, MemoryArea, queue } from '../../memory-area.ts';
import { SharedLook } from '../../shared-look.ts';

let area: MemoryArea;
let store: SnapshotStore;
let model: Model;

/** 45 sources are more than are checked in one idle moment. */
const many = aSnapshot({
  sources: Array.from({ length: 45 }, (_, at) => aSource({ id: `source-${at}`, name: `Source ${at}` })),
});

function openModel(idle: () => Promise<void> = async () => {}): Model {
  const first = { id: 'first', title: 'First', shows: '', load: async () => aSnapshot() };
  return createModel({
    store,
    scenarios: async () => [first],
    first,
    now: () => 0,
    idle,
    memory: aMemory(),
    frontDoor: new FakeBrowser().door,
    keptLook: new SharedLook(),
    shortcut: { read: async () => '', change: async () => {}, family: 'chromium' },
    redirect: (hash) => model.goTo(hash),
    writeClipboard: async () => {},
    after: () => () => {},
    version: '',
    pause: async () => {},
    build: '',
  });
}

beforeEach(async () => {
  area = new MemoryArea();
  let ids = 0;
  store = createStore(area, queue(), () => `snapshot-${++ids}`);
  await store.save(many);
  model = openModel();
});

function entries() {
  const list = model.list.value;
  if (list.state !== 'ready') throw new Error(`The list is ${list.state}.`);
  return list.entries;
}
const shown = (position: number) => entries().find((entry) => entry.position === position)?.row;
const storedRows = () => String(area.items.get('rows'));

/** As if edited by hand: one source’s name, or its row’s. */
function rename(key: 'rows' | 'source/44', to: string) {
  area.items.set(key, String(area.items.get(key)).replace('"Source 44"', JSON.stringify(to)));
}

describe('the rows are a cache', () => {
  it('that is shown at once, and checked only when the page has nothing better to do', async () => {
    const idle = Promise.withResolvers<void>();
    model = openModel(() => idle.promise);
    rename('rows', 'Edited');
    await model.reload();
    expect(shown(44)?.name).toBe('Edited');
    idle.resolve();
    await expect.poll(() => shown(44)?.name).toBe('Source 44');
  });

  it.each<[string, () => void]>([
    ['a row edited by hand', () => rename('rows', 'Edited')],
    ['all rows damaged', () => area.items.set('rows', '[')],
    [
      'rows of an older shape',
      () => area.items.set('rows', '{"id":"snapshot-1","rows":[{"id":"source-0"}]}'),
    ],
    [
      'a verdict of an older version',
      () => area.items.set('rows', storedRows().replaceAll('"health":"healthy"', '"health":"error"')),
    ],
  ])('is right after %s, on the screen and in storage', async (_, damage) => {
    await model.reload();
    const [right, rightRows] = [entries(), storedRows()];
    damage();
    expect(storedRows()).not.toBe(rightRows);
    await model.reload();
    await expect.poll(entries).toEqual(right);
    await expect.poll(storedRows).toBe(rightRows);
  });

  it('follows a source that was edited by hand', async () => {
    rename('source/44', 'Renamed');
    await model.reload();
    await expect.poll(() => shown(44)?.name).toBe('Renamed');
    await expect.poll(storedRows).toContain('Renamed');
  });

  it('is not written again where it is right', async () => {
    area.calls.set = 0;
    let moments = 0;
    model = openModel(async () => {
      moments += 1;
    });
    await model.reload();
    // One builds the rows beyond the first screenful, three check them.
    await expect.poll(() => moments).toBe(4);
    await store.tidy();
    expect(area.calls.set).toBe(0);
  });

  it('shows one source that cannot be read as one entry without a row', async () => {
    area.items.set('source/7', 'damaged');
    await model.reload();
    await expect.poll(() => shown(7)).toBeNull();
    expect(entries().filter(({ row }) => row === null)).toHaveLength(1);
    expect(entries()).toHaveLength(45);
    await expect.poll(() => JSON.parse(storedRows()).rows[7]).toBeNull();
    area.calls.set = 0;
    await model.reload();
    await store.tidy();
    expect(area.calls.set).toBe(0);
  });

  it('is not written over another snapshot that came while it was checked', async () => {
    rename('rows', 'Edited');
    model = openModel(async () => {
      if (area.calls.set === 1) await store.save(aSnapshot());
    });
    await model.reload();
    await expect.poll(() => area.calls.set).toBe(2);
    expect(await store.readAll()).toEqual({ snapshot: aSnapshot(), unreadable: 0 });
    expect(storedRows()).not.toContain('source-0');
  });

  it('stays on the screen as it is where there is no room to write it', async () => {
    rename('rows', 'Edited');
    area.refuse = true;
    await model.reload();
    await expect.poll(() => shown(44)?.name).toBe('Source 44');
    expect(storedRows()).toContain('Edited');
  });
});

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
    await expect.poll(() => shown(7)).toBeNull();
    expect(model.source.value.state).toBe('unreadable');
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
    expect(model.list.value).toEqual({ state: 'damaged' });
  });

  it('never leaves the source loading', async () => {
    await model.reload();
    area.get = () => Promise.reject(new Error('IO error'));
    model.goTo('#/source/source-3');
    await expect.poll(() => model.source.value.state).toBe('unreadable');
  });
});
