/** The packages for the stores have the same bytes whenever and wherever they are made, and contain nothing else. */
import { exec } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const NOT_COPIED = ['.git', '.output', '.wxt', 'coverage', 'node_modules'];
const LEFT_OVERS = [
  '.env',
  'notes.txt',
  'snapshot.json',
  'coverage/index.html',
  'lib/panel/model.ts.orig',
  'lib/.model.ts.swp',
  'components/node_modules/thing/index.ts',
  'docs/store/draft.html',
  '.output/screenshots/home.png',
  '.output/chrome-mv3/chunks/old.js',
];
const IN_AN_EXTENSION =
  /^(manifest\.json|LICENSES\.txt|(background|first-paint)\.js|sidepanel\.html|chunks\/[\w-]+\.js|assets\/[\w-]+\.css|icon\/\d+\.png)$/;

/** Each file's bytes by its path. */
type Files = Record<string, Uint8Array>;
type Packages = Record<'chrome' | 'firefox' | 'sources', Uint8Array>;

let folder: string;
let once: Packages;
let again: Packages;

// A copy without a git checkout, and with stray files in it.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packages-'));
  const copy = join(folder, 'copy');
  await cp(ROOT, copy, { recursive: true, filter: (path) => !NOT_COPIED.includes(basename(path)) });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  once = await packagesOf(copy);
  for (const path of LEFT_OVERS) await write(join(copy, path), 'left over');
  again = await packagesOf(copy);
});

afterAll(() => rm(folder, { recursive: true }));

it('is the same a second time, byte for byte, in spite of stray files', () => {
  expect(differing(once, again)).toEqual([]);
});

it.each(['chrome', 'firefox'] as const)('holds the extension for %s and nothing else', (browser) => {
  const files = unzipSync(once[browser]);

  expect(Object.keys(files).filter((path) => !IN_AN_EXTENSION.test(path))).toEqual([]);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'manifest.json',
      'LICENSES.txt',
      'background.js',
      'sidepanel.html',
      'icon/128.png',
    ]),
  );
});

it('contains what the extension is built from, without tests and stray files', () => {
  const paths = Object.keys(unzipSync(again.sources));

  expect([...new Set(paths.map((path) => path.split('/')[0]))].toSorted()).toEqual([
    '.npmrc',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'components',
    'docs',
    'entrypoints',
    'fixtures',
    'lib',
    'package-lock.json',
    'package.json',
    'public',
    'scripts',
    'tsconfig.json',
    'wxt.config.ts',
  ]);
  expect(paths).not.toEqual(expect.arrayContaining([expect.stringMatching(/\.(test\.tsx?|orig|swp)$/)]));
  expect(LEFT_OVERS.filter((path) => paths.includes(path))).toEqual([]);
});

it('contains sources that build the same extension with their README’s commands, in an empty folder', async () => {
  const empty = await mkdtemp(join(folder, 'empty-'));
  for (const [path, bytes] of Object.entries(unzipSync(once.sources))) await write(join(empty, path), bytes);
  const [commands = ''] =
    (await readFile(join(empty, 'README.md'), 'utf8')).match(/npm ci && npm run build/) ?? [];

  await run(commands, empty);

  for (const browser of ['chrome', 'firefox'] as const) {
    const built = await filesIn(join(empty, `.output/${browser}-mv3`));
    expect(differing(unzipSync(once[browser]), built)).toEqual([]);
  }
});

async function packagesOf(project: string): Promise<Packages> {
  await run('npm run package', project);
  const output = join(project, '.output');
  const zips = (await readdir(output)).filter((name) => name.endsWith('.zip'));
  const read = async (kind: string) => {
    const name = zips.filter((zip) => zip.endsWith(`-${kind}.zip`));
    expect(name).toHaveLength(1);
    return readFile(join(output, String(name)));
  };
  return { chrome: await read('chrome'), firefox: await read('firefox'), sources: await read('sources') };
}

/** As typed in a terminal: variables set by the test runner would change the build. */
async function run(command: string, cwd: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
  await promisify(exec)(command, { cwd, env, maxBuffer: 2 ** 24 });
}

async function filesIn(root: string): Promise<Files> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => [path.slice(root.length + 1), await readFile(path)] as const);
  return Object.fromEntries(await Promise.all(files));
}

/** The paths of files that only one of them has, or that differ. */
function differing(some: Files, others: Files): string[] {
  const paths = [...new Set([...Object.keys(some), ...Object.keys(others)])];
  return paths.filter((path) => {
    const [one, other] = [some[path], others[path]];
    return one === undefined || other === undefined || !Buffer.from(one).equals(other);
  });
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
