/** Detects texts that certainly contain a credential, so that none is imported with a snapshot. */
import { CREDENTIAL_FORMS } from './credential-forms.ts';
import { readingsOf } from './plain-text.ts';

const KNOWN_FORM = new RegExp(`(?<![A-Za-z0-9])(?:${Object.values(CREDENTIAL_FORMS).join('|')})`);

/** Names that only credentials have. */
const NAMES = [
  '(?:access|refresh|auth(?:entication)?|bearer|session|csrf|xsrf|api|oauth2?|security|id|user|bot|app|sas|private|personal|service|deploy|verification|developer)[ _.-]?token',
  '(?:client|app|consumer|shared|api|webhook|user|oauth|signing)[ _.-]?secret',
  'secret[ _.-]?(?:access[ _.-]?)?(?:key|token)',
  '(?:api|private|access|account|signing|encryption|master|consumer|shared[ _.-]?access|storage|subscription|license|deploy)[ _.-]?key',
  'shared[ _.-]?access[ _.-]?signature|appsecret_proof',
  '(?<!1)pass(?:word|wd|phrase|code)|passwort|mot de passe|contrase[ñn]a|(?<![a-z])(?:pwd|kennwort|wachtwoord|senha)',
  'authorization|credentials?|(?:php|j)?sess(?:ion)?[_-]?id|connect\\.sid',
].join('|');
/** Names that other things have too: unless it is assigned, their value must be longer. */
const WEAK_NAMES =
  '(?<![a-z])(?:(?<!(?:page|next|sync|continuation|pagination|cursor)[ _-])token|secret|sig(?:nature)?)';
const LONG_NAMES = '(?<![a-z])(?:auth|pass|psk|key)';

const SCHEME = '(?:bearer|basic|token)[\\s+]{1,3}';
const QUOTE = '(?:\\\\{0,9}["\'`]|&(?:quot|apos|#0?3[49]);)';
const ASSIGN = `(?:${QUOTE}\\]?\\s{0,3}(?:=>|[:=]|value=)|\\]?\\s{0,3}(?:={1,3}>?|:=))\\s{0,3}(?:${QUOTE})?`;
const value = (least: number) => `([^\\s"'\`\\\\,;&<>)]{${least},200})`;

/** After `=`, or in JSON, there is always a value. */
const ASSIGNED = new RegExp(
  `(?:${NAMES}|${WEAK_NAMES})(?:${ASSIGN}(?:${SCHEME})?${value(6)}|\\s{0,3}:\\s{0,3}${QUOTE}([^\\s"'\`\\\\<>]{6,200}?)${QUOTE})|${LONG_NAMES}${ASSIGN}${value(20)}`,
  'giu',
);
/** `<a:AuthenticationToken i:nil="false">`, as in a SOAP request */
const IN_ELEMENT = new RegExp(
  `<(?:[a-z]{1,10}:)?(?:${NAMES}|${WEAK_NAMES})(?:\\s[^<>]{0,100})?>\\s{0,3}${value(6)}\\s{0,3}<`,
  'giu',
);
/** After a colon there may also be the rest of a sentence. */
const AFTER_COLON = new RegExp(
  `(?:${NAMES})\\s{0,3}:\\s{0,3}(${SCHEME})?${value(6)}|${WEAK_NAMES}\\s{0,3}:\\s{0,3}(${SCHEME})?${value(16)}`,
  'giu',
);
const BEARER = /(?<![a-z0-9])(?:bearer|basic)[\s:=]{1,5}([\w.~+/=|-]{16,200})/gi;
const OTHER_SCHEME =
  /authorization["']?\s{0,3}[:=]\s{0,3}["']?[a-z][\w-]{2,20}[\s+]{1,3}([\w.~+/=|-]{16,200})/gi;
const COOKIE = /cookie["']?\s{0,3}[:=]\s{0,3}["']?[\w.-]{1,60}=([^\s;"',]{16,200})/gi;
/** `https://user:password@host` */
const IN_ADDRESS = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@?#]{0,100}:([^\s/@]{1,200})@/gi;

