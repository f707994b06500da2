import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsCode, TRIGGERS } from '../../../lib/report/defuse.ts';
import { code, heading, list, paragraph, table } from '../../../lib/report/document.ts';
import { toHtml } from '../../../lib/report/html.ts';
import { asCode, asText, toMarkdown } from '../../../lib/report/markdown.ts';
import { cpuTimeOf } from '../../cpu-time.ts';
import { folded, readHtml, referencesIn, renderedMarkdown } from './rendered.ts';

describe('an ordinary text is unchanged', () => {
  test.each([
    'TikTok Ads - Cyspera FR',
    'Agence Été & Compagnie',
    'FR_Prospecting_v2',
    'H&M / Sale 50%, A+ (2 of 3)!',
    'Meta Ads “Printemps”: 12:30, 1.5 × more – now?',
    'Nordlicht Outdoor AT/CH',
    "User doesn't have permission: the manager's 'login-customer-id'.",
    'スプリングセール · Würth · Ελλάδα · 🎉',
    '2026-11-20T08:00:00Z',
    'v23.0 of 12136 rows',
  ])('%s', (text) => {
    expect(asText(text)).toBe(text);
    expect(needsCode(text)).toBe(false);
  });
});

/** One or more examples of each kind of word that a ticket system acts on. */
const DEFUSED: Record<string, string[]> = {
  'mention or e-mail address': ['@team', 'x@y.example', '<@U1>', '(@here)'],
  'issue, or `owner/repo#1`': ['#12', 'owner/repo#1', 'group/project#1'],
  'issue key, `GH-26`, `[JIRA-123]`': ['GH-26', 'ABC-123', '[JIRA-123]', 'gh-26', 'PRJ_2-7'],
  'commit id': ['deadbee', '0123abc', `${'0a'.repeat(20)}`, '1234567', 'owner/repo@deadbee'],
  'merge request, or Jira’s picture': ['!1', 'group/project!1', '!image!', '!image.png!'],
  iteration: ['*iteration:1', '*iteration:"v'],
  milestone: ['%1', '%"v 1', '%v1'],
  'epic, or HTML’s entity': ['&1', '&lt;', '&#60;'],
  'label, snippet, vulnerability, markup or formula': [
    '~label',
    '~~gone~~',
    '$1',
    '$x$',
    '^up^',
    '`a',
    'a=b',
    '\\',
  ],
  'link, image or macro': ['[here](x)', '![x](y)', '[link|x]', '{code}', '[vulnerability:1]', 'a|b', '[~u]'],
  'HTML, autolink or Slack’s `<!here>`': ['<img', '<!here>', '<b>', '<https://x.example>'],
  'address with a scheme, or emoji': [':tada:', ':+1:', ':100:', 'https://x.example/a_b', 'mailto:a', 'x:y'],
  domain: ['www.example.com', 'example.com', 'Booking.com', '10.0.0.1'],
  'command, `/close`': ['/close', '(/assign'],
  'Jira’s heading or quotation': ['h1.', 'bq.'],
  smiley: [':)', ';-)', '(x)', '(/)', '(on)'],
};

describe('what a ticket system would link, mention, run or draw is shown literally', () => {
  test('there is an example of each kind', () => {
    expect(Object.keys(DEFUSED)).toEqual(TRIGGERS.map(({ what }) => what));
    for (const { what, pattern } of TRIGGERS)
      expect(
        DEFUSED[what]?.some((word) => pattern.test(word)),
        what,
      ).toBe(true);
  });

  test.each(Object.values(DEFUSED).flat())('%s', (word) => {
    expect(needsCode(word)).toBe(true);
    for (const text of [word, `Ads ${word}, see`, `(${word})`, `${word}.`, `“${word}”`]) {
      const rendered = renderedMarkdown(asText(text));
      expect(rendered.text).toBe(text);
      expect(rendered.elements).toEqual(['p', '/p']);
      expect(referencesIn(rendered)).toEqual([]);
    }
  });

  test.each([
    ['*bold*', '\\*bold\\*'],
    ['_lead_', '\\_lead\\_'],
    ['__init__', '\\_\\_init\\_\\_'],
    ['-strike me-', '\\-strike me-'],
    ['+inserted+', '\\+inserted+'],
    ['??cited??', '\\??cited\\??'],
    ['a -- b', 'a \\-- b'],
    ['C*mpaign', 'C\\*mpaign'],
  ])('the markup %s is written as %s', (text, markdown) => {
    expect(asText(text)).toBe(markdown);
    expect(renderedMarkdown(markdown).text).toBe(text);
  });

  test('what Jira interprets inside code is written outside of it, with a backslash', () => {
    expect(asText('{code}')).toBe('\\{`code`\\}');
    expect(asText('[link|x]')).toBe('\\[`link`\\|`x`\\]');
    expect(asText('!image.png!')).toBe('\\!`image.png`\\!');
  });
});

