/** The forms of a text that may hide something: as written, without invisible characters, decoded, with lines joined. */

/** Line breaks are handled separately. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{M}]|(?![\t-\r\u0085])\p{Cc}/gu;
const PERCENT_ASCII = /%([0-7][0-9a-f])/gi;
const PERCENT_BYTES = /(?:%[89a-f][0-9a-f])+/gi;
/** JSON escapes, however often they were escaped. A lone surrogate is not a character. */
const ESCAPES = /\\{1,8}(?:u([0-9a-ce-f][0-9a-f]{3}|d[0-7][0-9a-f]{2})|\/)/gi;
const LINE_BREAK = /[ \t]{0,10}(?:\\{1,8}[rn]|\\?[\n-\r\u0085\u2028\u2029])+[ \t]{0,10}/g;

/** Normalising changes neither ASCII nor the bullets of masks. */
const NOT_PLAIN = /[^\t-\r -~•]/;
const DISGUISED = /[^\t -~•]|%[0-9a-f]{2}|\\/i;

/** The most times that a text may have been encoded. */
const MOST_LAYERS = 4;

/** The text itself first, then each form that differs from the previous ones. */
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

/** Removes marks first: normalising takes time quadratic in the number of consecutive marks. */
function undisguised(text: string): string {
  return NOT_PLAIN.test(text) ? text.replace(INVISIBLE, '').normalize('NFKC') : text;
}

/** Decodes percent-encoding and JSON escapes. Anything that can't be decoded stays. */
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

/** `%C3%A9` → `é`. Bytes that are not valid text don't hide the ones beside them. */
function decodeBytes(encoded: string): string {
  const bytes = encoded.split('%').slice(1);
  return utf8.decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}
