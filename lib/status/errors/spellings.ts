/**
 * Reads an error code in any of the forms that connectors use: `HTTP 401`, `(#80000)`, `190/463`,
 * `StatusCode.UNAUTHENTICATED`, `{"code":40105}`. Only the start of the text is read, so the work is bounded. A text in
 * no known form has no code: neither prose nor the middle of a number is searched for one.
 */

/** In characters: a JSON body names its code early, and every other form starts with it. */
const LONGEST = 1_000;

const NUMBER = String.raw`(-?(?:0|[1-9]\d{0,9}))`;
/** The number ends here: nothing follows that could be the rest of it, or its unit. */
const END = String.raw`(?![\w/%]|[-.,:]\d)`;
/** The text ends here, or a separator sets its code apart from the explanation. */
const APART = String.raw`[)\]]*\s*(?:$|[:;|–—](?!\d)|-\s)`;
const CODE_LABEL = String.raw`[([]*(?:(?:api|error|err|return|result|service)[\s_.-]*)*code["']?[\s_:=#(["']*`;
const SUBCODE_LABEL = String.raw`[\s,;&()[\]]*(?:error[ _]?)?sub[ _-]?code["']?[\s:=#]*`;
const STATUS_LABEL = String.raw`[([]*(?:request failed with |server returned )?(?:https?(?:\/\d(?:\.\d)?)?|status|response|googleapi:)(?:[\s_-]*(?:error|status|response|code))*["']?[\s_:=#([-]*`;
const REASON =
  '(?:client error|server error|bad request|bad gateway|unauthorized|payment required|forbidden|not found|not acceptable|not implemented|method not allowed|request timeout|conflict|gone|payload too|unprocessable|locked|too many requests|internal server|service unavailable|service temporarily|gateway time)';
/** Things that a number at the start of a sentence may count. A code precedes the failure: `40105 Access token is incorrect`. */
const COUNTED =
  '(?:Accounts|Ads|Campaigns|Days|Errors|Hours|Items|Minutes|Objects|Pages|Records|Reports|Requests|Rows|Seconds|Streams)';

interface Form {
  pattern: RegExp;
  /** The codes in the pattern's groups, most likely first. */
  codes(groups: string[]): string[];
}

const alone = (groups: string[]) => groups;
/** The pair first, then the code alone. */
const pair = (groups: string[]) => [groups.join('/'), ...groups.slice(0, 1)];
/** `QuotaError.RESOURCE_EXHAUSTED` is a code itself, or its last part is. */
const dotted = (groups: string[]) => groups.flatMap((word) => [word, word.slice(word.lastIndexOf('.') + 1)]);

function form(pattern: string, codes: Form['codes'], flags = ''): Form {
  return { pattern: new RegExp(pattern, flags), codes };
}

/** The platform's own code says more than the HTTP status before it. */
const behindStatus = ([status = '', rest = '']: string[]) => [...readHead(rest), status];

