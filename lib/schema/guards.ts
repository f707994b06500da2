/**
 * Hand-written checks for what the panel needs at startup: zod would be a third of the code it loads then. Each guard
 * has a schema whose type it uses, and `tests/lib/schema/guards.test.ts` checks that the two agree.
 */
import { hasAtMost, isInstant, LONGEST, MOST, VISIBLE } from './plain.ts';
import type { Header, Profile } from './snapshot.ts';

export type Guard<T> = (value: unknown) => value is T;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isNumber = (value: unknown): value is number => Number.isFinite(value);
export const isStoredInstant = (value: unknown): value is string => isText(value) && isInstant(value);

/** A whole number from 0 to `most`. */
export function countUpTo(most: number): Guard<number> {
  return (value): value is number =>
    Number.isSafeInteger(value) && isNumber(value) && value >= 0 && value <= most;
}

export function oneOf<T extends string | number>(values: readonly T[]): Guard<T> {
  return (value): value is T => values.some((known) => known === value);
}

export function orNull<T>(is: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || is(value);
}

export function orMissing<T>(is: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || is(value);
}

export function listOf<T>(is: Guard<T>, most = Number.POSITIVE_INFINITY): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.length <= most && value.every(is);
}

/** An object with any keys. */
export function recordOf<T>(is: Guard<T>): Guard<Record<string, T>> {
  return (value): value is Record<string, T> => isRecord(value) && Object.values(value).every(is);
}

/** An object with these fields and no others. */
export function shape<T extends object>(fields: { [Key in keyof T]-?: Guard<T[Key]> }): Guard<T> {
  const guards = Object.entries<Guard<unknown>>(fields);
  const known = new Set(Object.keys(fields));
  return (value): value is T =>
    isRecord(value) &&
    Object.keys(value).every((key) => known.has(key)) &&
    guards.every(([key, is]) => is(value[key]));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textUpTo =
  (most: number, least = 0) =>
  (value: unknown): value is string =>
    isText(value) && value.length >= least && hasAtMost(value, most) && value.isWellFormed();

const isWord = textUpTo(LONGEST.word, 1);
const isNameText = textUpTo(LONGEST.name, 1);
const isName = (value: unknown): value is string => isNameText(value) && VISIBLE.test(value);

export const isHeader = shape<Header>({
  schema_version: oneOf([1]),
  generated_at: isStoredInstant,
  mock: isBoolean,
  notice: orMissing(textUpTo(LONGEST.message)),
  authorized_profile_ids: listOf(isWord, MOST.profiles),
  profiles: listOf(shape<Profile>({ id: isWord, name: isName, role: isWord }), MOST.profiles),
});
