import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aProfile, aSnapshot, aSource } from '../../../../fixtures/builders.ts';
import { rowOf } from '../../../../lib/snapshot/rows/row-of.ts';
import { crashProof } from '../../../../lib/snapshot/storage/crash-proof.ts';
import { createStore, type SnapshotStore } from '../../../../lib/snapshot/storage/store.ts';
import { MemoryArea, queue } from '../../../memory-area.ts';

let area: MemoryArea;
let store: SnapshotStore;

beforeEach(() => {
  area = new MemoryArea();
  let ids = 0;
  store = createStore(area, queue(), () => `snapshot-${++ids}`);
});

const twoSources = aSnapshot({ sources: [aSource({ id: 'a' }), aSource({ id: 'b' })] });

async function readReady() {
  const list = await store.readList();
  if (list.state !== 'ready') throw new Error(`The list is ${list.state}.`);
  return list;
}

describe('what was saved', () => {
  it('comes back as a header, a row per source, and each source', async () => {
    await store.save(twoSources);
    const list = await readReady();
    const { sources, ...header } = twoSources;
    expect(list.header).toEqual(header);
    expect(list.entries.map(({ row }) => row)).toEqual(
      sources.map((source) => rowOf(source, new Date(header.generated_at))),
    );
    expect(await store.readSource(list.snapshotId, 1)).toEqual({ state: 'ready', source: sources[1] });
  });

  it('needs one read for the list, without any source', async () => {
    await store.save(twoSources);
    area.calls.get = 0;
    await store.readList();
    expect(area.calls.get).toBe(1);
  });

  it('is written in one call, and leaves nothing of a larger one before it', async () => {
    await store.save(twoSources);
    await store.save(aSnapshot({ sources: [aSource({ id: 'c' })] }));
    expect(area.calls.set).toBe(2);
    expect(Object.keys(area.contents()).sort()).toEqual(['rows', 'snapshot', 'source/0']);
  });

  it('stays as it was when the next one does not fit', async () => {
    await store.save(twoSources);
    const before = area.contents();
    area.refuse = true;
    await expect(store.save(aSnapshot())).rejects.toThrow('quota');
    expect(area.contents()).toEqual(before);
  });

  it('is one snapshot or the other when two are saved at once', async () => {
    await Promise.all([store.save(twoSources), store.save(aSnapshot({ sources: [] }))]);
    expect((await readReady()).entries).toEqual([]);
    expect(Object.keys(area.contents()).sort()).toEqual(['rows', 'snapshot']);
  });
});

describe('storage that is not as it should be', () => {
  it('is empty before anything was saved', async () => {
    expect(await store.readList()).toEqual({ state: 'empty' });
  });

  it.each([
    ['no JSON', '{'],
    ['no text', { layout: 1 }],
    ['another shape', '{"layout":1}'],
    ['null', 'null'],
  ])('is damaged when the header is %s', async (_, value) => {
    await store.save(twoSources);
    area.items.set('snapshot', value);
    expect(await store.readList()).toEqual({ state: 'damaged' });
  });

  it('is of a newer version when its layout is', async () => {
    area.items.set('snapshot', '{"layout":2,"what":"not known here"}');
    expect(await store.readList()).toEqual({ state: 'newer' });
  });

  it.each([
    ['missing', undefined],
    ['no JSON', '['],
    ['of another snapshot', '{"id":"other","rows":[]}'],
    ['of an older shape', '{"id":"snapshot-1","rows":[{"id":"a"},{"id":"b"}]}'],
  ])('makes the rows anew from the sources when they are %s', async (_, rows) => {
    await store.save(twoSources);
    const before = await readReady();
    if (rows === undefined) area.items.delete('rows');
    else area.items.set('rows', rows);
    expect(before.cached).toBe(true);
    expect(await readReady()).toEqual({ ...before, cached: false });
  });

  it('shows one unreadable source as one entry without a row; the others work', async () => {
    await store.save(twoSources);
    area.items.set('source/0', '{"id":"a"}');
    area.items.delete('rows');
    const list = await readReady();
    expect(list.entries.map(({ row }) => row?.id ?? null)).toEqual([null, 'b']);
    expect(await store.readSource(list.snapshotId, 0)).toEqual({ state: 'unreadable' });
    await store.saveRows(list.snapshotId, list.entries);
    expect(await readReady()).toEqual({ ...list, cached: true });
  });

  it('says so when another snapshot has taken a source’s place', async () => {
    await store.save(twoSources);
    const before = await readReady();
    await store.save(twoSources);
    expect(await store.readSource(before.snapshotId, 0)).toEqual({ state: 'changed' });
  });

  it('keeps what is outside the authorized Profiles back at every read', async () => {
    const outside = aProfile({ id: 'outside', name: 'Outside' });
    const own = aSource({ id: 'own', accounts: [anAccount(), anAccount({ profile_id: 'outside' })] });
    // As if edited by hand: the import would have left these out.
    await store.save(
      aSnapshot({
        profiles: [aProfile(), outside],
        sources: [own, aSource({ id: 'foreign', profile_id: 'outside' })],
      }),
    );
    const list = await readReady();
    expect(list.header.profiles).toEqual([aProfile()]);
    expect(list.entries.map(({ row }) => row?.id)).toEqual(['own']);
    expect(await store.readSource(list.snapshotId, 0)).toEqual({
      state: 'ready',
      source: { ...own, accounts: [anAccount()] },
    });
    expect(await store.readSource(list.snapshotId, 1)).toEqual({ state: 'unreadable' });
  });
});

