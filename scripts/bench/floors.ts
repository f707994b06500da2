/** Lower bounds for any panel: pages that do only part of its work. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningChromium } from '../browsers/chromium.ts';
import { BLANK, loadCopy, makeCopy } from './copies.ts';
import { inPage, openPanel, readMarks } from './pages.ts';

/** First paints in milliseconds, one per round. */
export interface Floors {
  blank: number[];
  /** Loads and runs all of the panel's scripts and styles, then draws only a word. */
  loaded: number[];
  /** What the panel shows, with its styles, as a page without scripts. */
  still: number[];
}

const PAGES = { blank: BLANK, loaded: 'loaded.html', still: 'still.html' } as const;

export async function measureFloors(running: RunningChromium, rounds: number): Promise<Floors> {
  const folder = await makeCopy('floors');
  const html = await readFile(join(folder, 'sidepanel.html'), 'utf8');
  await writeFile(join(folder, 'word.js'), "document.body.append('Blank');\n");
  const word = '<script type="module" src="/word.js"></script>';
  await writeFile(join(folder, PAGES.loaded), html.replace('<div id="app"></div>', word));
  const copy = await loadCopy(running, folder, null);
  const drawn = await openPanel(running, copy, (page) =>
    page.evaluate(() => document.getElementById('app')?.outerHTML ?? ''),
  );
  const withoutScripts = html.replaceAll(/<script[^>]*><\/script>/g, '');
  await writeFile(
    join(folder, PAGES.still),
    withoutScripts.replace('<div id="app"></div>', () => drawn),
  );

  const floors: Floors = { blank: [], loaded: [], still: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['blank', 'loaded', 'still'] as const) {
      const { paint } = await inPage(running, `${copy.origin}${PAGES[name]}`, 'marks.paint > 0', readMarks);
      floors[name].push(paint);
    }
  }
  return floors;
}
