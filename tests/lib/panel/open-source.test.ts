import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aSource } from '../../../fixtures/builders.ts';
import type { ListState } from '../../../lib/panel/list.ts';
import { OpenSourceModel } from '../../../lib/panel/open-source.ts';
import type { Place } from '../../../lib/panel/place.ts';
import type { StoredSource } from '../../../lib/snapshot/storage/store.ts';
import { closePanels } from '../../panel-model.ts';
import { aStoredList } from '../../stored-list.ts';
import { aTimer } from '../../timer.ts';

afterEach(closePanels);

const [a, b] = [aSource({ id: 'a', name: 'A' }), aSource({ id: 'b', name: 'B' })];

/** Sources A and B, whose reads the test answers. */
function at(id: string, stored: ListState = aStoredList([a, b])) {
  const place = signal<Place>({ name: 'source', id });
  const list = signal(stored);
  const readings: ({ position: number } & PromiseWithResolvers<StoredSource>)[] = [];
  const timer = aTimer();
  const onGone = vi.fn();
  const onChanged = vi.fn();
  const model = new OpenSourceModel({
    place,
    list,
    store: {
      readSource(_id, position) {
        const reading = { position, ...Promise.withResolvers<StoredSource>() };
        readings.push(reading);
        return reading.promise;
      },
    },
    startTimer: timer.start,
    onGone,
    onChanged,
  });
  const name = () => {
    const { value } = model.source;
    return value.state === 'ready' ? value.source.name : value.state;
  };
  return { place, list, readings, timer, onGone, onChanged, model, name };
}

describe('the open source', () => {
  it('is never a different source whose answer arrives late', async () => {
    const { place, readings, name } = at('a');
    place.value = { name: 'source', id: 'b' };
    expect(readings.map(({ position }) => position)).toEqual([0, 1]);
    readings[1]?.resolve({ state: 'ready', source: b });
    await expect.poll(name).toBe('B');
    readings[0]?.resolve({ state: 'ready', source: a });
    await readings[0]?.promise;
    await vi.dynamicImportSettled();
    expect(name()).toBe('B');
    place.value = { name: 'source', id: 'a' };
    expect(name()).toBe('loading');
  });

  it('is never an earlier read of the same source that arrives late', async () => {
    const { list, readings, name } = at('a');
    list.value = aStoredList([a, b]);
    readings[1]?.resolve({ state: 'ready', source: { ...a, name: 'New' } });
    await expect.poll(name).toBe('New');
    readings[0]?.resolve({ state: 'ready', source: a });
    await readings[0]?.promise;
    await vi.dynamicImportSettled();
    expect(name()).toBe('New');
  });

  it('is read once', () => {
    const { readings } = at('a');
    expect(readings).toHaveLength(1);
  });

  it('is no longer read once the model is disposed', () => {
    const { model, list, readings } = at('a');
    model[Symbol.dispose]();
    list.value = aStoredList([a, b]);
    expect(readings).toHaveLength(1);
  });

  it.each<[string, (reading: PromiseWithResolvers<StoredSource>) => void]>([
    ['refuses', ({ reject }) => reject(new Error('IO error'))],
    ['never answers', () => {}],
  ])('is not reported as damaged if the browser %s, and is read again with the list', async (_, answer) => {
    const { list, readings, timer, name } = at('a');
    if (readings[0]) answer(readings[0]);
    timer.pass();
    await expect.poll(name).toBe('unread');
    list.value = aStoredList([a, b]);
    readings[1]?.resolve({ state: 'ready', source: a });
    await expect.poll(name).toBe('A');
  });

  it('makes the list read again if that is of a different snapshot', async () => {
    const { readings, onChanged, name } = at('a');
    readings[0]?.resolve({ state: 'changed' });
    await expect.poll(() => onChanged.mock.calls.length).toBe(1);
    expect(name()).toBe('loading');
  });

  it('is gone if no source has its id, but not if one is unreadable, which may be it', () => {
    expect(at('c').onGone).toHaveBeenCalledOnce();
    const ready = aStoredList([a]);
    const damage = { path: '', message: 'is missing' };
    const unreadable = at('c', { ...ready, entries: [...ready.entries, { position: 1, row: null, damage }] });
    expect(unreadable.onGone).not.toHaveBeenCalled();
    expect(unreadable.name()).toBe('unreadable');
  });
});
