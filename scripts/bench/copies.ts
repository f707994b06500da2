/**
 * Copies of the built extension, one for each amount of data, so that all can be measured alternately without rewriting
 * the storage. Each also has a blank page, and one has a page that runs pure code: neither is ever shipped.
 */
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { RunningChromium } from '../browsers/chromium.ts';
import { waitUntil } from '../browsers/wait-until.ts';

const OUTPUT = join(import.meta.dirname, '../../.output');
export const BUILT = join(OUTPUT, 'chrome-mv3');

export const BLANK = 'blank.html';
export const WORK = 'work.html';
export const PANEL = 'sidepanel.html#/';

const page = (content: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title></head><body>${content}</body></html>\n`;

declare const chrome: {
  storage: {
    local: {
      get(): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      clear(): Promise<void>;
    };
  };
};

/** @returns the copy's folder */
export async function makeCopy(name: string): Promise<string> {
  const folder = join(OUTPUT, 'bench', name);
  await rm(folder, { recursive: true, force: true });
  await cp(BUILT, folder, { recursive: true });
  // It needs a word, because an empty page has no first paint.
  await writeFile(join(folder, BLANK), page('<p>Blank</p>'));
  return folder;
}

/** Adds a page that runs the extension's pure code. */
export async function addWork(folder: string): Promise<void> {
  await writeFile(join(folder, WORK), page('<script type="module" src="work.js"></script>'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(import.meta.dirname, 'work.ts'), formats: ['es'], fileName: 'work' },
    },
  });
}

/** A copy loaded in the browser. */
export interface Copy {
  origin: string;
  /** How many sources it has stored. */
  count: number;
  /** Its first source is `source-00001`. */
  isInvented: boolean;
  /** An open page that keeps the extension's process alive, so that no measured page waits for it to start. */
  anchor: Page;
}

/** Loads a copy, waits until it has stored its first snapshot, and replaces that by these items unless they are null. */
export async function loadCopy(
  running: RunningChromium,
  folder: string,
  stored: { count: number; items: Record<string, unknown> } | null,
): Promise<Copy> {
  const { id } = await running.protocol.send('Extensions.loadUnpacked', { path: folder });
  const origin = `chrome-extension://${id}/`;
  const anchor = await running.context.newPage();
  await anchor.goto(`${origin}${BLANK}`);
  await waitUntil('the first snapshot', () =>
    anchor.evaluate(async () => 'rows' in (await chrome.storage.local.get())),
  );
  if (stored) await replaceItems(anchor, stored.items);
  return { origin, count: stored?.count ?? 14, isInvented: stored !== null, anchor };
}

/** Replaces everything that is stored. */
export async function replaceItems(page: Page, items: Record<string, unknown>): Promise<void> {
  await page.evaluate(() => chrome.storage.local.clear());
  await storeItems(page, items);
}

export async function storeItems(page: Page, items: Record<string, unknown>): Promise<void> {
  await page.evaluate((all) => chrome.storage.local.set(all), items);
}
