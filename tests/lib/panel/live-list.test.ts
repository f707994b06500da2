import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { aSource } from '../../../fixtures/builders.ts';
import type { ListState } from '../../../lib/panel/list.ts';
import { LiveListModel } from '../../../lib/panel/live-list.ts';
import type { StoredList } from '../../../lib/snapshot/storage/stored-rows.ts';
import { aStoredList } from '../../stored-list.ts';
import { aTimer } from '../../timer.ts';

const fine = aSource({ id: 'a' });
const due = aSource({ id: 'a', connection: 'revoked' });

/** A store whose reads the test answers, in any order. */
function aList(recalled = async () => {}) {
  const readings: PromiseWithResolvers<StoredList>[] = [];
  const said: unknown[] = [];
  const timer = aTimer();
  const forgetSince = vi.fn(async (_id: string) => {});
  const model = new LiveListModel({
    store: {
      readList() {
        const reading = Promise.withResolvers<StoredList>();
        readings.push(reading);
        return reading.promise;
      },
      forgetSince,
    },
    recalled,
    startTimer: timer.start,
    onNeeds: (more, fewer) => said.push([more, fewer]),
    onNotForgotten: () => said.push('not forgotten'),
  });
  return { model, readings, said, timer, forgetSince };
}

/** A list after its first read. */
async function anOpenList(sources = [fine]) {
  const opened = aList();
  const reload = opened.model.reload();
  opened.readings[0]?.resolve(aStoredList(sources));
  await reload;
  return opened;
}

const namesIn = (list: ListState) =>
  list.state === 'ready' ? list.entries.map(({ row }) => row?.name) : list.state;

describe('reading the list', () => {
  it('shows the newest read, even if an earlier one is answered last', async () => {
    const { model, readings } = aList();
    const [first, second] = [model.reload(), model.reload()];
    readings[1]?.resolve(aStoredList([aSource({ name: 'New' })]));
    await second;
    readings[0]?.resolve(aStoredList([aSource({ name: 'Old' })]));
    await first;
    expect(namesIn(model.list.value)).toEqual(['New']);
  });

  it('does not resolve an earlier read before the newest is shown', async () => {
    const { model, readings } = aList();
    const first = model.reload().then(() => namesIn(model.list.value));
    void model.reload();
    readings[0]?.resolve(aStoredList([aSource({ name: 'Old' })]));
    readings[1]?.resolve(aStoredList([aSource({ name: 'New' })]));
    expect(await first).toEqual(['New']);
  });

  it('shows nothing before the user’s last position is known', async () => {
    const recalled = Promise.withResolvers<void>();
    const { model, readings } = aList(() => recalled.promise);
    const reload = model.reload();
    readings[0]?.resolve(aStoredList([fine]));
    // By the next turn of the event loop, everything that could go on has done so.
    await setImmediate();
    expect(model.list.value).toEqual({ state: 'loading' });
    recalled.resolve();
    await reload;
    expect(model.list.value.state).toBe('ready');
  });

  it('is unread if the browser refuses, and can be read again', async () => {
    const { model, readings } = aList();
    const refused = model.reload();
    readings[0]?.reject(new Error('IO error'));
    await refused;
    expect(model.list.value).toEqual({ state: 'unread' });
    const again = model.reload();
    readings[1]?.resolve(aStoredList([fine]));
    await again;
    expect(model.list.value.state).toBe('ready');
  });

  it('is unread if the browser never answers', async () => {
    const { model, timer } = aList();
    const reload = model.reload();
    timer.pass();
    await reload;
    expect(model.list.value).toEqual({ state: 'unread' });
  });

  it('keeps what is unchanged', async () => {
    const { model, readings } = await anOpenList([fine, aSource({ id: 'b' })]);
    const before = model.list.value;
    const reload = model.reload();
    readings[1]?.resolve(aStoredList([fine, aSource({ id: 'b', name: 'Renamed' })]));
    await reload;
    const after = model.list.value;
    if (before.state !== 'ready' || after.state !== 'ready') throw new Error('Not read');
    expect(after.entries[0]).toBe(before.entries[0]);
    expect(after.entries[1]?.row?.name).toBe('Renamed');
  });
});

describe('a change in what needs action', () => {
  it('is announced after another window’s import', async () => {
    const { model, readings, said } = await anOpenList();
    const reload = model.reload();
    readings[1]?.resolve(aStoredList([due]));
    await reload;
    expect(said).toEqual([[1, 0]]);
  });

  it.each<[string, StoredList]>([
    ['empty', { state: 'empty' }],
    ['damaged', { state: 'damaged' }],
  ])('is not announced as fewer if the snapshot is %s', async (_, after) => {
    const { model, readings, said } = await anOpenList([due]);
    const reload = model.reload();
    readings[1]?.resolve(after);
    await reload;
    expect(said).toEqual([]);
  });

  it('is left to the outcome after the user’s own change, whenever the list is read', async () => {
    const { model, readings, said } = await anOpenList();
    const change = Promise.withResolvers<string>();
    const done = model.quietly(() => change.promise);
    // The browser's change event comes before the save has resolved.
    const reload = model.reload();
    readings[1]?.resolve(aStoredList([due]));
    await reload;
    change.resolve('Imported');
    await vi.waitFor(() => expect(readings).toHaveLength(3));
    readings[2]?.resolve(aStoredList([due]));
    expect(await done).toBe('Imported');
    expect(said).toEqual([]);
    const others = model.reload();
    readings[3]?.resolve(aStoredList([fine]));
    await others;
    expect(said).toEqual([[0, 1]]);
  });

  it('is announced again after the user’s own change has failed', async () => {
    const { model, readings, said } = await anOpenList();
    await expect(model.quietly(() => Promise.reject(new Error('No')))).rejects.toThrow('No');
    const reload = model.reload();
    readings[1]?.resolve(aStoredList([due]));
    await reload;
    expect(said).toEqual([[1, 0]]);
  });
});

describe('what changed since the last snapshot', () => {
  const since = { changed: [], gone: 1 };

  async function withSince() {
    const opened = aList();
    const reload = opened.model.reload();
    opened.readings[0]?.resolve({ ...aStoredList([fine]), since });
    await reload;
    return opened;
  }

  it('is gone once its dismissal is stored', async () => {
    const { model, readings, forgetSince } = await withSince();
    const forgotten = model.forgetSince();
    await vi.waitFor(() => expect(readings).toHaveLength(2));
    readings[1]?.resolve(aStoredList([fine]));
    await forgotten;
    expect(forgetSince).toHaveBeenCalledWith('1');
    expect(model.list.value).toMatchObject({ since: null });
  });

  it('stays, with an explanation, if that cannot be stored', async () => {
    const { model, said, forgetSince } = await withSince();
    forgetSince.mockRejectedValueOnce(new Error('IO error'));
    await model.forgetSince();
    expect(model.list.value).toMatchObject({ since });
    expect(said).toEqual(['not forgotten']);
  });

  it('stays, with an explanation, if the browser never answers', async () => {
    const { model, said, timer, forgetSince } = await withSince();
    forgetSince.mockReturnValueOnce(new Promise(() => {}));
    const forgotten = model.forgetSince();
    timer.pass();
    await forgotten;
    expect(model.list.value).toMatchObject({ since });
    expect(said).toEqual(['not forgotten']);
  });
});
