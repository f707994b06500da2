/** The list's two sentences: what needs action, and what the dashboards show. Neither says more than the rows do. */

import type { Summary } from '../status/summarise.ts';
import type { Numbers } from '../status/vocabulary.ts';
import { isolate } from './isolate.ts';
import { sources } from './plurals.ts';

const needs = (count: number) => (count === 1 ? 'needs' : 'need');

/**
 * `2 of 14 sources need action.` or its alternative. It never says that all is well if there is a warning.
 * @param summary of the sources that can be read
 * @param unreadable how many cannot be read, so that their needs are not known
 * @param scope which part of the list it covers; empty for all of it
 */
export function answer(summary: Summary, unreadable = 0, scope = ''): string {
  const { total, needsAction } = summary;
  const all = total + unreadable;
  const where = scope === '' ? '' : ` in ${isolate(scope)}`;
  if (total === 0) return `${sources(all)} cannot be read.`;
  if (needsAction > 0) {
    const of = `${needsAction} of ${unreadable > 0 || scope !== '' ? all : sources(all)}${where}`;
    const rest = unreadable > 0 ? `, ${unreadable} cannot be read` : '';
    return `${of} ${needs(needsAction)} action${rest}.`;
  }
  if (unreadable > 0) {
    const others = calm(summary, 'the others');
    return `${unreadable} of ${sources(all)} cannot be read. ${others}`;
  }
  return all === 1 ? ofOne(summary, where) : calm(summary, `${sources(total)}${where}`);
}

/** For when no source needs action. */
function calm({ total, byHealth, toSetUp, off }: Summary, them: string): string {
  const rest = [
    byHealth.warning > 0 &&
      `${byHealth.warning} ${byHealth.warning === 1 ? 'has a warning' : 'have warnings'}`,
    toSetUp > 0 && `${toSetUp} to set up`,
  ].filter(Boolean);
  if (rest.length > 0) return `None of ${them} is broken; ${rest.join(', ')}.`;
  return off === total ? `All ${them} are off.` : `None of ${them} needs action.`;
}

function ofOne({ byHealth, toSetUp, off }: Summary, where: string): string {
  const subject = `${where === '' ? 'This source' : `The source${where}`}`;
  if (off > 0) return `${subject} is off.`;
  if (byHealth.warning > 0) return `${subject} is not broken; it has a warning.`;
  return toSetUp > 0 ? `${subject} is to be set up.` : `${subject} needs no action.`;
}

const SHOWN: Record<Exclude<Numbers, 'current' | 'as_of_last_sync'>, string> = {
  hidden: 'hidden',
  frozen: 'frozen',
  unknown: 'unknown',
  missing: 'missing',
  late: 'late',
  partial: 'only partial',
};

/**
 * `Numbers: 1 hidden, 2 late, 1 only partial. 2 are off.`
 * @param byNumbers how many sources show each kind of numbers
 * @param off sources that were switched off on purpose
 */
export function numbersLine(byNumbers: ReadonlyMap<Numbers, number>, off: number): string {
  const parts = Object.entries(SHOWN).flatMap(([numbers, words]) => {
    const count = [...byNumbers].find(([shown]) => shown === numbers)?.[1] ?? 0;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const affected =
    parts.length === 0 ? 'No numbers are hidden, missing, late or partial.' : `Numbers: ${parts.join(', ')}.`;
  return off === 0 ? affected : `${affected} ${off} ${off === 1 ? 'is' : 'are'} off.`;
}
