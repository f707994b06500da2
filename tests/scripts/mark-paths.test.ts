import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markPaths } from '../../scripts/mark-paths.ts';

const ROOT = join(import.meta.dirname, '../..');
const { load } = markPaths();
if (typeof load !== 'function') throw new Error('no load');
const bundled = async (id: string): Promise<string | null> => Reflect.apply(load, null, [id]);

test('a mark is bundled as its path, with no more decimals than are visible', async () => {
  const code = await bundled(join(ROOT, 'node_modules/simple-icons/icons/meta.svg?path'));
  expect(code).toMatch(/^export const path = "M[^"]+";$/);
  expect(code).not.toMatch(/\.\d\d/);
});

test('a drawing of more than one path is refused, and other files are left alone', async () => {
  await expect(bundled(join(ROOT, 'scripts/icon.svg?path'))).rejects.toThrow('is not one path');
  expect(await bundled(join(ROOT, 'scripts/icon.svg'))).toBeNull();
});