test.each(['- a task', '- [x] done', '+ more', '1. April', '2) second', '-', '12.'])(
  'a paragraph and an item that start with %j are no list',
  (text) => {
    for (const block of [paragraph(text), list([[text]])]) {
      const rendered = renderedMarkdown(toMarkdown([block]));
      expect(rendered.text).toBe(text);
      expect(rendered.elements).toEqual(block.kind === 'list' ? ['ul', 'li', '/li', '/ul'] : ['p', '/p']);
    }
  },
);

describe('a code', () => {
  test.each([
    ['sync_failed', '`sync_failed`'],
    ['act_•••4821', '`act_•••4821`'],
    ['act_***4821', '`act_***4821`'],
    ['(#80000)', '`(#80000)`'],
    ['*', '`*`'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['a|b', '`a`\\|`b`'],
    ['a | b', '`a` \\| `b`'],
    ['two\nlines', '`two lines`'],
    [' ', ''],
  ])('%j is written as %s', (text, markdown) => {
    expect(asCode(text)).toBe(markdown);
  });
});

describe('a text with a direction of its own', () => {
  test('is isolated from the sentence around it', () => {
    expect(asText('متجر @a')).toBe('\u2068متجر `@a`\u2069');
    expect(toHtml([paragraph('Shop: ', 'متجر')])).toContain('Shop: \u2068متجر\u2069');
  });

  test('loses characters that would change the direction of the text around it', () => {
    for (const control of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
      expect(asText(`a${control}b`)).toBe('ab');
      expect(asCode(`a${control}b`)).toBe('`ab`');
    }
  });
});

const nasty = fc.string({
  maxLength: 24,
  unit: fc.oneof(
    fc.constantFrom(...'\\`|*_<>[](){}#&;:@~^=?%"\'/$!-+. \n\t\u2028'.split('')),
    fc.constantFrom(
      '://',
      'www.',
      '``',
      '\\|',
      '#1',
      'x',
      'GH-1',
      'abcdef0',
      '.de',
      '&lt;',
      '\u202e',
      'ש',
      '1',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  ),
});

test('any text is shown literally in Markdown and in HTML, and nothing in it is markup, a link or a mention', () => {
  fc.assert(
    fc.property(nasty, nasty, (text, other) => {
      const blocks = [
        heading(1, text),
        paragraph('Before ', text, ' (', code(other), ') after'),
        list([['Item: ', text]]),
        table(['A', 'B'], [[[text], [code(other)]]]),
      ];
      const [markdown, html] = [renderedMarkdown(toMarkdown(blocks)), readHtml(toHtml(blocks))];
      const [first, second] = [folded(text), folded(other)];
      const shown = folded(`${first} Before ${text} (${second}) after Item: ${first} A B ${first} ${second}`);
      expect(folded(html.text)).toBe(shown);
      expect(folded(markdown.text)).toBe(shown);
      expect(html.elements.filter((name) => !/div/.test(name))).toEqual(markdown.elements);
      expect(referencesIn(markdown)).toEqual([]);
      expect(referencesIn(html)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

/** By GitHub's rule, where a backslash escapes the next character, and by markdown-it's, which looks one back. */
const READINGS = {
  'in pairs': (line: string) =>
    line.match(/(?:\\.|[^|\\]|\\$)+|\|/gsu)?.filter((part) => part === '|').length,
  'one back': (line: string) => line.match(/(?<!\\)\|/g)?.length,
};

test('no text and no code breaks a table, by either rule for its pipes', () => {
  const cell = nasty.chain((text) => fc.constantFrom([text], [code(text)]));
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const lines = toMarkdown([table(['A', 'B', 'C'], rows)])
        .trimEnd()
        .split(/[\n\r\u2028\u2029]/u);
      expect(lines).toHaveLength(rows.length + 2);
      for (const line of lines) {
        for (const [name, countPipes] of Object.entries(READINGS))
          expect(countPipes(line), `${name}: ${line}`).toBe(4);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a long text takes no time, whatever it repeats', async () => {
  const pieces = [
    'a',
    '-',
    'a-',
    '!',
    '&a',
    ':',
    ':1',
    '/',
    'a.',
    '@',
    '`',
    '(',
    '1.',
    '_',
    '*',
    '{',
    'é',
    '0',
  ];
  const time = await cpuTimeOf(() => {
    for (const piece of pieces) expect(asText(piece.repeat(2000)).length).toBeGreaterThanOrEqual(2000);
  });
  expect(time).toBeLessThan(1000);
});
