import { sourceSchema } from '../../schema/snapshot.ts';
import { problemFinder } from '../import/check.ts';
import { MISSING, NOT_VALID, type Problem } from '../import/problems.ts';

const findProblems = problemFinder(sourceSchema);

/** The first problem of a stored source that can't be read. It never quotes a value. */
export function damageOf(stored: unknown): Problem {
  if (typeof stored !== 'string' || stored === '') return { path: '', message: MISSING };
  try {
    return findProblems(JSON.parse(stored))[0] ?? { path: '', message: NOT_VALID };
  } catch {
    return { path: '', message: 'is not valid JSON' };
  }
}
