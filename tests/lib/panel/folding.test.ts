import { describe, expect, it } from 'vitest';
import { AS_OF, aProfile, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { manySources } from '../../../fixtures/many-sources.ts';
import { groupRows, sortRows, WORST_BY_PROFILE } from '../../../lib/panel/arrange.ts';
import { type Folds, foldGroups } from '../../../lib/panel/folding.ts';
import type { Snapshot } from '../../../lib/schema/snapshot.ts';
import { rowOf } from '../../../lib/snapshot/rows/row-of.ts';

const { compare } = new Intl.Collator('en');

function folded({ sources, ...header }: Snapshot, folds: Folds = {}) {
  const rows = sources.map((source) => rowOf(source, new Date(AS_OF)));
  const groups = groupRows(header, sortRows(rows, 'worst', compare), WORST_BY_PROFILE, compare);
  return foldGroups(groups, folds);
}

/** A Profile for each list of connections, with a source for each connection. */
function team(profiles: Record<string, string[]>): Snapshot {
  return aSnapshot({
    authorized_profile_ids: Object.keys(profiles),
    profiles: Object.keys(profiles).map((id) => aProfile({ id, name: id })),
    sources: Object.entries(profiles).flatMap(([profile_id, connections]) =>
      connections.map((connection, index) =>
        aSource({ id: `${profile_id}-${index}`, profile_id, connection }),
      ),
    ),
  });
}

const fine = (count: number) => Array.from({ length: count }, () => 'connected');
/** How many rows of each group are shown and how many are left, or that it is closed. */
const shownOf = (groups: ReturnType<typeof folded>) =>
  groups.map(({ name, isOpen, shown, rest }) => (isOpen ? [name, shown.length, rest] : [name, 'closed']));

describe('the groups of a list', () => {
  it('are all open up to 30 sources', () => {
    const groups = folded(team({ a: ['expired', ...fine(14)], b: fine(15) }));
    expect(shownOf(groups)).toEqual([
      ['a', 15, 0],
      ['b', 15, 0],
    ]);
  });

  it('initially show the problems in a longer list, and are closed without any', () => {
    const groups = folded(team({ a: fine(15), b: ['expired', 'revoked', ...fine(13)], c: ['pending'] }));
    expect(shownOf(groups)).toEqual([
      ['b', 2, 13],
      ['c', 1, 0],
      ['a', 'closed'],
    ]);
  });

  it('are closed once their rows would push other headings out of view', () => {
    const bad = (count: number) => Array.from({ length: count }, () => 'expired');
    const groups = folded(team({ a: bad(9), b: bad(2), c: fine(20) }));
    expect(shownOf(groups)).toEqual([
      ['a', 9, 0],
      ['b', 'closed'],
      ['c', 'closed'],
    ]);
  });

  it('are as the user left them, however long the list is', () => {
    const groups = folded(team({ a: fine(20), b: ['expired', ...fine(19)] }), {
      'profile/a': true,
      'profile/b': false,
    });
    expect(shownOf(groups)).toEqual([
      ['b', 'closed'],
      ['a', 20, 0],
    ]);
  });

  it('show everything if there is only one', () => {
    expect(shownOf(folded(team({ a: fine(50) })))).toEqual([['a', 50, 0]]);
  });

  it('initially show few rows, however many sources there are', () => {
    const groups = folded(manySources(200, 3));
    expect(groups).toHaveLength(10);
    expect(groups.reduce((sum, { shown }) => sum + shown.length, 0)).toBeLessThanOrEqual(6);
  });
});
