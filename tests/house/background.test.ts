/** The browser starts the background again for every change of the storage, so it must load nothing large. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, targetOf } from '../../scripts/lint/walls.ts';

/** Everything that a file loads: paths from the project's root, and packages by name. */
function loadedWith(entry: string): Set<string> {
  const loaded = new Set([entry]);
  for (const path of loaded) {
    if (!/^(entrypoints|components|lib|fixtures)\/.*\.tsx?$/.test(path)) continue;
    for (const { from, isType, isLate } of importsOf(readFileSync(path, 'utf8')))
      if (!isType && !isLate) loaded.add(targetOf(path, from));
  }
  return loaded;
}

test('the background loads no zod, no rules and no import', () => {
  const loaded = [...loadedWith('entrypoints/background.ts')];
  expect(loaded).toContain('lib/badge.ts');
  expect(
    loaded.filter((path) => /^zod|^preact|@preact|lib\/schema|rules\.ts|snapshot\/import/.test(path)),
  ).toEqual([]);
});

test('the list opens without the rules, zod and the polyfill', () => {
  const loaded = [...loadedWith('entrypoints/sidepanel/main.tsx')];
  expect(loaded).toContain('lib/snapshot/storage/store.ts');
  expect(
    loaded.filter((path) => /status\/(rules|assess)\.ts|snapshot\/import\.ts|^zod|polyfill/.test(path)),
  ).toEqual([]);
});
