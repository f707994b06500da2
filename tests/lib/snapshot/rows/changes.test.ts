import { describe, expect, it } from 'vitest';
import { aSource } from '../../../../fixtures/builders.ts';
import type { Source } from '../../../../lib/schema/snapshot.ts';
import { changedNeeds, keepUnchanged } from '../../../../lib/snapshot/rows/changes.ts';
import { aStoredList } from '../../../stored-list.ts';

const listOf = (...sources: Source[]) => aStoredList(sources);
const entriesOf = (...sources: Source[]) => listOf(...sources).entries;

const a = aSource({ id: 'a' });
const b = aSource({ id: 'b' });
const bExpired = aSource({ id: 'b', connection: 'expired' });

describe('a new read', () => {
  it('keeps the objects of whatever did not change', () => {
    const before = entriesOf(a, b);
    const after = keepUnchanged(before, entriesOf(a, bExpired));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after).toEqual(entriesOf(a, bExpired));
  });

  it('counts the sources that now need action, and those that no longer do', () => {
    expect(changedNeeds(listOf(a, b), listOf(a, bExpired))).toEqual({ more: 1, fewer: 0 });
    expect(changedNeeds(listOf(a, bExpired), listOf(a, b))).toEqual({ more: 0, fewer: 1 });
    expect(changedNeeds(listOf(bExpired), { state: 'empty' })).toEqual({ more: 0, fewer: 1 });
    expect(changedNeeds(listOf(a, bExpired), listOf(a, bExpired))).toEqual({ more: 0, fewer: 0 });
  });
});
