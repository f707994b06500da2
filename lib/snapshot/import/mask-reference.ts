/** Account references: at most their last four characters are kept, and never more than half. */
import { MASK, maskDigits, maskedEnd, maskText, UNSEEN_RUN } from './mask-text.ts';

const MASKS = /[•*]+/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;
const DIGIT = /\p{N}/gu;
const RUN = /[\p{L}\p{N}]+/gu;
const MOST_SEEN = 4;
/** `act_•••3390`, `•••-•••-7730`: most references, found masked without the checks below. */
const USUAL = /^(?:[a-z]{1,4}_)?(?:[•*]+[-_])*[•*]+[-_]?[A-Za-z0-9]{0,4}$/;
const DOMAIN = /[\p{L}\p{N}][\p{L}\p{N}-]*\.\p{L}{2,}/u;

/** Unchanged if its mask hides enough, else `•••` and its end. Idempotent. */
export function maskReference(reference: string): string {
  if (isMasked(reference)) return reference;
  const end = maskedEnd(reference.replace(/[•*]+/gu, ''));
  // Even the end may be a domain.
  return isMasked(end) ? end : MASK;
}

function isMasked(reference: string): boolean {
  if (USUAL.test(reference)) return true;
  const parts = reference.split(MASKS).map(visible);
  if (parts.length < 2) return false;
  const seen = parts.join(MASK);
  const between = parts.slice(1, -1);
  return (
    between.every((part) => count(part, LETTER_OR_DIGIT) <= MOST_SEEN) &&
    count(reference, DIGIT) <= MOST_SEEN &&
    parts.every(hidesRuns) &&
    !DOMAIN.test(seen) &&
    !seen.includes('@') &&
    maskDigits(reference) === reference &&
    maskText(reference) === reference
  );
}

/** The part as it looks: without invisible characters, compatibility forms replaced. */
function visible(part: string): string {
  return part.replace(UNSEEN_RUN, '').normalize('NFKC');
}

/** Hides longer runs that mix letters and digits: those are part of an id, not of a name. */
function hidesRuns(part: string): boolean {
  return (part.match(RUN) ?? []).every(
    (run) => [...run].length <= MOST_SEEN || [0, [...run].length].includes(count(run, DIGIT)),
  );
}

function count(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).length;
}
