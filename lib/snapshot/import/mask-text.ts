/** Masks e-mail addresses, IBANs, phone and account numbers in names and messages. */
import { maskTokens, outsideIds } from './tokens.ts';

export const MASK = '•••';

/** Invisible characters are ignored, both in a reference and between two digits. */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\p{M}]`;
export const UNSEEN_RUN = new RegExp(`${UNSEEN}+`, 'gu');
const DIGIT = String.raw`[\p{Nd}\p{No}]`;
const ANY_DIGIT = new RegExp(DIGIT, 'gu');
const LONG_NUMBER = new RegExp(`${DIGIT}(?:${UNSEEN}*${DIGIT}){9,}`, 'gu');

/** Written plainly, or encoded as in an address or JSON. */
const AT = String.raw`(?:[@＠﹫]|%(?:25)?40|\\u0040)`;
/** Few texts have one, and searching all of them for an e-mail address would be slow. */
const ANY_AT = new RegExp(AT, 'iu');
const LABEL = String.raw`[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}-]{1,63}`;
const EMAIL = new RegExp(
  `(?:[\\p{L}\\p{N}._+-]|%(?!(?:25)?40)){1,64}${UNSEEN}{0,3}${AT}${LABEL}(?:[.．。｡]${LABEL}){1,4}`,
  'giu',
);
const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[\p{Zs}\p{Cf}-]?[A-Z0-9]{4}){2,7}(?:[\p{Zs}\p{Cf}-]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu;

/** `?act=…`, `/act_…/`, `/accounts/…`: the number in a URL that identifies an account, or a person by their phone. */
const ACCOUNT_IN_ADDRESS =
  /((?:[?&#/]|%(?:2f|3f|26))[a-z_]{0,20}(?:account|advertiser|customer|act|aadvid|phone|tel|mobile)(?:_?ids?|s)?(?:[=/_]|%(?:3d|2f))(?:act_)?(?:\+|%2b)?)(\p{Nd}{10,})/giu;

const DASH = String.raw`[\p{Pd}−]`;
const SEPARATOR = String.raw`[\p{Zs}.․·・\p{Ps}\p{Pe}\p{Pd}−]`;
/** `030/1234567` */
const SLASHED = /(?<![\p{L}\p{N}/.,:])\(?0\d{1,4}\)? ?\/ ?\d(?:[ .-]?\d){4,12}(?![\p{L}\p{N}/])/gu;
/** Digits separated by spaces, dots, dashes or brackets, optionally preceded by a +. */
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{N}]${UNSEEN}{0,3}|${DIGIT}[:.])(?:[+＋] ?|\\(\\+?)?${DIGIT}(?:(?:${SEPARATOR}|${UNSEEN}){0,3}${DIGIT}){8,}(?![\\p{L}\\p{N}]|:${DIGIT})`,
  'gu',
);

/** Masks all of these in a text. Idempotent. */
export function maskText(text: string): string {
  const masked = maskPersonal(maskTokens(text));
  // What a mask leaves may go on in what stands behind it.
  return masked === text ? text : maskText(masked);
}

/** An e-mail address has an @, and no number with fewer than nine digits is masked. */
const MAY_BE_PERSONAL = new RegExp(`${AT}|(?:\\p{N}\\P{N}*){9}`, 'iu');

function maskPersonal(text: string): string {
  if (!MAY_BE_PERSONAL.test(text)) return text;
  const withoutAddresses = (ANY_AT.test(text) ? text.replace(EMAIL, `${MASK}@${MASK}`) : text).replace(
    ACCOUNT_IN_ADDRESS,
    (_, before: string, number: string) => before + maskedEnd(number),
  );
  if (!/\p{N}/u.test(withoutAddresses)) return withoutAddresses;
  return outsideIds(withoutAddresses, (part) =>
    part
      .replace(IBAN, (iban) => (digitsIn(iban) >= 10 ? maskedEnd(iban.replace(/[^A-Z0-9]/g, '')) : iban))
      .replace(SLASHED, (number) => (digitsIn(number) >= 9 ? maskedEnd(number.replace(/\D/g, '')) : number))
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
const DATES = new RegExp(
  `^\\(?${DATE}(?:[ -]{1,3}\\d{1,6})?(?:(?: |[()]|${DASH}){1,3}${DATE}(?: \\d{1,2})?)?\\)?$`,
  'u',
);
/** `2024 2025 2026`, `2026-11 – 2026-12` */
const YEARS = new RegExp(
  `^\\(?${YEAR}(?:[-. ]${MONTH})?(?:(?: |${DASH}){1,3}${YEAR}(?:[-. ]${MONTH})?){1,5}\\)?$`,
  'u',
);
/** `124.0.6367.118`, or an IP address. A number made of pairs of digits is a phone number. */
const VERSION = /^\d{1,5}(?:\.\d{1,6}){3}$/;
const PAIRS = /^\d\d(?:\.\d\d)+$/;
/** Grouped thousands; they count as an amount next to a unit or currency, or with cents. */
const AMOUNT = '[1-9]\\d{0,2}(?:[ .\\u00a0\\u2009\\u202f]\\d{3})+';
const THOUSANDS = new RegExp(`^\\(?${AMOUNT}(?: ?${DASH} ?${AMOUNT})?\\)?$`, 'u');
const CURRENCY = '[$€£¥₹]|\\b(?:EUR|USD|GBP|CHF|JPY|PLN|SEK|NOK|DKK|CAD|AUD|BRL|INR|TRY)\\b';
const UNIT =
  '\\b(?:rows?|records?|impressions?|clicks?|views?|conversions?|users?|sessions?|orders?|events?|lines?|bytes|ms|lignes?|clics?|Zeilen?|Klicks?|Impressionen|filas?|impresiones|righe|impressioni|linhas?|rijen)\\b';
const UNIT_BEFORE = new RegExp(`(?:${CURRENCY}|${UNIT}:?)\\s{0,2}$`, 'i');
const UNIT_AFTER = new RegExp(
  `^(?:[.,]\\d{1,2}(?!\\d))?\\s{0,2}(?:%|${CURRENCY}|${UNIT})|^,\\d{1,2}(?!\\d)`,
  'i',
);

/** Dates, times, versions and amounts are not masked. */
function isPlainNumber(group: string, text: string, at: number): boolean {
  const bare = group.trim();
  // Fewer than ten digits without a separator.
  if (UNBROKEN.test(bare)) return true;
  if (DATES.test(bare) || YEARS.test(bare)) return true;
  if (VERSION.test(bare) && !PAIRS.test(bare)) return true;
  // The seconds of a time, or a number with decimals.
  if (/^\d{1,9}\.\d+$/.test(bare)) return true;
  const behind = text.slice(at + group.length, at + group.length + 20);
  const before = text.slice(Math.max(0, at - 16), at);
  return THOUSANDS.test(bare) && (UNIT_BEFORE.test(before) || UNIT_AFTER.test(behind));
}
