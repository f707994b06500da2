/** npm run icons: draws the icon in every size that browsers need, into public/icon/, in as few bytes as possible. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import optimise, { init } from '@jsquash/oxipng/optimise.js';
import { chromium } from 'playwright-core';
import { findBrowser } from './browsers/find.ts';

const SIZES = [16, 32, 48, 128];
const FOLDER = join(import.meta.dirname, '../public/icon');

const found = await findBrowser(['chromium', 'chrome', 'edge']);
if (!found) throw new Error('Drawing the icons needs Chromium, Chrome or Edge.');

/** The 16-pixel icon has its own drawing, with its edges on whole pixels. */
const drawingOf = (size: number) => (size === 16 ? 'icon-16.svg' : 'icon.svg');
const wasm = fileURLToPath(import.meta.resolve('@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm'));
await init(await WebAssembly.compile(await readFile(wasm)));
await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: found.executable, chromiumSandbox: false });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    const svg = await readFile(join(import.meta.dirname, drawingOf(size)), 'utf8');
    const png = await page.evaluate(draw, { svg, size });
    const small = await optimise(Uint8Array.from(png).buffer, { level: 6, optimiseAlpha: true });
    await writeFile(join(FOLDER, `${size}.png`), new Uint8Array(small));
  }
} finally {
  await browser.close();
}

/** Runs in the page. @returns the bytes of a PNG */
async function draw({ svg, size }: { svg: string; size: number }): Promise<number[]> {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return [...new Uint8Array(await png.arrayBuffer())];
}
