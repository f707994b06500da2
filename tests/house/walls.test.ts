/** The walls stand: the linter refuses what would break the layers, in the very rooms where it would. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const imports = (from: string) => `import { thing } from '${from}';\nexport const things = [thing];\n`;
const value = (code: string) => `export const value = ${code};\n`;
const given = (code: string) => `export const value = (instant: string) => ${code};\n`;

const IMPORT = 'lint/style/noRestrictedImports';
const GLOBAL = 'lint/style/noRestrictedGlobals';
const CLOCK = 'plugin';

const REFUSED: [room: string, code: string, because: string][] = [
  ['lib/status', imports('../browser.ts'), IMPORT],
  ['lib/status', imports('webextension-polyfill'), IMPORT],
  ['lib/status', imports('@preact/signals'), IMPORT],
  ['lib/status', imports('../snapshot/store.ts'), IMPORT],
  ['lib/status', imports('../model.ts'), IMPORT],
  ['lib/status', imports('../../components/Badge.tsx'), IMPORT],
  ['lib/status', imports('node:fs'), IMPORT],
  ['lib/status', value("import('../snapshot/store.ts')"), IMPORT],
  ['lib/status', value('chrome.storage'), GLOBAL],
  ['lib/status', value('browser.storage'), GLOBAL],
  ['lib/status', value('globalThis.Date'), GLOBAL],
  ['lib/status', value('localStorage.length'), GLOBAL],
  ['lib/status', value("fetch('')"), GLOBAL],
  ['lib/status', value('Date.now()'), CLOCK],
  ['lib/status', value('new Date()'), CLOCK],
  ['lib/status', value('Date()'), CLOCK],
  ['lib', value('Date.now()'), CLOCK],
  ['lib', imports('webextension-polyfill'), IMPORT],
  ['lib', imports('wxt/browser'), IMPORT],
  ['lib', imports('../components/App.tsx'), IMPORT],
  ['lib', imports('../entrypoints/background.ts'), IMPORT],
  ['lib', imports('preact/hooks'), IMPORT],
  ['lib/snapshot', imports('../../components/App.tsx'), IMPORT],
  ['lib/snapshot', imports('webextension-polyfill'), IMPORT],
  ['lib/snapshot', imports('../model.ts'), IMPORT],
  ['lib/snapshot', imports('@preact/signals'), IMPORT],
  ['lib/schema', imports('../status/assess.ts'), IMPORT],
  ['lib', imports('./browser.ts'), IMPORT],
  ['lib', imports('../fixtures/scenarios.ts'), IMPORT],
  ['components', imports('webextension-polyfill'), IMPORT],
  ['components', imports('../lib/browser.ts'), IMPORT],
  ['components', imports('../entrypoints/background.ts'), IMPORT],
  ['components', imports('../fixtures/builders.ts'), IMPORT],
  ['components', value('new Date()'), CLOCK],
];

const FINE: [room: string, code: string][] = [
  ['lib/status', given('new Date(instant)')],
  ['lib/status', given('Date.parse(instant)')],
  ['lib/status', imports('./facts.ts')],
  ['lib/status', imports('../schema/snapshot.ts')],
  ['lib', imports('@preact/signals')],
  ['lib', imports('./status/assess.ts')],
  ['lib/snapshot', imports('../status/assess.ts')],
  ['lib/snapshot', imports('zod/mini')],
  ['lib/schema', imports('zod/mini')],
  ['components', imports('../lib/model.ts')],
  ['components', imports('preact')],
  ['entrypoints/sidepanel', imports('../../lib/browser.ts')],
  ['entrypoints/sidepanel', imports('../../components/App.tsx')],
];

let house: string;
const refusals = new Map<string, string[]>();
const fileOf = (room: string, code: string) =>
  `${room}/case-${[...REFUSED, ...FINE].findIndex(([place, text]) => place === room && text === code)}.ts`;

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'walls-'));
  for (const part of ['.biome.jsonc', 'package.json', 'scripts/lint']) {
    await cp(join(ROOT, part), join(house, part), { recursive: true });
  }
  for (const [room, code] of [...REFUSED, ...FINE]) {
    const file = join(house, fileOf(room, code));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, code);
  }
  for (const { category, location } of await lint()) {
    refusals.set(location.path, [...(refusals.get(location.path) ?? []), category]);
  }
});

afterAll(() => rm(house, { recursive: true }));

/** All at once: starting the linter takes longer than linting. */
async function lint(): Promise<{ category: string; location: { path: string } }[]> {
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const flags = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  // It ends with an error, as it should: the answer is in what it printed.
  const printed = await new Promise<string>((resolve) => {
    execFile(biome, flags, { cwd: house }, (_, stdout) => resolve(stdout));
  });
  return JSON.parse(printed).diagnostics;
}

test.each(REFUSED)('in %s refused: %s', (room, code, because) => {
  expect(refusals.get(fileOf(room, code))).toContain(because);
});

test.each(FINE)('in %s fine: %s', (room, code) => {
  expect(refusals.get(fileOf(room, code)) ?? []).toEqual([]);
});
