/** Masks e-mail addresses, IBANs, phone and account numbers in names and messages. */
import { maskTokens, outsideIds } from './tokens.ts';

export const MASK = '•••';

/** Invisible characters are ignored, both in a reference and between two digits. */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\p{M}]`;
const UNSEEN_RUN = new RegExp(`${UNSEEN}+`, 'gu');
const DIGIT = String.raw`[\p{Nd}\p{No}]`;
const ANY_DIGIT = new RegExp(DIGIT, 'gu');
const LONG_NUMBER = new RegExp(`${DIGIT}(?:${UNSEEN}*${DIGIT}){9,}`, 'gu');

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu;

const SEPARATOR = String.raw`[ \u00a0\u2009\u202f.()[\]\-‐‑–]`;
/** Digits separated by spaces, dots, dashes or brackets, optionally preceded by a +. */
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{N}:,/.])(?:\\+ ?|\\(\\+?)?${DIGIT}(?:${SEPARATOR}{0,3}${DIGIT}){8,40}(?![\\p{L}\\p{N}]|[:,/]${DIGIT})`,
  'gu',
);

/** Masks all of these in a text. Idempotent. */
export function maskText(text: string): string {
  return maskPersonal(maskTokens(text));
}

function maskPersonal(text: string): string {
  if (!/[\p{N}@]/u.test(text)) return text;
  const withoutAddresses = text.replace(EMAIL, `${MASK}@${MASK}`);
  return outsideIds(withoutAddresses, (part) =>
    part
      .replace(IBAN, (iban) => (digitsIn(iban) >= 10 ? maskedEnd(iban.replace(/[ -]/g, '')) : iban))
      .replace(GROUPED, (group, at: number) =>
        isPlainNumber(group, part, at) ? group : maskedEnd(group.replace(/[^\p{N}]/gu, '')),
      )
      .replace(LONG_NUMBER, maskedEnd),
  );
}

/** Replaces every run of ten or more digits, in any script, by `•••` and its last four. */
export function maskDigits(text: string): string {
  return text.replace(LONG_NUMBER, maskedEnd);
}

/** `•••` and at most the last four characters, never more than half of them. */
export function maskedEnd(text: string): string {
  const characters = [...text.replace(UNSEEN_RUN, '')];
  const kept = Math.min(4, Math.floor(characters.length / 2));
  return MASK + characters.slice(characters.length - kept).join('');
}

function digitsIn(text: string): number {
  return (text.match(ANY_DIGIT) ?? []).length;
}

const UNBROKEN = new RegExp(`^${DIGIT}{1,9}$`, 'u');
const YEAR = '(?:19|20)\\d\\d';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const DATE = `(?:${YEAR}[-. ]${MONTH}[-. ]${DAY}|${DAY}[-. ]${MONTH}[-. ]${YEAR}|${MONTH}[-. ]${DAY}[-. ]${YEAR}|${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))`;
/** One or two dates; each may be followed by hours, whose minutes come after a colon. */
const DATES = new RegExp(`^\\(?${DATE}(?:[ -]{1,3}\\d{1,6})?(?:[ )(–-]{1,3}${DATE}(?: \\d{1,2})?)?\\)?$`);
/** `124.0.6367.118`, or an IP address. A number made of pairs of digits is a phone number. */
const VERSION = /^\d{1,5}(?:\.\d{1,6}){3}$/;
const PAIRS = /^\d\d(?:\.\d\d)+$/;
/** Grouped thousands; they count as an amount next to a unit or currency, or with cents. */
const THOUSANDS = /^\(?[1-9]\d{0,2}(?:[ .\u00a0\u2009\u202f]\d{3})+\)?$/;
const UNIT_BEFORE = /(?:[$€£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY|PLN|SEK|NOK|DKK|CAD|AUD|BRL|INR|TRY))\s{0,2}$/;
const UNIT_AFTER =
  /^(?:[.,]\d{1,2}(?!\d))?\s{0,2}(?:[$€£¥₹%]|(?:EUR|USD|GBP|CHF|JPY|PLN|SEK|NOK|DKK|CAD|AUD|BRL|INR|TRY|rows?|records?|impressions?|clicks?|views?|conversions?|users?|sessions?|orders?|events?|lines?|bytes|ms)\b)|^,\d{1,2}(?!\d)/i;

/** Dates, times, versions and amounts are not masked. */
function isPlainNumber(group: string, text: string, at: number): boolean {
  const bare = group.trim();
  // Fewer than ten digits without a separator.
  if (UNBROKEN.test(bare)) return true;
  if (DATES.test(bare)) return true;
  if (VERSION.test(bare) && !PAIRS.test(bare)) return true;
  // The seconds of a time, or a number with decimals.
  if (/^\d{1,9}\.\d+$/.test(bare)) return true;
  const behind = text.slice(at + group.length, at + group.length + 20);
  const before = text.slice(Math.max(0, at - 8), at);
  return THOUSANDS.test(bare) && (UNIT_BEFORE.test(before) || UNIT_AFTER.test(behind));
}
