/** npm run store-pictures: the pictures that stores require, in .output/store: screenshots of 1280 × 800, a tile of 440 × 280. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takePictures } from './window-pictures.ts';

const FOLDER = join(import.meta.dirname, '../.output/store');

await takePictures(1, async (take, context) => {
  await take('#/', join(FOLDER, '1-sources.png'));
  await take('#/source/meta-ads-france', join(FOLDER, '2-source.png'));
  await take('#/data', join(FOLDER, '3-data.png'));

  const page = await context.newPage();
  await page.setViewportSize({ width: 440, height: 280 });
  await page.setContent(`
    <style>
      body { display: grid; place-content: center; justify-items: center; gap: 20px; margin: 0; height: 100vh }
      body { background: #f3f4f7; color: #23262f; font: 600 30px system-ui }
      svg { width: 96px }
    </style>
    ${await readFile(join(import.meta.dirname, 'icon.svg'), 'utf8')}
    Source Status Panel`);
  const tile = join(FOLDER, 'tile.png');
  await page.screenshot({ path: tile });
  console.log(tile);
});
