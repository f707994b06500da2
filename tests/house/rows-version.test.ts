import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsVersion } from '../../scripts/rows-version.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rows-version-'));
  await cp('lib', join(root, 'lib'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const edit = async (path: string, change: (text: string) => string) =>
  writeFile(join(root, path), change(await readFile(join(root, path), 'utf8')));

test('is the same for the same code, whatever its line endings', async () => {
  const version = rowsVersion(root);
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  await edit('lib/status/rules.ts', (text) => text.replaceAll('\n', '\r\n'));
  await edit('lib/texts/panel.ts', (text) => `${text}// of no effect\n`);
  expect(rowsVersion(root)).toBe(version);
});

test.each(['lib/status/rules.ts', 'lib/snapshot/rows/row-of.ts', 'lib/snapshot/import/mask.ts'])(
  'changes with %s',
  async (path) => {
    const version = rowsVersion(root);
    await edit(path, (text) => `${text}\n`);
    expect(rowsVersion(root)).not.toBe(version);
  },
);