/** The first match counts; tests/lib/status/errors/spellings.test.ts has examples of each. */
const FORMS: readonly Form[] = [
  // HTTP 400: code 190 · 400 Bad Request (#190) · HTTP 400: invalid_grant
  form(
    `^(?:${STATUS_LABEL}|\\(?)([45]\\d\\d)\\)?(?:[\\s:]*${REASON}[a-z ]*)?[\\s:,;|/–—-]+((?:\\w*exception[\\s:]*)?(?:\\(?#|${CODE_LABEL}\\d|[a-z]+_[a-z_]+$).*)`,
    behindStatus,
    'is',
  ),
  // code 190, subcode 463
  form(`^${CODE_LABEL}${NUMBER}${SUBCODE_LABEL}(\\d{1,10})${END}`, pair, 'i'),
  // code: 190/463
  form(`^${CODE_LABEL}${NUMBER}(?:/|:(?=\\d{3}))(\\d{2,10})${END}`, pair, 'i'),
  // HTTP/1.1 429 · status=503. A status below 400 is not an error.
  form(`^${STATUS_LABEL}([45]\\d\\d)${END}`, alone, 'i'),
  // error_code: 40105
  form(`^${CODE_LABEL}${NUMBER}${END}`, alone, 'i'),
  // 190/463 · 190:463, but not a time of day
  form(`^[([#]*${NUMBER}\\s*(?:/|:(?=\\s*\\d{3}))\\s*(\\d{2,10})${END}${APART}`, pair),
  // 190 (463)
  form(`^${NUMBER}\\s*\\(\\s*(\\d{2,10})\\s*\\)`, pair),
  // 190, subcode 463 · (#190) subcode=463
  form(`^[([#]*${NUMBER}${SUBCODE_LABEL}(\\d{1,10})${END}`, pair, 'i'),
  // (#17) User request limit reached
  form(`^\\(#${NUMBER}\\)`, alone),
  // [40105] Access token is incorrect
  form('^\\[(\\d{3,10})\\]', alone),
  // (40105)
  form(`^[([]\\s*${NUMBER}\\s*[)\\]]$`, alone),
  // #17
  form(`^#\\s*${NUMBER}${END}${APART}`, alone),
  // 401 Client Error: Unauthorized for url · 401 (Unauthorized) · (401) Reason: Unauthorized
  form(`^\\(?([45]\\d\\d)\\)?\\s*(?:reason:\\s*)?\\(?${REASON}`, alone, 'i'),
  // Too Many Requests (429)
  form(`^${REASON}[\\s:]+\\(?([45]\\d\\d)\\)?$`, alone, 'i'),
  // 503 UNAVAILABLE · 429 RESOURCE_EXHAUSTED: …
  form('^([45]\\d\\d)\\s+([A-Z]{3,}(?:_[A-Z]+)*)\\b', (groups) => groups.toReversed()),
  // 7 PERMISSION_DENIED: …, as gRPC for Node writes it
  form('^\\d{1,2} ([A-Z]{3,}(?:_[A-Z]+)*)(?::|$)', alone),
  // 40105: Access token is incorrect
  form(`^${NUMBER}${END}${APART}`, alone),
  // 40105 Access token is incorrect. Google's 403 may mean a quota or a permission.
  form(`^(?!403 .*(?:[Qq]uota|[Ll]imit))([1-9]\\d{2,9})\\s+(?!${COUNTED}\\b)(?=[A-Z][a-z])`, alone, 's'),
  // OAuthException/190
  form(`^([A-Za-z]\\w*)\\s*/\\s*${NUMBER}${END}${APART}`, (groups) => groups.toReversed()),
  // StatusCode.UNAUTHENTICATED, anywhere in the text
  form('\\bStatusCode\\.([A-Z_]+)', alone),
  // 'GET' request to 'https://…' failed with status code '401', anywhere in the text
  form(`\\bstatus code:? ?["'(]?([45]\\d\\d)${END}`, alone, 'i'),
  // rpc error: code = Unavailable desc = …
  form('^rpc error: code = (\\w+)', alone),
  // connect ETIMEDOUT 192.0.2.1:443
  form('^(?:connect|getaddrinfo|read|write) (E[A-Z_]{3,})\\b', alone),
  // ReadTimeout: … A capital or an underscore: not a word of prose.
  form(`^(?=\\S*[A-Z_])([A-Za-z][\\w.]*)(?:${APART}|\\s*\\()`, dotted),
  // invalid_grant Token has been expired or revoked
  form('^([A-Za-z]+(?:_[A-Za-z]+)+)(?![\\w.])', alone),
  // [UNAUTHENTICATED]
  form('^[([]([A-Za-z][\\w.]+)[)\\]]$', dotted),
  // Too Many Requests · invalid-grant · aadsts70008, as the whole text
  form('^([A-Za-z]+(?:(?:[ _.-][A-Za-z]+){0,4}|\\d+))$', alone),
];

/**
 * An exception's class, or a label, before a code: `OAuthException: 190`, `error: invalid_grant`. A number after
 * `errno` is the operating system's, not the platform's.
 */
