import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, placeOf } from '../../../lib/panel/place.ts';

describe('a place’s address', () => {
  it('is the list by default', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/source/', '#/data/more', '#/source/%']) {
      expect(placeOf(hash)).toEqual({ name: 'sources' });
    }
  });

  it('names the Data place', () => {
    expect(placeOf('#/data')).toEqual({ name: 'data' });
    expect(addressOf({ name: 'data' })).toBe('#/data');
  });

  it('leads back to the same source, whatever characters its id contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        expect(placeOf(addressOf({ name: 'source', id }))).toEqual({ name: 'source', id });
      }),
    );
  });

  it('never throws, even for a lone surrogate', () => {
    expect(addressOf({ name: 'source', id: '\ud83d' })).toBe('#/source/%EF%BF%BD');
  });
});
