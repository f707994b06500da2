import type * as z from 'zod/mini';
import { looksLikeSecret } from './secrets.ts';

/** What is wrong and where: `sources[3].accounts[0].masked_ref`, or '' for the whole text. */
export interface Problem {
  path: string;
  message: string;
}

/** More than anyone can use: the rest appears once these are fixed. */
export const MOST_PROBLEMS = 20;

export const NOT_VALID = 'is not what the format asks for';
export const MISSING = 'is missing';
export const SECRET = 'holds what looks like a token, a key or a password';

export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, depth) => (typeof step === 'number' ? `[${step}]` : depth > 0 ? `.${step}` : step))
    .join('');
}

/** Names the key only if it is a plain short word: a key can be a credential too. */
export function unknownKey(key: string): string {
  return /^[A-Za-z_]{1,24}$/.test(key) && !looksLikeSecret(key)
    ? `has “${key}”, a key that is not part of the format`
    : 'has a key that is not part of the format';
}

/** Describes zod's finding in our own words, because zod's messages can quote the value. */
export function wordsFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'invalid_value':
      return wrongVersion(issue.input);
    case 'invalid_format':
      return 'must not be blank';
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be a whole number from ${issue.minimum} up`;
    case 'too_big':
      return 'is too big a number';
    case 'custom':
      return wordsForRule(issue.params);
    default:
      return NOT_VALID;
  }
}

/** The schema's own checks, by the `params` they are declared with. */
function wordsForRule(params: Record<string, unknown> = {}): string {
  if (params.instant) return 'must be a date and time from 1970 on with its offset, as 2026-11-20T08:00:00Z';
  if (params.wellFormed) return 'holds half a character, which no text may';
  if (params.eitherOf) return 'must have a code or a message';
  return `must be at most ${params.most} characters long`;
}

export function tooMany(most: number): string {
  return `must have at most ${most} entries`;
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a whole number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

export function wrongType(expected: string, value: unknown): string {
  const must = `must be ${TYPES[expected] ?? 'something else'}`;
  const isWrongNumber = typeof value === 'number' && (expected === 'int' || expected === 'number');
  return isWrongNumber ? must : `${must}, is ${typeInWords(value)}`;
}

function typeInWords(value: unknown): string {
  if (value === null) return 'empty (null)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return 'a number';
  return TYPES[typeof value] ?? 'something else';
}

function wrongVersion(version: unknown): string {
  return typeof version === 'number' && version > 1
    ? 'is of a newer format: update the extension to read this file'
    : 'must be 1, the version of the format';
}
