import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCode, asTable, asText } from '../../../lib/report/markdown.ts';

describe('a text', () => {
  test.each([
    ['TikTok Ads - Cyspera FR', 'TikTok Ads - Cyspera FR'],
    ['Agence Été & Compagnie', 'Agence Été & Compagnie'],
    ['FR_Prospecting_v2', 'FR_Prospecting_v2'],
    ['_quiet_ *loud* ~gone~', '\\_quiet\\_ \\*loud\\* \\~gone\\~'],
    ['a|b', 'a\\|b'],
    ['tick ` tock', 'tick \\` tock'],
    ['# not a heading #', '\\# not a heading \\#'],
    ['<img src=x onerror="alert(1)">', '\\<img src=x onerror="alert(1)"\\>'],
    ['[here](x) ![x](y)', '\\[here\\](x) !\\[x\\](y)'],
    ['&lt; &#60;', '\\&lt; `&#60;`'],
    ['one\r\n\n  two\u2028three\u0000', 'one two three'],
    ['see https://example.com/a_b now', 'see `https://example.com/a_b` now'],
    ['by @team, in #12', 'by `@team,` in `#12`'],
    ['(www.example.com)', '`(www.example.com)`'],
  ])('%j stands as %s', (text, markdown) => {
    expect(asText(text)).toBe(markdown);
  });
});

describe('a code', () => {
  test.each([
    ['sync_failed', '`sync_failed`'],
    ['act_•••4821', '`act_•••4821`'],
    ['*', '`*`'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['a|b', '`a`\\|`b`'],
    ['a | b', '`a` \\| `b`'],
    ['two\nlines', '`two lines`'],
    [' ', ''],
  ])('%j stands as %s', (code, markdown) => {
    expect(asCode(code)).toBe(markdown);
  });
});

/** By GitHub's reading, which takes a backslash with what follows it, and by markdown-it's, which looks one back. */
const READINGS = {
  'in pairs': (line: string) =>
    line.match(/(?:\\.|[^|\\]|\\$)+|\|/gsu)?.filter((part) => part === '|').length,
  'one back': (line: string) => line.match(/(?<!\\)\|/g)?.length,
};

/** What a reader sees, by the rules of CommonMark for escapes and code; null where markup is left in it. */
function shown(markdown: string): string | null {
  let text = '';
  for (let at = 0; at < markdown.length; ) {
    const rest = markdown.slice(at);
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest)?.[1];
    const fence = /^`+/.exec(rest)?.[0];
    if (escaped !== undefined) {
      text += escaped;
      at += 2;
    } else if (fence !== undefined) {
      const closing = new RegExp(`^${fence}([^]*?[^\`])${fence}(?!\`)`).exec(rest);
      if (!closing?.[1]) return null;
      text += /^ .*[^ ].* $/s.test(closing[1]) ? closing[1].slice(1, -1) : closing[1];
      at += closing[0].length;
    } else if (/^(?:[*[\]<>~|$]|@|:\/\/|www\.|#\d|&#|&[a-z])/i.test(rest)) {
      return null;
    } else {
      text += rest[0];
      at += 1;
    }
  }
  return text;
}

const nasty = fc.string({
  maxLength: 24,
  unit: fc.oneof(
    fc.constantFrom(...'\\`|*_<>[]()#&;@~$!-+. \n\t\u2028'.split(''), '://', 'www.', '``', '\\|', '#1', 'x'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  ),
});

const onOneLine = (text: string) =>
  text
    .split(/[\s\p{Cc}]+/u)
    .join(' ')
    .trim();

test('any text and any code is shown as it is, and nothing in it is markup', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(shown(asText(text))).toBe(onOneLine(text));
      expect(shown(asCode(text))).toBe(onOneLine(text));
    }),
    { numRuns: 2000 },
  );
});

test('no text and no code breaks a table, by either reading of its pipes', () => {
  const cell = nasty.chain((text) => fc.constantFrom(asText(text), asCode(text)));
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const lines = asTable(['A', 'B', 'C'], rows).split(/[\n\r\u2028\u2029]/u);
      expect(lines).toHaveLength(rows.length + 2);
      for (const line of lines) {
        for (const [name, countPipes] of Object.entries(READINGS))
          expect(countPipes(line), `${name}: ${line}`).toBe(4);
      }
    }),
    { numRuns: 2000 },
  );
});
