/** Counts the sources whose numbers are not current. */
import { type Assessment, NUMBERS, type Numbers } from './vocabulary.ts';

export interface NumbersCount {
  /** How many sources show each kind of numbers, in the order of `NUMBERS`; only the kinds that occur. */
  byNumbers: ReadonlyMap<Numbers, number>;
  total: number;
}

/**
 * Counts the sources whose numbers could be misread: all except those that are current, as of the last sync, or frozen
 * because a user switched the source off.
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
