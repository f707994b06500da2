/** The style sheets use logical directions, and only the theme's colours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../components');

const SIDE = '(left|right|top|bottom)';

/** Each would be on the wrong side, or missing, in right-to-left text. */
const PHYSICAL = [
  new RegExp(`^(margin|padding|border|inset|scroll-margin|scroll-padding)-${SIDE}`),
  new RegExp(`^${SIDE}:`),
  /^(min-|max-)?(width|height):/,
  /^border-(top|bottom)-(left|right)-radius:/,
  /^(text-align|float|clear|caption-side|justify-\w+): .*\b(left|right)\b/,
  /^(margin|padding|inset|border-width|border-radius): (?!0;)\S+ \S+ \S+ \S+;/,
  /^overflow-[xy]:/,
];

const COLOR = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\(/i;

const physical = (line: string) => PHYSICAL.some((pattern) => pattern.test(line.trim()));

const lines = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.css'))
  .flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8')
      .split('\n')
      .map((text, index) => ({ file, text, where: `${file}:${index + 1} ${text.trim()}` })),
  );

describe('the style sheets', () => {
  it('use start and end, never left and right', () => {
    expect(lines.filter(({ text }) => physical(text)).map(({ where }) => where)).toEqual([]);
  });

  it('take every colour from the theme', () => {
    const own = lines.filter(({ file, text }) => file !== 'theme.css' && COLOR.test(text));
    expect(own.map(({ where }) => where)).toEqual([]);
  });

  it.each([
    'margin-left: 1rem;',
    'border-top: 1px solid;',
    'top: 0;',
    'text-align: left;',
    'width: 1rem;',
    'border-top-left-radius: 0;',
    'padding: 1px 2px 3px 4px;',
  ])('may not contain %s', (line) => {
    expect(physical(line)).toBe(true);
  });

  it.each([
    'margin-inline-start: 1rem;',
    'inset-block-start: 0;',
    'stroke-width: 2;',
    'text-align: end;',
    '@container (max-width: 17rem) {',
  ])('may contain %s', (line) => {
    expect(physical(line)).toBe(false);
  });
});