const PREFIX =
  /^(?:\[errno -?\d+\] (?=\D)|(?:[A-Za-z_][\w.]*(?:error|exception|fault)|(?:\w+ ){0,2}(?:api|graphql|oauth2?) error|error|err|fault|code|errno(?!\W*\d)|reason|type|status(?!\W*\d|[\s_-]*code\W*\d))(?:[\s_-]*(?:code|type))?["']?(?:\s*[:=]\s*|\s+-\s+|\s*(?=[([#])|\s+(?=\d+(?:$|[:/]| \()))["']?)/i;

/** The platform's own name before its code: `Facebook error: (#2635)`, `TIKTOK_40105`, `meta_ads:190`. */
const PLATFORM =
  /^(?:amazon|bing|facebook|fb|google|linkedin|meta|microsoft|pinterest|shopify|snapchat|tiktok)(?:[ _-](?:ads|analytics|api|business|graph|marketing))*(?:[ _-](?:error|exception)[\s:=_-]*(?=[\d([#]|code)|\s*[:=/]\s*|[_-](?=\d{3}))/i;

const JSON_DETAIL = /["']\w{2,40}error["']\s*:\s*["']([A-Z][A-Z_]+)["']/i;
/** A number, or a text in any of the forms. */
const JSON_CODE = /["'](?:error_?)?code["']\s*:\s*(?:["']([^"']{1,100})["']|(-?\d+)(?![\w.]))/i;
/** LinkedIn's own number, beside its word. */
const JSON_SERVICE = /["']serviceErrorCode["']\s*:\s*["']?(\d{1,10})(?![\w.])/i;
const JSON_SUBCODE = /["'](?:error_?)?sub_?code["']\s*:\s*["']?(\d{1,10})(?!\d)/i;
const JSON_REASON = /["']reason["']\s*:\s*["']([A-Za-z][\w.-]*)["']/i;
const JSON_WORD = /["'](?:error|status)["']\s*:\s*["']([A-Za-z][\w. -]*)["']/i;
const JSON_STATUS = /["'](?:http_?)?status(?:_?code)?["']\s*:\s*["']?([45]\d\d)(?![\w.-])/i;
const HTTP_STATUS = /^[45]\d\d$/;

/** The keys of all codes that the text may mean, most likely first; empty if it has no known form. */
export function readCodes(text: string): string[] {
  const head = plainHead(text);
  const codes = [...(head.includes('{') ? readJson(head) : []), ...readHead(head)];
  return [...new Set(codes.map(codeKey))];
}

/** A number unchanged; a word without case, spaces, `_`, `-` and `.`, so that all its spellings are the same key. */
export function codeKey(code: string): string {
  return /^-?\d/.test(code) ? code : code.replaceAll(/[\s_.-]/g, '').toLowerCase();
}

/** The start of the text, with full-width characters as plain ones and without surrounding punctuation. */
function plainHead(text: string): string {
  const whole = text.trim();
  // At the cut, the last word or number may be incomplete.
  const head = whole.length > LONGEST ? withoutEnd(whole.slice(0, LONGEST), /[\w.-]/) : whole;
  const plain = head.replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return withoutEnd(plain.replace(/^[\s"'`<]+/, ''), /[\s"'`.,;:!]/);
}

/** Character by character: a pattern ending in `+$` would try every position of a long run. */
function withoutEnd(text: string, closing: RegExp): string {
  let end = text.length;
  while (end > 0 && closing.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A number after a prefix is the whole answer; otherwise the prefix itself may be a code, as in `ReadTimeout: …`. */
function readHead(head: string): string[] {
  const own = head.replace(PLATFORM, '');
  const rest = own.replace(PREFIX, '');
  if (rest === own || rest === '') return readForms(own);
  const after = readForms(rest.replace(PREFIX, '').replace(/^\(["']/, ''));
  return after.some((code) => /^-?\d/.test(code)) ? after : [...after, ...readForms(own)];
}

function readForms(head: string): string[] {
  for (const { pattern, codes } of FORMS) {
    const [, ...groups] = pattern.exec(head) ?? [];
    if (groups.length > 0) return codes(groups);
  }
  return [];
}

function readJson(head: string): string[] {
  const find = (pattern: RegExp) => pattern.exec(head)?.slice(1).find(Boolean);
  const written = find(JSON_CODE);
  const codes = written === undefined ? [] : readHead(written);
  const subcode = find(JSON_SUBCODE);
  const words = [find(JSON_REASON), find(JSON_WORD), find(JSON_SERVICE)];
  if (codes[0] !== undefined && subcode !== undefined) codes.unshift(`${codes[0]}/${subcode}`);
  // Google's bodies have the HTTP status as their code: the words beside it are more specific.
  const inOrder = HTTP_STATUS.test(written ?? '') ? [...words, ...codes] : [...codes, ...words];
  return [find(JSON_DETAIL), ...inOrder, find(JSON_STATUS)].filter((found) => found !== undefined);
}
