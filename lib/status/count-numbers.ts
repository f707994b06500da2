/** How many sources show anything but what they should. */
import { type Assessment, NUMBERS, type Numbers } from './vocabulary.ts';

export interface NumbersCount {
  /** Sources by what they show, in the order of `NUMBERS`; only what there is. */
  byNumbers: ReadonlyMap<Numbers, number>;
  total: number;
}

/**
 * Counts the sources whose numbers are not what a reader would take them for: all that are not current, as of the last
 * sync, or frozen because a user switched them off.
 */
export function countNumbers(
  assessments: readonly Pick<Assessment, 'numbers' | 'lifecycle'>[],
): NumbersCount {
  const affected = assessments.filter(
    ({ numbers, lifecycle }) =>
      numbers !== 'current' &&
      numbers !== 'as_of_last_sync' &&
      !(numbers === 'frozen' && lifecycle === 'off'),
  );
  const found = Map.groupBy(affected, ({ numbers }) => numbers);
  const byNumbers = NUMBERS.flatMap((numbers): [Numbers, number][] => {
    const group = found.get(numbers);
    return group === undefined ? [] : [[numbers, group.length]];
  });
  return { byNumbers: new Map(byNumbers), total: affected.length };
}
