import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aProfile, aSnapshot, aSource } from '../../../../fixtures/builders.ts';
import { MOST } from '../../../../lib/schema/plain.ts';
import { rowOf } from '../../../../lib/snapshot/rows/row-of.ts';
import { crashProof } from '../../../../lib/snapshot/storage/crash-proof.ts';
import { createStore, type SnapshotStore } from '../../../../lib/snapshot/storage/store.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';
import { MemoryArea, queue } from '../../../memory-area.ts';

let area: MemoryArea;
let store: SnapshotStore;
let newId: () => string;

/** The store as a version of the extension opens it. */
const openStore = (rowsVersion: string) => createStore(area, queue(), newId, { rowsVersion });

beforeEach(() => {
  area = new MemoryArea();
  let ids = 0;
  newId = () => `snapshot-${++ids}`;
  store = openStore('2');
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

  it('is written in one call, and leaves nothing of a larger previous one', async () => {
    await store.save(twoSources);
    await store.save(aSnapshot({ sources: [aSource({ id: 'c' })] }));
    expect(area.calls.set).toBe(2);
    expect(Object.keys(area.contents()).sort()).toEqual(['rows', 'snapshot', 'source/0']);
  });

  it('is unchanged if the next one does not fit', async () => {
    await store.save(twoSources);
    const before = area.contents();
    area.refuse = true;
    await expect(store.save(aSnapshot())).rejects.toThrow('quota');
    expect(area.contents()).toEqual(before);
  });

  it('is one snapshot or the other if two are saved at the same time', async () => {
    await Promise.all([store.save(twoSources), store.save(aSnapshot({ sources: [] }))]);
    expect((await readReady()).entries).toEqual([]);
    expect(Object.keys(area.contents()).sort()).toEqual(['rows', 'snapshot']);
  });
});

