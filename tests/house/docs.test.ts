/** What the documents refer to exists. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const documents = globSync(['*.md', 'docs/*.md'], { cwd: ROOT });

/** Each match of the pattern's first group. */
const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

test.each(documents)('%s refers only to existing files and commands', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const links = named(text, /\]\((?!https?:)([^)#]+)/g);
  const commands = named(text, /npm run (?:--silent )?([\w:-]+)/g);

  expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
});

test('every command is documented', () => {
  const text = ['README.md', 'CONTRIBUTING.md'].map((name) => readFileSync(join(ROOT, name), 'utf8')).join();
  const isDocumented = (name: string) => new RegExp(`npm (run )?${name}(?![\\w:-])`).test(text);

  expect(documents).toContain('docs/architecture.md');
  expect(Object.keys(scripts).filter((name) => !isDocumented(name))).toEqual([]);
});
