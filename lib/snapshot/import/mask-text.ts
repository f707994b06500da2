/** Names and messages without what tells a person or an account: e-mail addresses, IBANs, phone and account numbers. */
import { maskTokens, outsideIds } from './tokens.ts';

export const MASK = '•••';

/** What nobody sees does not count: neither as part of a reference nor between two digits. */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\p{M}]`;
const UNSEEN_RUN = new RegExp(`${UNSEEN}+`, 'gu');
const DIGIT = String.raw`[\p{Nd}\p{No}]`;
const ANY_DIGIT = new RegExp(DIGIT, 'gu');
const LONG_NUMBER = new RegExp(`${DIGIT}(?:${UNSEEN}*${DIGIT}){9,}`, 'gu');

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu;

const SEPARATOR = String.raw`[ \u00a0\u2009\u202f.()[\]\-‐‑–]`;
/** Digits split by blanks, dots, dashes or brackets, perhaps with a + in front. */
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{N}:,/.])(?:\\+ ?|\\(\\+?)?${DIGIT}(?:${SEPARATOR}{0,3}${DIGIT}){8,40}(?![\\p{L}\\p{N}]|[:,/]${DIGIT})`,
  'gu',
);

/** The text with each of them masked. Masking twice is masking once. */
export function maskText(text: string): string {
  return maskPersonal(maskTokens(text));
}

/** Neither has an address without its sign, nor a number that is masked fewer than nine digits. */
const MAY_BE_PERSONAL = /@|(?:\p{N}\P{N}*){9}/u;

function maskPersonal(text: string): string {
  if (!MAY_BE_PERSONAL.test(text)) return text;
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
/** One or two dates, each with the hours that a colon may follow. */
const DATES = new RegExp(`^\\(?${DATE}(?:[ -]{1,3}\\d{1,6})?(?:[ )(–-]{1,3}${DATE}(?: \\d{1,2})?)?\\)?$`);
/** `124.0.6367.118`, an address of the internet too; a phone number has its pairs of digits. */
const VERSION = /^\d{1,5}(?:\.\d{1,6}){3}$/;
const PAIRS = /^\d\d(?:\.\d\d)+$/;
/** Thousands, with a unit or a currency beside them or cents behind them. */
const THOUSANDS = /^\(?[1-9]\d{0,2}(?:[ .\u00a0\u2009\u202f]\d{3})+\)?$/;
const UNIT_BEFORE = /(?:[$€£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY|PLN|SEK|NOK|DKK|CAD|AUD|BRL|INR|TRY))\s{0,2}$/;
const UNIT_AFTER =
  /^(?:[.,]\d{1,2}(?!\d))?\s{0,2}(?:[$€£¥₹%]|(?:EUR|USD|GBP|CHF|JPY|PLN|SEK|NOK|DKK|CAD|AUD|BRL|INR|TRY|rows?|records?|impressions?|clicks?|views?|conversions?|users?|sessions?|orders?|events?|lines?|bytes|ms)\b)|^,\d{1,2}(?!\d)/i;

/** Dates, times, versions and amounts stay. */
function isPlainNumber(group: string, text: string, at: number): boolean {
  const bare = group.trim();
  // A shorter number in one piece.
  if (UNBROKEN.test(bare)) return true;
  if (DATES.test(bare)) return true;
  if (VERSION.test(bare) && !PAIRS.test(bare)) return true;
  // The seconds of a time, or a number with decimals only.
  if (/^\d{1,9}\.\d+$/.test(bare)) return true;
  const behind = text.slice(at + group.length, at + group.length + 20);
  const before = text.slice(Math.max(0, at - 8), at);
  return THOUSANDS.test(bare) && (UNIT_BEFORE.test(before) || UNIT_AFTER.test(behind));
}