describe('taking a save back', () => {
  const three = aSnapshot({ sources: ['c', 'd', 'e'].map((id) => aSource({ id })) });

  it('puts back what was stored before, byte for byte, and leaves nothing of the other', async () => {
    await store.save(twoSources);
    const before = area.contents();
    const undo = await store.save(three);
    expect(area.contents()).not.toEqual(before);
    expect(await undo()).toBe(true);
    expect(area.contents()).toEqual(before);
  });

  it('empties the storage again where nothing was stored before', async () => {
    const undo = await store.save(twoSources);
    expect(await undo()).toBe(true);
    expect(area.contents()).toEqual({});
  });

  it.each<[string, Record<string, unknown>]>([
    ['a damaged header', { snapshot: '{', rows: 7, 'source/0': { no: 'text' }, 'source/9': '' }],
    ['no header', { rows: '[]', 'source/1': 'damaged', 'source/9': 'left over' }],
    ['a newer version’s header', { snapshot: '{"layout":9}', 'source/0': 'of its own kind' }],
  ])('puts back damaged storage as it was: %s', async (_, damaged) => {
    await area.set(damaged);
    const undo = await store.save(twoSources);
    expect((await readReady()).entries).toHaveLength(2);
    expect(await undo()).toBe(true);
    expect(area.contents()).toEqual(damaged);
  });

  it('changes nothing when another window has stored a snapshot since', async () => {
    const undo = await store.save(twoSources);
    await createStore(area, queue(), () => 'of another window').save(three);
    const after = area.contents();
    expect(await undo()).toBe(false);
    expect(area.contents()).toEqual(after);
  });

  it('still works after the rows were made anew', async () => {
    const undo = await store.save(twoSources);
    const { snapshotId, entries } = await readReady();
    await store.saveRows(snapshotId, entries);
    expect(await undo()).toBe(true);
  });

  it('can be tried again after it did not fit', async () => {
    await store.save(twoSources);
    const undo = await store.save(aSnapshot());
    const after = area.contents();
    area.refuse = true;
    await expect(undo()).rejects.toThrow('quota');
    expect(area.contents()).toEqual(after);
    area.refuse = false;
    expect(await undo()).toBe(true);
  });

  it('goes back step by step', async () => {
    const first = await store.save(twoSources);
    const before = area.contents();
    const second = await store.save(three);
    expect(await second()).toBe(true);
    expect(area.contents()).toEqual(before);
    expect(await first()).toBe(true);
    expect(area.contents()).toEqual({});
  });
});

describe('what is stored beside the snapshot', () => {
  it('stays through a save, an undo and a tidying', async () => {
    await area.set({ preferences: '{"theme":"dark"}', 'rows-hidden': true, sources: 1 });
    const beside = area.contents();
    const undo = await store.save(twoSources);
    expect(area.contents()).toMatchObject(beside);
    await undo();
    await store.tidy();
    expect(area.contents()).toEqual(beside);
  });
});

describe('a write that was cut short', () => {
  it('is put in order by the tidying', async () => {
    await store.save(twoSources);
    const whole = area.contents();
    await area.set({ unfinished: '' });
    await createStore(crashProof(area), queue(), () => 'another').tidy();
    expect(area.contents()).toEqual(whole);
    // With what fills the browser's log.
    expect(area.calls.set).toBeGreaterThan(50);
  });
});

