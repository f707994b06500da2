/** npm run icons: draws scripts/icon.svg in every size that browsers ask for, into public/icon/. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browsers/find.ts';
import { toPng } from './png.ts';

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
    const pixels = await page.evaluate(draw, { svg, size });
    await writeFile(join(FOLDER, `${size}.png`), toPng(size, pixels));
  }
} finally {
  await browser.close();
}

/** Runs in the page. @returns red, green, blue and alpha of each pixel */
async function draw({ svg, size }: { svg: string; size: number }): Promise<number[]> {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const context = new OffscreenCanvas(size, size).getContext('2d');
  context?.drawImage(image, 0, 0, size, size);
  return Array.from(context?.getImageData(0, 0, size, size).data ?? []);
}
