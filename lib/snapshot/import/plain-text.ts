/** The readings of a text in which something could be hidden: as it shows, as it decodes, as it continues over a line break. */

/** Ends of lines are looked at by themselves. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{M}]|(?![\t-\r\u0085])\p{Cc}/gu;
const PERCENT_ASCII = /%([0-7][0-9a-f])/gi;
const PERCENT_BYTES = /(?:%[89a-f][0-9a-f])+/gi;
/** What JSON escapes, however often it was escaped. Half a surrogate pair is no character. */
const ESCAPES = /\\{1,8}(?:u([0-9a-ce-f][0-9a-f]{3}|d[0-7][0-9a-f]{2})|\/)/gi;
const LINE_BREAK = /[ \t]{0,10}(?:\\{1,8}[rn]|\\?[\n-\r\u0085\u2028\u2029])+[ \t]{0,10}/g;

const NOT_PLAIN = /[^\t-\r -~]/;
const DISGUISED = /[^\t -~]|%[0-9a-f]{2}|\\/i;

/** As often as a text may have been encoded. */
const MOST_LAYERS = 4;

/** The text first, then each reading that differs from those before it. */
export function readingsOf(text: string): string[] {
  if (!DISGUISED.test(text)) return [text];
  const plain = undisguised(text);
  let decoded = plain;
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const next = decode(decoded);
    if (next === decoded) break;
    decoded = undisguised(next);
  }
  return [...new Set([text, plain, decoded, decoded.replace(LINE_BREAK, '')])];
}

/** Marks go first: normalising takes the square of the number of marks in a row. */
function undisguised(text: string): string {
  return NOT_PLAIN.test(text) ? text.replace(INVISIBLE, '').normalize('NFKC') : text;
}

/** Percent-encoding, and what JSON escapes. */
function decode(text: string): string {
  if (!text.includes('%') && !text.includes('\\')) return text;
  return text
    .replace(ESCAPES, (_, code?: string) => (code === undefined ? '/' : characterOf(code)))
    .replace(PERCENT_ASCII, (_, code: string) => characterOf(code))
    .replace(PERCENT_BYTES, decodeBytes);
}

function characterOf(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

const utf8 = new TextDecoder();

/** `%C3%A9` as `é`. Bytes that are no text do not hide those beside them. */
function decodeBytes(encoded: string): string {
  const bytes = encoded.split('%').slice(1);
  return utf8.decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}
