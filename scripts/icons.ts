/** npm run icons: draws scripts/icon.svg in every size that browsers ask for, into public/icon/. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browsers/find.ts';

const SIZES = [16, 32, 48, 96, 128];
const FOLDER = join(import.meta.dirname, '../public/icon');

const found = await findBrowser(['chromium', 'chrome', 'edge']);
if (!found) throw new Error('Drawing the icons needs Chromium, Chrome or Edge.');

const svg = await readFile(join(import.meta.dirname, 'icon.svg'), 'utf8');
await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: found.executable, chromiumSandbox: false });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
    await page.screenshot({ path: join(FOLDER, `${size}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
