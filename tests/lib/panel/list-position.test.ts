import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { aSource } from '../../../fixtures/builders.ts';
import type { ListState } from '../../../lib/panel/list.ts';
import { ListPositionModel } from '../../../lib/panel/list-position.ts';
import { TOP } from '../../../lib/panel/memory.ts';
import type { Place } from '../../../lib/panel/place.ts';
import { aStoredList } from '../../stored-list.ts';

const [a, b] = [aSource({ id: 'a' }), aSource({ id: 'b' })];

function aPosition() {
  const place = signal<Place>({ name: 'sources' });
  const list = signal<ListState>(aStoredList([a, b]));
  return { place, list, model: new ListPositionModel({ place, list }) };
}

describe('the position in the list', () => {
  it('is the target once the screen has scrolled to it, whatever was reported on the way', () => {
    const { model } = aPosition();
    model.scrollList({ source: 'b', top: -5 });
    model.scrolledList({ source: 'a', top: -10 });
    model.reachedTarget();
    expect(model.listPosition.value.scroll).toEqual({ source: 'b', top: -5 });
    expect(model.scrollTarget.value).toBeNull();
    model.scrolledList({ source: 'a', top: -10 });
    model.reachedTarget();
    expect(model.listPosition.value.scroll).toEqual({ source: 'a', top: -10 });
  });

  it('includes the last source opened, once it is known to be in the list', () => {
    const { place, list, model } = aPosition();
    const stored = list.value;
    list.value = { state: 'loading' };
    place.value = { name: 'source', id: 'b' };
    expect(model.listPosition.value.lastSource).toBeNull();
    list.value = stored;
    place.value = { name: 'sources' };
    expect(model.listPosition.value.lastSource).toBe('b');
    place.value = { name: 'source', id: 'elsewhere' };
    expect(model.listPosition.value.lastSource).toBe('b');
  });

  it('forgets sources that are no longer in the list', () => {
    const { list, model } = aPosition();
    model.restore({ scroll: { source: 'b', top: -5 }, lastSource: 'b' });
    list.value = aStoredList([a]);
    expect(model.listPosition.value).toEqual({ scroll: TOP, lastSource: null });
  });
});
