/** The forms of a text that may hide something: as written, without invisible characters, decoded, with lines joined. */

const BEYOND_ASCII = /[^\0-\x7f]/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{M}]/gu;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;
const ESCAPES = /\\(?:u00([2-7][0-9a-f])|\/)/gi;
const LINE_BREAK = /[ \t]{0,10}(?:\\r|\\n|[\r\n\u2028\u2029])+[ \t]{0,10}/g;

const DISGUISED = /[^\0-\x7f]|%[0-9a-f]{2}|[\\\r\n]/i;

/** The text itself first, then each form that differs from the previous ones. */
export function readingsOf(text: string): string[] {
  if (!DISGUISED.test(text)) return [text];
  const plain = BEYOND_ASCII.test(text) ? undisguised(text) : text;
  const decoded = decode(decode(plain));
  return [...new Set([text, plain, decoded, decoded.replace(LINE_BREAK, '')])];
}

/** Removes marks first: normalising takes time quadratic in the number of consecutive marks. */
function undisguised(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC');
}

/** Decodes percent-encoding and JSON escapes. Anything that can't be decoded stays. */
function decode(text: string): string {
  if (!text.includes('%') && !text.includes('\\')) return text;
  const unescaped = text.replace(ESCAPES, (_, code?: string) =>
    code === undefined ? '/' : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return unescaped.replace(PERCENT, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
