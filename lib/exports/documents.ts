/** The JSON documents in a file: one, or several written one after the other. */

export type Documents = { ok: true; documents: unknown[] } | { ok: false; message: string };

/** Characters (64 Mi). A longer text is not parsed. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Never throws, and no message quotes the text. */
export function documentsOf(text: string): Documents {
  if (text.length > MOST_CHARACTERS) return refused('is larger than 64 MiB, the most that is read');
  const trimmed = text.trim();
  if (trimmed === '') return refused('is empty');
  if (trimmed.startsWith('<'))
    return refused('is a web page, not JSON: perhaps a sign-in page was saved instead of the API’s answer');
  const whole = parse(trimmed);
  if (whole !== NOT_JSON) return { ok: true, documents: [whole] };

  const { parts, isCut } = splitDocuments(trimmed);
  if (isCut) return refused('ends in the middle of its JSON: save the whole answer again');
  const documents = parts.map((part) => parse(part.trim()));
  return documents.includes(NOT_JSON) ? refused('is not valid JSON') : { ok: true, documents };
}

function refused(message: string): Documents {
  return { ok: false, message };
}

const NOT_JSON = Symbol('not JSON');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

/** A whole string, the start of an unterminated one, or a bracket. */
const TOKEN = /"(?:[^"\\]|\\.)*("?)|[[\]{}]/gs;

/** Cuts the text after each bracket that closes an outermost one. */
function splitDocuments(text: string): { parts: string[]; isCut: boolean } {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, 1: closingQuote, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth === 0) {
        parts.push(text.slice(start, index + 1));
        start = index + 1;
      }
    } else if (closingQuote === '') return { parts, isCut: true };
  }
  const rest = text.slice(start).trim();
  if (rest !== '') parts.push(rest);
  return { parts, isCut: depth > 0 };
}
