/** References of accounts: at most their last four characters stay, and never more than half. */
import { MASK, maskedEnd } from './mask-text.ts';
import { maskTokens } from './tokens.ts';

const MASKS = /[•*]+/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;
const DIGIT = /\p{N}/gu;
const RUN = /[\p{L}\p{N}]+/gu;
const MOST_SEEN = 4;
const DOMAIN = /[\p{L}\p{N}][\p{L}\p{N}-]*\.\p{L}{2,}/u;

/** As it is if its mask hides enough, else `•••` and its end. Masking twice is masking once. */
export function maskReference(reference: string): string {
  if (isMasked(reference)) return reference;
  const end = maskedEnd(reference.replace(/[•*]+/gu, ''));
  // Even its end may be a domain.
  return isMasked(end) ? end : MASK;
}

function isMasked(reference: string): boolean {
  const parts = reference.split(MASKS);
  if (parts.length < 2) return false;
  const between = parts.slice(1, -1);
  return (
    between.every((part) => count(part, LETTER_OR_DIGIT) <= MOST_SEEN) &&
    count(reference, DIGIT) <= MOST_SEEN &&
    parts.every(hidesRuns) &&
    !DOMAIN.test(reference) &&
    !reference.includes('@') &&
    maskTokens(reference) === reference
  );
}

/** A longer run that mixes letters and digits is part of an id, not of a name. */
function hidesRuns(part: string): boolean {
  return (part.match(RUN) ?? []).every(
    (run) => [...run].length <= MOST_SEEN || [0, [...run].length].includes(count(run, DIGIT)),
  );
}

function count(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).length;
}
