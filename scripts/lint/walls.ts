/**
 * The walls between the layers. Each import is resolved before it is checked, because what matters is the file it leads
 * to, not its spelling. `npm run check` prints every import that crosses a wall and fails.
 */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path/posix';

/** What a room's files may import besides each other. A type-only import may also reach `types`. */
interface Room {
  /** A folder or a file. The longest matching path decides a file's room. */
  at: string;
  rooms: string[];
  /** The names used in imports; a slash at the end allows all names that begin so. */
  packages?: string[];
  types?: string[];
}

const ROOMS: Room[] = [
  { at: 'lib/schema', rooms: [], packages: ['zod/mini'] },
  { at: 'lib/status', rooms: [], types: ['lib/schema'] },
  {
    at: 'lib/texts',
    rooms: [],
    types: ['lib/schema', 'lib/status'],
  },
  { at: 'lib/platforms.ts', rooms: [] },
  { at: 'lib/consoles.ts', rooms: [] },
  { at: 'lib/console-accounts.ts', rooms: ['lib/consoles.ts'] },
  { at: 'lib/with-timeout.ts', rooms: [] },
  { at: 'lib/snapshot', rooms: ['lib/schema', 'lib/status'], packages: ['zod/mini'] },
  { at: 'lib/snapshot/import', rooms: ['lib/schema'], packages: ['zod/mini'] },
  { at: 'lib/report', rooms: ['lib/schema', 'lib/status', 'lib/texts', 'lib/platforms.ts'] },
  {
    at: 'lib/exports',
    rooms: ['lib/schema', 'lib/status', 'lib/snapshot'],
    packages: ['zod/mini', 'croner'],
  },
  {
    at: 'lib/panel',
    rooms: ['lib/schema', 'lib/status', 'lib/texts', 'lib/snapshot', 'lib/report', 'lib/exports'].concat([
      'lib/platforms.ts',
      'lib/consoles.ts',
      'lib/console-accounts.ts',
      'lib/with-timeout.ts',
    ]),
    packages: ['@preact/signals', 'zod/mini'],
  },
  { at: 'lib/badge.ts', rooms: ['lib/status', 'lib/texts', 'lib/snapshot'] },
  {
    at: 'lib/browser.ts',
    rooms: ['lib/consoles.ts', 'lib/console-accounts.ts', 'lib/with-timeout.ts', 'lib/panel'].concat([
      'lib/snapshot',
      'lib/browser-api.ts',
      'lib/early.ts',
    ]),
  },
  // Only its types.
  { at: 'lib/browser-api.ts', rooms: [], packages: ['webextension-polyfill'] },
  { at: 'lib/early.ts', rooms: ['lib/browser-api.ts', 'lib/snapshot'] },
  {
    at: 'lib/background-browser.ts',
    rooms: [],
    packages: ['webextension-polyfill'],
    types: ['lib/badge.ts'],
  },
  {
    at: 'components',
    rooms: ['lib/schema', 'lib/status', 'lib/texts', 'lib/snapshot', 'lib/report', 'lib/panel'].concat([
      'lib/platforms.ts',
      'lib/consoles.ts',
    ]),
    packages: ['preact', 'preact/hooks', '@preact/signals', 'simple-icons/icons/'],
  },
  {
    at: 'entrypoints',
    rooms: ['components', 'lib', 'fixtures'],
    packages: ['preact', 'wxt/utils/define-background', 'wxt/utils/define-unlisted-script'],
  },
];

export interface SourceFile {
  /** Relative to the project's root, with forward slashes. */
  path: string;
  text: string;
}

/** One line for each import that crosses a wall: `lib/status/facts.ts imports lib/browser.ts`. */
export function crossings(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(path);
    if (room === undefined) return isGuarded(path) ? [`${path} is in no room of scripts/lint/walls.ts`] : [];
    return importsOf(text)
      .filter(({ from, isType }) => !isAllowed(room, path, from, isType))
      .map(({ from }) => `${path} imports ${targetOf(path, from)}`);
  });
}

export interface Import {
  from: string;
  isType: boolean;
  /** Loaded only when that code runs. */
  isLate?: boolean;
}

const STATIC = /^(?:import|export)\s+(type\b)?[^'"]*?from\s*['"]([^'"]+)['"]/gm;
const BARE = /^import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"`]([^'"`]+)['"`]/g;
const UNCERTAIN = /\bimport\(\s*[^'"`\s]/g;

/** What a file imports. */
export function importsOf(text: string): Import[] {
  return [
    ...Array.from(text.matchAll(STATIC), ([, type, from]) => ({
      from: from ?? '',
      isType: type !== undefined,
    })),
    ...Array.from(text.matchAll(BARE), ([, from]) => ({ from: from ?? '', isType: false })),
    ...Array.from(text.matchAll(DYNAMIC), ([, from]) => ({ from: from ?? '', isType: false, isLate: true })),
    ...Array.from(text.matchAll(UNCERTAIN), () => ({
      from: '(a path only known when it runs)',
      isType: false,
    })),
  ];
}

function isAllowed(room: Room, path: string, from: string, isType: boolean): boolean {
  const target = targetOf(path, from);
  if (!from.startsWith('.'))
    return (
      room.packages?.some((name) => from === name || (name.endsWith('/') && from.startsWith(name))) ?? false
    );
  if (target.endsWith('.css')) return true;
  if (isIn(target, room.at)) return true;
  const reached = isType ? [...room.rooms, ...(room.types ?? [])] : room.rooms;
  return reached.some((at) => isIn(target, at));
}

/** The path that an import leads to; for a package, its name. */
export function targetOf(path: string, from: string): string {
  return from.startsWith('.') ? normalize(join(dirname(path), from)) : from;
}

function roomOf(path: string): Room | undefined {
  return ROOMS.filter(({ at }) => isIn(path, at)).sort((a, b) => b.at.length - a.at.length)[0];
}

function isIn(path: string, at: string): boolean {
  return path === at || path.startsWith(`${at}/`);
}

function isGuarded(path: string): boolean {
  return /^(lib|components|entrypoints)\//.test(path);
}

if (import.meta.main) {
  const paths = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}');
  const found = crossings(
    await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') }))),
  );
  for (const crossing of found) console.error(crossing);
  if (found.length > 0) process.exitCode = 1;
}