/** Placeholders: `***`, `<token>`, `{{x}}`, `$X`, `%s`, `[REDACTED]`, `your_token`, `xxxx`. */
const PLACEHOLDERS = [
  /^[*•.…x_#-]+$|^x{4,}[a-z0-9]{0,6}$/i,
  /^(?:[<[{($%]|#\{|ENC[[(])|^(?:[:!][a-z_]+|@\w+@|__\w+__)$/i,
  /[*•…]{3}|\.{3}/,
  /^(?:your|my|the|some|dummy|sample|fake)[_-]/i,
  /redacted|masked|hidden|protected|removed|omitted|placeholder|example|filtered|_here$/i,
  /^(?:[A-Z]{1,30}_){1,4}(?:TOKEN|KEY|SECRET|PASSWORD)$|^(?:(?:process\.)?env|os\.environ|os\.getenv|secrets|vars?)\b/,
  /^(?:\/[a-z][a-z_.-]{1,40}){2,}$|^(?:[a-z][a-z0-9+.-]{1,15}:\/\/|arn:)[^=@]*$/i,
  /^\d{4}-\d\d-\d\d(?:$|T)/,
  /^(?:realm|error|scope|charset|authorization_uri)=|^(?:oauth|aws4-|hmac)[\w.-]*$/i,
  /^(?:null|none|undefined|true|false|empty|missing|invalid|expired|required|revoked|failed|denied|changeme|string|value|unknown|incorrect|wrong|disabled|enabled|mismatch|deleted)\W*$/i,
];

/** `TOKEN_EXPIRED`, `too_short`: what a platform says about a value. */
const WORD_OR_NUMBER = '(?:[a-z]{1,30}|[A-Z]{1,30}|\\d{1,4})';
const STATUS =
  'null|none|missing|invalid|expired?|expires|required|revoked|failed|denied|deleted|wrong|error|mismatch|not|too|grant';
const STATUS_CODE = new RegExp(
  `^(?=(?:[^_.-]{0,30}[_.-]){0,9}(?:${STATUS}|${STATUS.toUpperCase()})(?![a-zA-Z]))${WORD_OR_NUMBER}(?:[_.-]${WORD_OR_NUMBER}){1,9}\\W*$`,
);
const NAME_PART = '(?=[\\p{L}\\d])(?:\\p{Lu}?\\p{Ll}{0,30}|\\p{Lu}{2,30})(?:\\d{1,4}(?:x\\d{1,4}|\\p{L})?)?';
/** `Summer_Sale_2026`, `campaign_id/ad_id`: words, numbers and codes, as in names. */
const NAME = new RegExp(`^(?=.{0,100}\\p{L}{3})${NAME_PART}(?:[_./|:=-]${NAME_PART}){1,40}$`, 'u');

const WORD = /^[\p{L}'’-]+[.,:!?\]]*$/u;
const TURNS = /[a-z][A-Z]/g;
const DATE_OR_PAIR = /^\d{4}-\d\d-\d\d|^\d{1,6}\/\d{1,7}$/;
const QUOTED = /["'`;]\p{L}*$/u;
const LAST_WORD = /[\p{L}'’]+$/u;
/** No word of a sentence contains one of these. */
const LIKE_A_VALUE = /\d|[+/=_~$!#@%^*]/;

/** The length of the shortest text with a credential: `sig=123456`. */
const SHORTEST = 10;
/** Most texts of a large snapshot are instants, which can't contain a credential. */
const INSTANT = /^[0-9:.TZ+-]{1,35}$/;
/** A text needs a long run of token characters, a name with its value, or an address; otherwise it isn't searched. */
const WORTH_A_LOOK = /(?<![\w.~+/|-])[\w.~+/|-]{16}|[=:@>]|-----|\\n|[\r\n]/;

/** Characters searched at a time. No match is longer than the overlap, and no pattern runs on megabytes of text. */
const PIECE = 4_000;
const OVERLAP = 400;

/**
 * True if the text certainly contains a credential: a known form, a value after a credential's name, or a password in an
 * address. Encodings, compatibility forms, zero-width characters and line breaks don't hide it. Takes time linear in
 * the text's length.
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
  if (!/[:=>]/.test(text)) return false;
  return (
    some(text, ASSIGNED, (match) => {
      const [, short, quoted, long] = match;
      if (long !== undefined) return isNoName(long);
      return isValue(short ?? quoted) && !(QUOTED.test(match[0]) && startsSentence(match));
    }) ||
    some(text, AFTER_COLON, (match) => {
      const [, scheme, short, weakScheme, long] = match;
      const found = short ?? long ?? '';
      if (!isValue(found)) return false;
      if (scheme !== undefined || weakScheme !== undefined) return !startsSentence(match);
      return isNoSentence(found) && (short !== undefined || !NAME.test(found));
    }) ||
    some(text, IN_ELEMENT, ([, found]) => isValue(found)) ||
    some(text, COOKIE, ([, found]) => isNoName(found)) ||
    some(text, OTHER_SCHEME, ([, found = '']) => isNoName(found) && LIKE_A_VALUE.test(found))
  );
}

function holdsBearer(text: string): boolean {
  return some(
    text,
    BEARER,
    ([, found = '']) => isNoName(found) && (found.length >= 20 || LIKE_A_VALUE.test(found)),
  );
}

function holdsPassword(text: string): boolean {
  return text.includes('@') && some(text, IN_ADDRESS, ([, password]) => isValue(password));
}

function some(text: string, pattern: RegExp, holds: (match: RegExpExecArray) => boolean): boolean {
  for (const match of text.matchAll(pattern)) if (holds(match)) return true;
  return false;
}

/** As in `Authorization: Basic authentication required`, or `"password": "cannot be blank"`. */
function startsSentence({ 0: found, index, input }: RegExpExecArray): boolean {
  const end = index + found.length;
  const [word = ''] = LAST_WORD.exec(found) ?? [];
  return word.length >= 3 && /^\s\p{L}/u.test(input.slice(end, end + 2));
}

function isValue(found = ''): boolean {
  return (
    found !== '' && !PLACEHOLDERS.some((placeholder) => placeholder.test(found)) && !STATUS_CODE.test(found)
  );
}

function isNoName(found = ''): boolean {
  return isValue(found) && !NAME.test(found);
}

/** Excludes sentences such as `access_token: Invalid access token`, and `token: 190/463`. */
function isNoSentence(found: string): boolean {
  if (WORD.test(found)) return (found.match(TURNS) ?? []).length >= 3;
  return LIKE_A_VALUE.test(found) && !DATE_OR_PAIR.test(found);
}
