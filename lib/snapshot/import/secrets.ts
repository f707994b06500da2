/** No credential may come in with a snapshot: this says whether a text looks as if it held one. */

/** Exact counts and guarded starts: however long a text is, each of its characters is tried a few dozen times at most. */
const IN_ANY_CASE =
  /(?<![a-z0-9])bearer(?:\s|:|=|%20){1,5}[\w.~+/=-]{20}|(?<![a-z0-9])shp[a-z]{2}_[a-z0-9]{20}|-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|(?<![0-9a-f])[0-9a-f]{32}/i;

/**
 * What platforms start their credentials with, where no word goes on before it (`SLOVAKIA…`, `HeyJude…`).
 * An AWS key id has 16 characters more and no more; `ASIA` begins names as well, so its alphabet (no 0, 1, 8, 9) counts.
 */
const IN_THIS_CASE =
  /(?<![A-Za-z0-9])(?:eyJ[\w.-]{20}|EAA[A-Za-z0-9]{20}|ya29\.[\w-]{20}|AIza[\w-]{20}|AKIA[A-Z0-9]{16}|ASIA(?=[A-Z]{0,15}[2-7])[A-Z2-7]{16}(?![A-Za-z0-9])|gh[opsu]_[A-Za-z0-9]{20}|github_pat_\w{20}|xox[abeprs]-[\w-]{20}|[rs]k_(?:live|test)_[A-Za-z0-9]{20}|GOCSPX-[\w-]{20})/;

/** The shortest of them is an AWS key id. */
const SHORTEST = 20;
/** Most texts of a large snapshot. Nothing so short and without other letters can be a credential. */
const INSTANT = /^[0-9:.TZ+-]{1,31}$/;
const BEYOND_ASCII = /[^\0-\x7f]/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{M}]/gu;

/**
 * True if the text holds what looks like a bearer token, a JWT, a platform's token or key, a private key, 32 hex
 * digits in a row, or 36 characters of base64 with upper case, lower case and digits well mixed.
 * Zero-width characters and compatibility forms do not hide it. UUIDs, dates, addresses and names are none,
 * but a click id (`gclid`, `msclkid`) is: nothing tells it from a token. Time grows with the length only.
 */
export function looksLikeSecret(text: string): boolean {
  if (INSTANT.test(text)) return false;
  const plain = BEYOND_ASCII.test(text) ? withoutDisguise(text) : text;
  for (let start = 0; start + SHORTEST <= plain.length; start += PIECE) {
    const piece = plain.slice(start, start + PIECE + OVERLAP);
    if (IN_ANY_CASE.test(piece) || IN_THIS_CASE.test(piece) || holdsWellMixedRun(piece)) return true;
  }
  return false;
}

/** Characters searched at a time: a run of millions would overflow a pattern's stack. No pattern needs more than the overlap. */
const PIECE = 4000;
const OVERLAP = 100;

/** Marks go first: normalising takes the square of the number of marks in a row. */
function withoutDisguise(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC');
}

const WINDOW = 36;
const BASE64_RUN = /[A-Za-z0-9+/_-]{36,}/g;
/** With a vowel where words have one: what is left then is dense in random characters and thin in names. */
const WORD_OR_NUMBER = /(?=[A-Za-z]{0,3}[aeiouy])(?:[A-Z][a-z]{3,}|[a-z]{4,})|[A-Z][aeiouy][a-z]|[0-9]{4,}/g;

/**
 * How often upper case, lower case and digits take turns in 36 characters, words and numbers left out; each separator
 * above two takes off three, because names made of codes (`9x16_15s_HookA_V3_Q4FY27`) have many and base64 has one.
 * Of random base64 below 2 % scores less than 8 (of 44 characters 0.5 %); of 150,000 names full of codes none scored more than 7.
 */
const WELL_MIXED = 8;

function holdsWellMixedRun(text: string): boolean {
  return (text.match(BASE64_RUN) ?? []).some(isWellMixed);
}

function isWellMixed(run: string): boolean {
  if (!(/[A-Z]/.test(run) && /[a-z]/.test(run) && /[0-9]/.test(run))) return false;
  const kinds = Array.from(
    run.replace(WORD_OR_NUMBER, (word) => ' '.repeat(word.length)),
    kindOf,
  );
  let turns = 0;
  let separators = 0;
  const count = (index: number, step: 1 | -1) => {
    if (kinds[index] === 'separator') separators += step;
    if (isTurn(kinds[index - 1], kinds[index])) turns += step;
  };
  for (let end = 0; end < kinds.length; end++) {
    count(end, 1);
    if (end >= WINDOW) count(end - WINDOW, -1);
    if (end + 1 >= WINDOW && turns - 3 * Math.max(0, separators - 2) >= WELL_MIXED) return true;
  }
  return false;
}

type Kind = 'upper' | 'lower' | 'digit' | 'separator' | 'word';

function isTurn(before: Kind | undefined, here: Kind | undefined): boolean {
  return before !== here && isLetterOrDigit(before) && isLetterOrDigit(here);
}

function isLetterOrDigit(kind: Kind | undefined): boolean {
  return kind === 'upper' || kind === 'lower' || kind === 'digit';
}

function kindOf(char: string): Kind {
  if (char === ' ') return 'word';
  if (char >= 'a' && char <= 'z') return 'lower';
  if (char >= 'A' && char <= 'Z') return 'upper';
  return char >= '0' && char <= '9' ? 'digit' : 'separator';
}
