/** Which groups of the list are open, and how much each shows. */
import type { Row } from '../snapshot/rows/row.ts';
import { needsAction } from '../status/summarise.ts';
import type { Group } from './arrange.ts';

/** By group id: whether the user has opened or closed the group. */
export type Folds = Readonly<Record<string, boolean>>;

export interface FoldedGroup extends Group {
  isOpen: boolean;
  /** Empty if closed. In a long list, only the problems until the user asks for all. */
  shown: readonly Row[];
  /** How many more rows it has while it is open. */
  rest: number;
}

/** In a list with more rows than this, not all groups are open initially. */
const LONG = 30;
/** How many rows a long list shows initially; few, so that all headings of groups with problems are near the top. */
const FEW = 6;

/**
 * A long list initially shows the problems of its first groups, and only the headings of the others. A group that the
 * user has opened shows all of its rows.
 */
export function foldGroups(groups: readonly Group[], folds: Folds): FoldedGroup[] {
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const isShort = total <= LONG || groups.length === 1;
  let begun = 0;
  let isFull = false;
  return groups.map((group) => {
    const chosen = folds[group.id];
    if (chosen !== undefined || isShort) {
      const isOpen = chosen ?? true;
      return { ...group, isOpen, shown: isOpen ? group.rows : [], rest: 0 };
    }
    const wrong = whatIsWrong(group);
    isFull ||= begun > 0 && begun + wrong.length > FEW;
    if (isFull || wrong.length === 0) return { ...group, isOpen: false, shown: [], rest: 0 };
    begun += wrong.length;
    return { ...group, isOpen: true, shown: wrong, rest: group.rows.length - wrong.length };
  });
}

/** The rows that need action; if none do, those with a warning or being set up. */
function whatIsWrong({ rows }: Group): Row[] {
  const broken = rows.filter(needsAction);
  if (broken.length > 0) return broken;
  return rows.filter(({ lifecycle, health }) => lifecycle !== 'off' && health !== 'healthy');
}

/** Pixels in the comfortable density: the minimum above the groups, a group's heading, and a row. */
const HEIGHTS = { above: 150, heading: 30, calmRow: 33, row: 63 };

/** How many rows fit into a window, or a few more. @param height pixels */
export function rowsThatFit(groups: readonly FoldedGroup[], height: number): number {
  let [room, count] = [height - HEIGHTS.above, 0];
  for (const { shown } of groups) {
    room -= HEIGHTS.heading;
    for (const { headline, lifecycle } of shown) {
      if (room <= 0) return count;
      room -= headline === null || lifecycle === 'off' ? HEIGHTS.calmRow : HEIGHTS.row;
      count += 1;
    }
  }
  return count;
}