describe('empty, damaged or newer storage', () => {
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

  it('says so if another snapshot has replaced a source’s', async () => {
    await store.save(twoSources);
    const before = await readReady();
    await store.save(twoSources);
    expect(await store.readSource(before.snapshotId, 0)).toEqual({ state: 'changed' });
  });

  it('never returns what is outside the authorized Profiles', async () => {
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

describe('undoing a save', () => {
  const three = aSnapshot({ sources: ['c', 'd', 'e'].map((id) => aSource({ id })) });

  it('restores what was stored before, byte for byte, and leaves nothing of the other', async () => {
    await store.save(twoSources);
    const before = area.contents();
    const undo = await store.save(three);
    expect(area.contents()).not.toEqual(before);
    expect(await undo()).toBe(true);
    expect(area.contents()).toEqual(before);
  });

  it('empties the storage if nothing was stored before', async () => {
    const undo = await store.save(twoSources);
    expect(await undo()).toBe(true);
    expect(area.contents()).toEqual({});
  });

  it.each<[string, Record<string, unknown>]>([
    ['a damaged header', { snapshot: '{', rows: 7, 'source/0': { no: 'text' }, 'source/9': '' }],
    ['no header', { rows: '[]', 'source/1': 'damaged', 'source/9': 'left over' }],
    ['a newer version’s header', { snapshot: '{"layout":9}', 'source/0': 'of its own kind' }],
  ])('restores damaged storage as it was: %s', async (_, damaged) => {
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

  it('still works after the rows were recomputed', async () => {
    const undo = await store.save(twoSources);
    area.items.delete('rows');
    await readReady();
    await expect.poll(() => area.items.has('rows')).toBe(true);
    expect(await undo()).toBe(true);
  });

  it('changes nothing if it does not fit, not even back to nothing', async () => {
    const undo = await store.save(twoSources);
    const after = area.contents();
    area.refuse = true;
    await expect(undo()).rejects.toThrow('quota');
    expect(area.contents()).toEqual(after);
  });

  it('leaves an empty storage even if nothing could be removed', async () => {
    const undo = await store.save(twoSources);
    area.remove = () => Promise.reject(new Error('IO error'));
    expect(await undo()).toBe(true);
    expect(await store.readList()).toEqual({ state: 'empty' });
    expect(JSON.stringify(area.contents())).not.toContain('TikTok');
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
  it('survives a save, an undo and a tidy-up', async () => {
    await area.set({ preferences: '{"theme":"dark"}', 'rows-hidden': true, sources: 1 });
    const beside = area.contents();
    const undo = await store.save(twoSources);
    expect(area.contents()).toMatchObject(beside);
    await undo();
    await store.tidy();
    expect(area.contents()).toEqual(beside);
  });
});

describe('an interrupted write', () => {
  it('is cleaned up by tidying', async () => {
    await store.save(twoSources);
    const whole = area.contents();
    await area.set({ unfinished: '' });
    await createStore(crashProof(area), queue(), () => 'another').tidy();
    expect(area.contents()).toEqual(whole);
    // Together with the data that fills the browser's log.
    expect(area.calls.set).toBeGreaterThan(50);
  });
});

describe('the leftovers of a larger snapshot', () => {
  it('are empty from the moment the smaller one is stored', async () => {
    await store.save(aSnapshot({ sources: [aSource({ id: 'a' }), aSource({ id: 'b', name: 'Left over' })] }));
    let stored = '';
    area.remove = async () => {
      stored = JSON.stringify(area.contents());
    };
    await store.save(aSnapshot({ sources: [] }));
    expect(stored).toContain('source/1');
    expect(stored).not.toContain('Left over');
  });

  it('do no harm if they could not be removed, and are removed by tidying', async () => {
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
    'are left alone beside an unreadable header: %s',
    async (header) => {
      await area.set({ 'source/0': 'a', 'source/1': 'b' });
      if (header !== undefined) await area.set({ snapshot: header });
      const before = area.contents();
      await store.tidy();
      expect(area.contents()).toEqual(before);
    },
  );
});

/** Looks like a credential, but is none. */
const TOKEN = `ya29.${'a'.repeat(40)}`;

/** The stored rows as they are. */
const storedRows = () => JSON.parse(String(area.items.get('rows')));
/** Edits a stored JSON text by hand. */
function edit(key: string, change: (text: string) => string) {
  area.items.set(key, change(String(area.items.get(key))));
}

describe('rows', () => {
  it('are used if they have this version', async () => {
    await store.save(twoSources);
    edit('rows', (text) => text.replace('"health":"healthy"', '"health":"error"'));
    const before = area.contents();
    expect((await readReady()).entries[0]?.row?.health).toBe('error');
    await store.tidy();
    expect(area.contents()).toEqual(before);
  });

  it.each<[string, () => void]>([
    ['missing', () => area.items.delete('rows')],
    ['no JSON', () => area.items.set('rows', '[')],
    ['another snapshot’s', () => edit('rows', (text) => text.replace('snapshot-1', 'snapshot-0'))],
    ['another version’s', () => edit('rows', (text) => text.replace('"version":"2"', '"version":"1"'))],
    ['of no version', () => edit('rows', (text) => text.replace('"version":"2",', ''))],
    ['partly damaged', () => edit('rows', (text) => text.replace('"health":"healthy"', '"health":"fine"'))],
    ['too few', () => edit('rows', () => '{"id":"snapshot-1","version":"2","rows":[]}')],
  ])('are recomputed from the sources, once, if they are %s', async (_, damage) => {
    await store.save(twoSources);
    const [right, list] = [area.contents(), await readReady()];
    damage();
    expect(await readReady()).toEqual(list);
    await expect.poll(() => area.contents()).toEqual(right);
    area.calls.set = 0;
    area.calls.get = 0;
    expect(await readReady()).toEqual(list);
    await store.tidy();
    expect(area.calls.set).toBe(0);
  });

  it('are recomputed after an update that changed the rules', async () => {
    await openStore('1').save(twoSources);
    edit('rows', (text) => text.replaceAll('"health":"healthy"', '"health":"error"'));
    expect((await readReady()).entries.map(({ row }) => row?.health)).toEqual(['healthy', 'healthy']);
    await expect.poll(() => storedRows().version).toBe('2');
  });

  it('are one for each source, each in its place', async () => {
    await store.save(
      aSnapshot({
        profiles: [aProfile(), aProfile({ id: 'outside' })],
        sources: ['a', 'b', 'c', 'd'].map((id) =>
          aSource({ id, profile_id: id === 'c' ? 'outside' : 'profile-france' }),
        ),
      }),
    );
    area.items.set('source/0', '{');
    area.items.delete('rows');
    expect((await readReady()).entries.map(({ row }) => row?.id ?? null)).toEqual([null, 'b', 'd']);
    await expect.poll(() => area.items.has('rows')).toBe(true);
    expect(storedRows().rows).toMatchObject([null, { id: 'b' }, false, { id: 'd' }]);
    expect((await readReady()).entries.map(({ position }) => position)).toEqual([0, 1, 3]);
  });

  it('never show a source outside the authorized Profiles, even if edited by hand', async () => {
    await store.save(twoSources);
    edit('rows', (text) => text.replace('"profile_id":"profile-france"', '"profile_id":"elsewhere"'));
    expect((await readReady()).entries.map(({ row }) => row?.id)).toEqual(['b']);
  });

  it('are never written into another snapshot', async () => {
    await store.save(twoSources);
    area.items.delete('rows');
    const read = area.get;
    // Another window saves between the two reads.
    area.get = async (keys) => {
      area.get = read;
      const stored = await read.call(area, keys);
      await store.save(aSnapshot({ sources: [aSource({ id: 'c' })] }));
      return stored;
    };
    const list = await readReady();
    expect(list.snapshotId).toBe('snapshot-2');
    expect(list.entries.map(({ row }) => row?.id)).toEqual(['c']);
    await store.tidy();
    expect(storedRows().id).toBe('snapshot-2');
  });

  it('are never written over a snapshot that was saved in the meantime', async () => {
    await store.save(twoSources);
    area.items.delete('rows');
    const read = area.get;
    // Another window asks for the lock after both reads, and before the rows are stored.
    let saved: Promise<unknown> = Promise.resolve();
    area.get = async (keys) => {
      const stored = await read.call(area, keys);
      if (keys?.includes('source/1')) {
        area.get = read;
        saved = store.save(aSnapshot({ sources: [aSource({ id: 'c' })] }));
        // Until it waits only for the lock.
        await expect.poll(() => area.calls.set).toBe(2);
      }
      return stored;
    };
    expect((await readReady()).entries.map(({ row }) => row?.id)).toEqual(['a', 'b']);
    await saved;
    await store.tidy();
    expect(storedRows()).toMatchObject({ id: 'snapshot-2', rows: [{ id: 'c' }] });
  });

  it('are shown even if there is no room to store them', async () => {
    await store.save(twoSources);
    area.items.delete('rows');
    area.refuse = true;
    expect((await readReady()).entries).toHaveLength(2);
    await store.tidy();
    expect(area.items.has('rows')).toBe(false);
  });
});

describe('a source that cannot be read', () => {
  it('is an entry that says so, and counts; the others work', async () => {
    await store.save(twoSources);
    area.items.set('source/0', '{"id":"a"}');
    area.items.delete('rows');
    const list = await readReady();
    expect(list.entries.map(({ row }) => row?.id ?? null)).toEqual([null, 'b']);
    expect(await store.readSource(list.snapshotId, 0)).toEqual({ state: 'unreadable' });
    await expect.poll(() => area.items.has('rows')).toBe(true);
    area.calls.set = 0;
    expect(await readReady()).toEqual(list);
    await store.tidy();
    expect(area.calls.set).toBe(0);
  });

  it('comes back when its stored data is repaired', async () => {
    await store.save(twoSources);
    const right = area.items.get('source/0');
    area.items.set('source/0', '{');
    area.items.delete('rows');
    await readReady();
    area.items.set('source/0', right);
    expect((await readReady()).entries.map(({ row }) => row?.id)).toEqual(['a', 'b']);
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
  ])('never quotes a value if it %s', async (_, stored, damage) => {
    await store.save(twoSources);
    area.items.set('source/0', stored);
    area.items.delete('rows');
    expect((await readReady()).entries[0]).toEqual({ position: 0, row: null, damage });
  });
});

describe('more than the format allows', () => {
  it.each([MOST.sources + 1, 40_000_000, 2 ** 53])(
    'is damaged storage, and quickly detected: a count of %d',
    async (count) => {
      await store.save(twoSources);
      edit('snapshot', (text) => text.replace('"count":2', `"count":${count}`));
      expect(await store.readList()).toEqual({ state: 'damaged' });
      expect(await store.readAll()).toBeNull();
      await store.tidy();
      await store.save(twoSources);
    },
    1000,
  );

  it('is an unreadable source: 100,000 reported entries', async () => {
    await store.save(twoSources);
    const entry = { severity: 'INFO', code: 'note', message: '' };
    const data_quality = Array.from({ length: 100_000 }, () => entry);
    area.items.set('source/0', JSON.stringify(aSource({ data_quality })));
    area.items.delete('rows');
    const read = async () =>
      expect((await readReady()).entries.map(({ row }) => row?.id ?? null)).toEqual([null, 'b']);
    expect(await cpuTimeOf(read)).toBeLessThan(2000);
  });
});

describe('what changed since the previous snapshot', () => {
  const failing = aSnapshot({ sources: [aSource({ id: 'a', connection: 'expired' }), aSource({ id: 'b' })] });

  it('is kept with the new one until it is dismissed', async () => {
    await store.save(twoSources);
    await store.save(failing);
    const { snapshotId, since } = await readReady();
    expect(since).toEqual({ changed: [{ source: 'a', was: 'healthy', codes: ['token_expired'] }], gone: 0 });
    await store.forgetSince(snapshotId);
    expect((await readReady()).since).toBeNull();
  });

  it('ignores changed rules: rows of another version do not count', async () => {
    await openStore('1').save(twoSources);
    edit('rows', (text) => text.replaceAll('"health":"healthy"', '"health":"error"'));
    await store.save(twoSources);
    expect((await readReady()).since).toBeNull();
  });
});

describe('a listener that reads while a save is under way', () => {
  it('finds one whole snapshot at every change', async () => {
    const reads: ReturnType<typeof readReady>[] = [];
    area.onChanged(() => reads.push(readReady()));
    await store.save(twoSources);
    await store.save(aSnapshot({ sources: [aSource({ id: 'c' })] }));
    const seen = (await Promise.all(reads)).map(({ entries }) => entries.map(({ row }) => row?.id).join());
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen)).toEqual(new Set(['a,b', 'c']));
  });
});

describe('reading the whole snapshot', () => {
  it('returns what was saved', async () => {
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

  it('scopes and masks again, in case storage was edited by hand', async () => {
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

  it.each(['{', '{"layout":9}', undefined])('is null without a readable header: %s', async (header) => {
    if (header !== undefined) await area.set({ snapshot: header });
    expect(await store.readAll()).toBeNull();
  });
});