describe('what is left over of a larger snapshot', () => {
  it('is empty from the moment the smaller one is stored', async () => {
    await store.save(aSnapshot({ sources: [aSource({ id: 'a' }), aSource({ id: 'b', name: 'Left over' })] }));
    let stored = '';
    area.remove = async () => {
      stored = JSON.stringify(area.contents());
    };
    await store.save(aSnapshot({ sources: [] }));
    expect(stored).toContain('source/1');
    expect(stored).not.toContain('Left over');
  });

  it('does no harm where it could not be removed, and goes when tidied', async () => {
    await store.save(
      aSnapshot({ sources: Array.from({ length: 250 }, (_, at) => aSource({ id: `${at}` })) }),
    );
    const remove = area.remove;
    area.remove = async () => {
      throw new Error('The worker was killed');
    };
    await store.save(twoSources);
    area.remove = remove;
    expect((await readReady()).entries).toHaveLength(2);
    expect(area.items.size).toBe(252);
    await store.tidy();
    expect([...area.items.keys()].sort()).toEqual(['rows', 'snapshot', 'source/0', 'source/1']);
    expect((await readReady()).entries).toHaveLength(2);
  });

  it.each(['{', '{"layout":9}', undefined])(
    'is let alone beside a header that cannot be read: %s',
    async (header) => {
      await area.set({ 'source/0': 'a', 'source/1': 'b' });
      if (header !== undefined) await area.set({ snapshot: header });
      const before = area.contents();
      await store.tidy();
      expect(area.contents()).toEqual(before);
    },
  );
});

/** Has the shape of a credential, and is none. */
const TOKEN = `ya29.${'a'.repeat(40)}`;

describe('checking the rows', () => {
  it('makes the entries at some positions from the sources themselves', async () => {
    await store.save(twoSources);
    const { snapshotId, entries } = await readReady();
    area.items.set('rows', JSON.stringify({ id: snapshotId, rows: [] }));
    expect(await store.recheck(snapshotId, [1])).toEqual(entries.slice(1));
  });

  it('tells why a source cannot be read, and leaves out one outside the authorized Profiles', async () => {
    await store.save(twoSources);
    const { snapshotId } = await readReady();
    area.items.set('source/0', '{}');
    area.items.set('source/1', JSON.stringify(aSource({ profile_id: 'elsewhere' })));
    expect(await store.recheck(snapshotId, [0, 1])).toEqual([
      { position: 0, row: null, damage: { path: 'id', message: 'is missing' } },
    ]);
  });

  it.each([
    ['is missing', undefined, { path: '', message: 'is missing' }],
    ['is no JSON', '{', { path: '', message: 'is not valid JSON' }],
    [
      'holds a wrong type',
      JSON.stringify({ ...aSource(), enabled: 'ya29.secret' }),
      { path: 'enabled', message: 'must be true or false, is text' },
    ],
    [
      'holds what is not known',
      JSON.stringify({ ...aSource(), [TOKEN]: 1 }),
      { path: '', message: 'has a key that is not part of the format' },
    ],
  ])('never quotes a value of a source that %s', async (_, stored, damage) => {
    await store.save(twoSources);
    const { snapshotId } = await readReady();
    area.items.set('source/0', stored);
    expect(await store.recheck(snapshotId, [0])).toEqual([{ position: 0, row: null, damage }]);
  });

  it('is of no use once another snapshot is stored, and writes no rows into it', async () => {
    await store.save(twoSources);
    const { snapshotId, entries } = await readReady();
    await store.save(aSnapshot());
    const after = area.contents();
    expect(await store.recheck(snapshotId, [0])).toBeNull();
    await store.saveRows(snapshotId, entries);
    expect(area.contents()).toEqual(after);
  });

  it('replaces the rows and nothing else', async () => {
    await store.save(twoSources);
    const { snapshotId, entries } = await readReady();
    const right = area.contents();
    area.items.set('rows', 'damaged');
    await store.saveRows(snapshotId, entries);
    expect(area.contents()).toEqual(right);
  });
});

describe('reading the whole', () => {
  it('gives what was saved', async () => {
    await store.save(twoSources);
    expect(await store.readAll()).toEqual({ snapshot: twoSources, unreadable: 0 });
  });

  it('leaves out sources that cannot be read, and counts them', async () => {
    await store.save(twoSources);
    area.items.set('source/0', 'damaged');
    expect(await store.readAll()).toEqual({
      snapshot: { ...twoSources, sources: twoSources.sources.slice(1) },
      unreadable: 1,
    });
  });

  it('keeps back what is out of scope or not masked, though storage was edited by hand', async () => {
    await store.save(
      aSnapshot({
        profiles: [aProfile(), aProfile({ id: 'outside', name: 'Outside' })],
        sources: [
          aSource({
            accounts: [anAccount({ masked_ref: 'act_1234567890' }), anAccount({ profile_id: 'outside' })],
          }),
          aSource({ id: 'foreign', profile_id: 'outside', name: 'Outside' }),
        ],
      }),
    );
    expect(await store.readAll()).toEqual({
      snapshot: aSnapshot({ sources: [aSource({ accounts: [anAccount({ masked_ref: '•••7890' })] })] }),
      unreadable: 0,
    });
  });

  it.each(['{', '{"layout":9}', undefined])(
    'is nothing where there is no readable header: %s',
    async (header) => {
      if (header !== undefined) await area.set({ snapshot: header });
      expect(await store.readAll()).toBeNull();
    },
  );
});
