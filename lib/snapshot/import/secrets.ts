/** No credential may come in with a snapshot: this says whether a text surely holds one. */
import { CREDENTIAL_FORMS } from './credential-forms.ts';
import { readingsOf } from './plain-text.ts';

const KNOWN_FORM = new RegExp(`(?<![A-Za-z0-9])(?:${Object.values(CREDENTIAL_FORMS).join('|')})`);

/** What nothing but a credential is called. */
const NAMES = [
  '(?:access|refresh|auth|bearer|session|csrf|xsrf|api|oauth2?|security|id|user|bot|app|sas|private|personal|service|deploy|verification|developer)[ _.-]?token',
  '(?:client|app|consumer|shared|api|webhook|user|oauth|signing)[ _.-]?secret',
  'secret[ _.-]?(?:access[ _.-]?)?(?:key|token)',
  '(?:api|private|access|account|signing|encryption|master|consumer|shared[ _.-]?access|storage|subscription|license|deploy)[ _.-]?key',
  'shared[ _.-]?access[ _.-]?signature|appsecret_proof',
  'pass(?:word|wd|phrase|code)|passwort|mot de passe|contraseña|(?<![a-z])pwd',
  'authorization|credentials?|set-cookie|(?<![a-z])cookie|(?:php|j)?sess(?:ion)?[_-]?id|connect\\.sid',
].join('|');
/** Names that other things have as well: their value must be longer where it is not assigned. */
const WEAK_NAMES = '(?<![a-z])(?:token|secret|sig(?:nature)?)';
const LONG_NAMES = '(?<![a-z])(?:auth|pass|psk|key)';

const SCHEME = '(?:bearer|basic|token)\\s{1,3}';
const QUOTE = '\\\\{0,3}["\'`]';
const ASSIGN = `(?:${QUOTE}\\]?\\s{0,3}(?:=>|[:=])|\\]?\\s{0,3}(?:={1,3}>?|:=))\\s{0,3}(?:${QUOTE})?`;
const value = (least: number) => `([^\\s"'\`\\\\,;&<>)]{${least},200})`;

/** Assigned with `=`, or as in JSON, a value is meant. */
const ASSIGNED = new RegExp(
  `(?:${NAMES}|${WEAK_NAMES})${ASSIGN}(?:${SCHEME})?${value(6)}|${LONG_NAMES}${ASSIGN}${value(20)}`,
  'giu',
);
/** Behind a colon it may also be a sentence that goes on. */
const AFTER_COLON = new RegExp(
  `(?:${NAMES})\\s{0,3}:\\s{0,3}(${SCHEME})?${value(6)}|${WEAK_NAMES}\\s{0,3}:\\s{0,3}(${SCHEME})?${value(16)}`,
  'giu',
);
const BEARER = /(?<![a-z0-9])(?:bearer|basic)[\s:=]{1,5}([\w.~+/=|-]{16,200})/gi;
/** `https://user:password@host` */
const IN_ADDRESS = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@?#]{0,100}:([^\s/@]{1,200})@/gi;

/** What stands for a value: `***`, `<token>`, `{{x}}`, `$X`, `%s`, `[REDACTED]`, `your_token`, `xxxx`. */
const PLACEHOLDERS = [
  /^[*•.…x_#-]+$/i,
  /^[<[{($%]/,
  /[*•…]{3}|\.{3}/,
  /^(?:your|my|the|some)[_-]/i,
  /redacted|masked|hidden|removed|omitted|placeholder|example|filtered|_here$/i,
  /^(?:null|none|undefined|true|false|empty|missing|invalid|expired|required|revoked|failed|denied|changeme|string|value|unknown|incorrect|wrong|disabled|enabled)\W*$/i,
];

const WORD = /^[\p{L}'’-]+[.,:!?\]]*$/u;
const TURNS = /[a-z][A-Z]/g;
const DATE_OR_PAIR = /^\d{4}-\d\d-\d\d|^\d{1,6}\/\d{1,7}$/;
/** No sentence has a word like it. */
const LIKE_A_VALUE = /\d|[+/=_~$!#@%^*]/;

/** The shortest text with a credential: `sig=123456`. */
const SHORTEST = 10;
/** Most texts of a large snapshot; none of them can hold a credential. */
const INSTANT = /^[0-9:.TZ+-]{1,35}$/;
/** Without a long run of token characters, a name with its value or an address there is nothing to look for. */
const WORTH_A_LOOK = /(?<![\w.~+/|-])[\w.~+/|-]{16}|[=:@]|-----|\\n|[\r\n]/;

/** Characters searched at a time: no pattern needs more than the overlap, and none is tried on a text of megabytes. */
const PIECE = 4_000;
const OVERLAP = 400;

/**
 * True if the text holds what is surely a credential: a known form, a value behind a credential's name, or a password in
 * an address. Encodings, compatibility forms, zero-width characters and line breaks do not hide it. Time grows with the
 * length only.
 */
export function looksLikeSecret(text: string): boolean {
  if (text.length < SHORTEST || INSTANT.test(text)) return false;
  return readingsOf(text).some((reading) => {
    for (let start = 0; start < reading.length; start += PIECE) {
      if (holdsSecret(reading.slice(start, start + PIECE + OVERLAP))) return true;
    }
    return false;
  });
}

function holdsSecret(text: string): boolean {
  if (!WORTH_A_LOOK.test(text)) return false;
  return KNOWN_FORM.test(text) || holdsNamedValue(text) || holdsBearer(text) || holdsPassword(text);
}

function holdsNamedValue(text: string): boolean {
  if (!/[:=]/.test(text)) return false;
  return (
    some(text, ASSIGNED, ([, short, long]) => isValue(short ?? long)) ||
    some(text, AFTER_COLON, ([, scheme, short, weakScheme, long]) => {
      const found = short ?? long ?? '';
      return isValue(found) && (scheme !== undefined || weakScheme !== undefined || isNoSentence(found));
    })
  );
}

function holdsBearer(text: string): boolean {
  return some(
    text,
    BEARER,
    ([, found = '']) => isValue(found) && (found.length >= 20 || LIKE_A_VALUE.test(found)),
  );
}

function holdsPassword(text: string): boolean {
  return text.includes('@') && some(text, IN_ADDRESS, ([, password]) => isValue(password));
}

function some(text: string, pattern: RegExp, holds: (match: RegExpExecArray) => boolean): boolean {
  for (const match of text.matchAll(pattern)) if (holds(match)) return true;
  return false;
}

function isValue(found = ''): boolean {
  return found !== '' && !PLACEHOLDERS.some((placeholder) => placeholder.test(found));
}

/** Not as in `access_token: Invalid access token`, or `token: 190/463`. */
function isNoSentence(found: string): boolean {
  if (WORD.test(found)) return (found.match(TURNS) ?? []).length >= 3;
  return LIKE_A_VALUE.test(found) && !DATE_OR_PAIR.test(found);
}
