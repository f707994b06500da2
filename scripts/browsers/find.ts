import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The browsers that can open the panel. All but Firefox are driven the same way. */
export const KINDS = ['chromium', 'chrome', 'edge', 'firefox'] as const;
export type Kind = (typeof KINDS)[number];
/** In search order. */
export type Kinds = readonly [Kind, ...Kind[]];

/** An installed browser. */
export interface Found {
  kind: Kind;
  executable: string;
}

/** Its names on the PATH. */
const COMMANDS: Record<Kind, string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  chrome: ['google-chrome', 'google-chrome-stable', 'chrome'],
  edge: ['microsoft-edge', 'microsoft-edge-stable', 'msedge'],
  firefox: ['firefox', 'firefox-esr'],
};

/** Where it may be if it is not on the PATH, relative to each of `roots()`. */
const PLACES: Partial<Record<NodeJS.Platform, Record<Kind, string[]>>> = {
  darwin: {
    chromium: ['Chromium.app/Contents/MacOS/Chromium'],
    chrome: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    edge: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    firefox: ['Firefox.app/Contents/MacOS/firefox'],
  },
  linux: {
    chromium: ['usr/lib/chromium/chromium', 'snap/bin/chromium'],
    chrome: ['opt/google/chrome/chrome'],
    edge: ['opt/microsoft/msedge/msedge'],
    firefox: [
      'usr/lib/firefox/firefox',
      'usr/lib/firefox-esr/firefox-esr',
      'opt/firefox/firefox',
      'snap/bin/firefox',
    ],
  },
  win32: {
    chromium: ['Chromium/Application/chrome.exe'],
    chrome: ['Google/Chrome/Application/chrome.exe'],
    edge: ['Microsoft/Edge/Application/msedge.exe'],
    firefox: ['Mozilla Firefox/firefox.exe'],
  },
};

function roots(): string[] {
  const { HOME = '', LOCALAPPDATA, PROGRAMFILES } = process.env;
  if (process.platform === 'darwin') return ['/Applications', join(HOME, 'Applications')];
  if (process.platform !== 'win32') return ['/'];
  return [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((root) => root !== undefined);
}

function candidates(kind: Kind): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = COMMANDS[kind].flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  const places = PLACES[process.platform]?.[kind] ?? [];
  return [...onPath, ...places.flatMap((place) => roots().map((root) => join(root, place)))];
}

/** The first installed browser of these kinds, in their order; undefined if there is none. */
export async function findBrowser(kinds: readonly Kind[] = KINDS): Promise<Found | undefined> {
  for (const kind of kinds) {
    for (const executable of candidates(kind)) {
      const usable = await access(executable, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (usable) return { kind, executable };
    }
  }
  return undefined;
}
