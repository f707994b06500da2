import { describe, expect, it } from 'vitest';
import { AS_OF, aSource } from '../../../../fixtures/builders.ts';
import type { Source } from '../../../../lib/schema/snapshot.ts';
import { rowOf } from '../../../../lib/snapshot/rows/row-of.ts';
import { countDirections } from '../../../../lib/snapshot/rows/since.ts';
import { sinceBefore } from '../../../../lib/snapshot/rows/since-before.ts';

const rowsOf = (...sources: Source[]) => sources.map((source) => rowOf(source, new Date(AS_OF)));
const fine = (id: string) => aSource({ id });
const expired = (id: string) => aSource({ id, connection: 'expired' });
const unmapped = (id: string) => aSource({ id, technical: { mapping_status: 'unconfirmed' } });

describe('compared with the previous snapshot', () => {
  it('lists sources that got worse, got better, changed otherwise or are new, and counts those that are gone', () => {
    const after = rowsOf(expired('a'), fine('b'), unmapped('c'), fine('d'), fine('e'));
    const since = sinceBefore(rowsOf(fine('a'), expired('b'), fine('c'), fine('d'), fine('z')), after);
    expect(since).toEqual({
      changed: [
        { source: 'a', was: 'healthy', codes: ['token_expired'] },
        { source: 'b', was: 'error', codes: [] },
        { source: 'c', was: 'healthy', codes: ['mapping_unconfirmed'] },
        { source: 'e', was: null, codes: [] },
      ],
      gone: 1,
    });
    expect(since && [...countDirections(since, after)]).toEqual([
      ['worse', 1],
      ['better', 1],
      ['other', 1],
      ['new', 1],
    ]);
  });

  it('notices a finding that is gone while the health is the same', () => {
    expect(sinceBefore(rowsOf(unmapped('a')), rowsOf(fine('a')))).toEqual({
      changed: [{ source: 'a', was: 'healthy', codes: [] }],
      gone: 0,
    });
  });

  it('lists only new codes', () => {
    const both = aSource({ id: 'a', connection: 'expired', technical: { mapping_status: 'unconfirmed' } });
    expect(sinceBefore(rowsOf(unmapped('a')), rowsOf(both))?.changed).toEqual([
      { source: 'a', was: 'healthy', codes: ['token_expired'] },
    ]);
  });

  it('is empty if nothing changed', () => {
    expect(sinceBefore(rowsOf(fine('a')), rowsOf(fine('a')))).toBeNull();
  });

  it('is empty for a snapshot without a common source, and for the first', () => {
    expect(sinceBefore(rowsOf(fine('a')), rowsOf(expired('b')))).toBeNull();
    expect(sinceBefore([], rowsOf(expired('b')))).toBeNull();
  });
});
