/** The walls between the layers: imports, and globals that pure code must not use. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crossings } from '../../scripts/lint/walls.ts';

const ROOT = join(import.meta.dirname, '../..');

const imports = (from: string) => `import { thing } from '${from}';\nexport const things = [thing];\n`;
const value = (code: string) => `export const value = ${code};\n`;
const given = (code: string) => `export const value = (instant: string) => ${code};\n`;

const GLOBAL = 'lint/style/noRestrictedGlobals';
/** The clock and the locale. */
const AMBIENT = 'plugin';

const CROSSING: [path: string, code: string][] = [
  ['lib/status/a.ts', imports('../browser.ts')],
  ['lib/status/a.ts', imports('../../lib/status/../browser.ts')],
  ['lib/status/errors/a.ts', imports('../../browser.ts')],
  ['lib/status/a.ts', imports('webextension-polyfill')],
  ['lib/status/a.ts', imports('@preact/signals')],
  ['lib/status/a.ts', imports('../snapshot/storage/store.ts')],
  ['lib/status/a.ts', imports('../panel/model.ts')],
  ['lib/status/a.ts', imports('../schema/snapshot.ts')],
  ['lib/status/a.ts', imports('../../components/Badge.tsx')],
  ['lib/status/a.ts', imports('node:fs')],
  ['lib/status/a.ts', value("import('../snapshot/storage/store.ts')")],
  ['lib/status/a.ts', value('import(chosen)')],
  ['lib/status/a.ts', "export { thing } from '../browser.ts';\n"],
  ['lib/status/a.ts', "import '../browser.ts';\n"],
  ['lib/texts/a.ts', imports('../browser.ts')],
  ['lib/texts/a.ts', imports('./../browser.ts')],
  ['lib/texts/a.ts', imports('../status/assess.ts')],
  ['lib/texts/a.ts', imports('../panel/model.ts')],
  ['lib/texts/a.ts', imports('../consoles.ts')],
  ['lib/texts/a.ts', "import type { Outcome } from '../panel/outcome.ts';\n"],
  ['lib/texts/a.ts', "import type { Since } from '../snapshot/rows/since.ts';\n"],
  ['lib/panel/a.ts', imports('../browser.ts')],
  ['lib/panel/a.ts', imports('webextension-polyfill')],
  ['lib/panel/a.ts', imports('wxt/browser')],
  ['lib/panel/a.ts', imports('../../components/App.tsx')],
  ['lib/panel/a.ts', imports('../../entrypoints/background.ts')],
  ['lib/panel/a.ts', imports('../../fixtures/scenarios.ts')],
  ['lib/panel/a.ts', imports('preact/hooks')],
  ['lib/snapshot/a.ts', imports('../panel/model.ts')],
  ['lib/snapshot/a.ts', imports('../report/report.ts')],
  ['lib/snapshot/storage/a.ts', imports('../../panel/model.ts')],
  ['lib/snapshot/import/a.ts', imports('../storage/store.ts')],
  ['lib/snapshot/a.ts', imports('@preact/signals')],
  ['lib/report/a.ts', imports('../panel/model.ts')],
  ['lib/exports/a.ts', imports('../panel/model.ts')],
  ['lib/schema/a.ts', imports('../status/assess.ts')],
  ['lib/a-new-room/a.ts', imports('./b.ts')],
  ['components/A.tsx', imports('webextension-polyfill')],
  ['components/A.tsx', imports('../lib/browser.ts')],
  ['components/A.tsx', imports('../entrypoints/background.ts')],
  ['components/A.tsx', imports('../fixtures/builders.ts')],
];

const WITHIN: [path: string, code: string][] = [
  ['lib/status/a.ts', imports('./facts.ts')],
  ['lib/status/errors/a.ts', imports('../vocabulary.ts')],
  ['lib/status/a.ts', "import type { Source } from '../schema/snapshot.ts';\n"],
  ['lib/status/a.ts', "import type {\n  Source,\n  SyncRun,\n} from '../schema/snapshot.ts';\n"],
  ['lib/texts/a.ts', "import type { Health } from '../status/vocabulary.ts';\n"],
  ['lib/panel/a.ts', imports('@preact/signals')],
  ['lib/panel/a.ts', imports('../status/assess.ts')],
  ['lib/snapshot/storage/a.ts', imports('../../status/assess.ts')],
  ['lib/snapshot/a.ts', imports('zod/mini')],
  ['lib/snapshot/a.ts', imports('./import/scope.ts')],
  ['lib/schema/a.ts', imports('zod/mini')],
  ['components/A.tsx', imports('../lib/panel/model.ts')],
  ['components/A.tsx', imports('preact')],
  ['components/A.tsx', imports('./A.module.css')],
  ['entrypoints/sidepanel/main.tsx', imports('../../lib/browser.ts')],
  ['entrypoints/sidepanel/main.tsx', imports('../../components/App.tsx')],
];

test.each(CROSSING)('%s may not contain %s', (path, text) => {
  expect(crossings([{ path, text }])).toHaveLength(1);
});

test.each(WITHIN)('%s may contain %s', (path, text) => {
  expect(crossings([{ path, text }])).toEqual([]);
});

const REFUSED: [room: string, code: string, because: string][] = [
  ['lib/status', value('chrome.storage'), GLOBAL],
  ['lib/status', value('browser.storage'), GLOBAL],
  ['lib/status', value('globalThis.Date'), GLOBAL],
  ['lib/status', value('localStorage.length'), GLOBAL],
  ['lib/status', value("fetch('')"), GLOBAL],
  ['lib/status', value('Date.now()'), AMBIENT],
  ['lib/status', value('new Date()'), AMBIENT],
  ['lib/status', value('Date()'), AMBIENT],
  ['lib', value('Date.now()'), AMBIENT],
  ['lib', value('new Intl.Collator()'), AMBIENT],
  ['lib', value('new Intl.NumberFormat(undefined, {})'), AMBIENT],
  ['components', value("new Intl.Collator().compare('a', 'b')"), AMBIENT],
  ['components', value('new Date()'), AMBIENT],
];

const FINE: [room: string, code: string][] = [
  ['lib/status', given('new Date(instant)')],
  ['lib/status', given('Date.parse(instant)')],
  ['lib', given("new Intl.Collator('en').compare(instant, 'b')")],
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

/** In a single run: starting the linter takes longer than linting. */
async function lint(): Promise<{ category: string; location: { path: string } }[]> {
  const biome = join(ROOT, 'node_modules/.bin/biome');
  const flags = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  // It exits with an error, as it should: the result is in its output.
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
