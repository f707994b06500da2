/** The table of the goals. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { manySources } from '../../fixtures/many-sources.ts';
import type { RunningChromium } from '../browsers/chromium.ts';
import {
  addWork,
  BUILT,
  type Copy,
  loadCopy,
  makeCopy,
  PANEL,
  replaceItems,
  storeItems,
  WORK,
} from './copies.ts';
import { itemsOf, RUNS, withOneChange } from './data.ts';
import { type Floors, measureFloors } from './floors.ts';
import { type Openings, openInTurn } from './openings.ts';
import { inPage, openPanel, readMarks } from './pages.ts';
import { countRenders } from './renders.ts';
import { gzipOf, zipOf } from './sizes.ts';
import { bytes, type Line, median, ratio } from './table.ts';
import type { Work } from './work.ts';

const ROUNDS = 20;
const MANY = 1000;

export async function measureAll(running: RunningChromium): Promise<Line[]> {
  const load = async (name: string, count: number) =>
    loadCopy(running, await makeCopy(name), { count, items: await itemsOf(manySources(count, RUNS, 1)) });
  const fresh = await loadCopy(running, await makeCopy('fresh'), null);
  const one = await load('one', 1);
  const many = await load('many', MANY);

  const { blank, panels } = await openInTurn(running, [fresh, one, many], ROUNDS);
  const [ofFresh, ofOne, ofMany] = panels;
  if (!ofFresh || !ofOne || !ofMany) throw new Error('Nothing was measured');
  const floors = await measureFloors(running, ROUNDS);
  const work = await measureWork(running);
  const list = await loadedByList(running, fresh);
  const redrawn = await redraw(running, many);
  const freezes = await importing(running, one);
  const shift = Math.max(...panels.flatMap((panel) => panel.shift));

  return [
    ...openingLines({ blank, fresh: ofFresh, one: ofOne, many: ofMany }, floors),
    ...workLines(work, freezes),
    ...(await sizeLines(ofMany.heap, list)),
    ...stabilityLines(redrawn, shift),
  ];
}

/** How long until the user sees something. */
function openingLines(
  { blank, fresh, one, many }: { blank: number[]; fresh: Openings; one: Openings; many: Openings },
  floors: Floors,
): Line[] {
  return [
    ratio(
      'First rows painted, first fixture / blank page',
      'The first row’s text on the screen (Element Timing) / a blank extension page’s first-paint; both since the navigation.',
      1.65,
      [fresh.firstRow, blank],
    ),
    ratio(
      'Floor: the panel’s code loaded and run, a word drawn / blank page',
      'The panel’s page without the element it draws in; another script adds a word; first-paint.',
      null,
      [floors.loaded, floors.blank],
    ),
    ratio(
      'Floor: the same list without any script / blank page',
      'What the panel shows, written into a page with its style sheet; first-paint.',
      null,
      [floors.still, floors.blank],
    ),
    ratio('First rows painted, 1,000 sources × 30 runs / 1 source', 'The same, with more stored.', 1.45, [
      many.firstRow,
      one.firstRow,
    ]),
    ratio(
      'Whole list of 1,000 in the document / blank page',
      'The last row’s arrival in the document.',
      4.2,
      [many.lastRow, blank],
    ),
    ratio(
      'A detail opened, among 1,000 / among 1',
      'From the click on a row to the frame after its last section appears.',
      1.2,
      [many.detail, one.detail],
    ),
  ];
}

/** How long the panel's own code takes. */
function workLines(work: Work, freezes: readonly number[]): Line[] {
  return [
    ratio(
      'A keystroke’s filtering of 1,000 rows / JSON.parse',
      'A new search and everything computed from it, nothing drawn; mean of eight in a row / parsing the snapshot’s text.',
      0.05,
      [work.filter, work.parse],
    ),
    ratio('Assessing 1,000 × 30 / JSON.parse', 'assessSource of each source / parsing the same text.', 0.5, [
      work.assess,
      work.parse,
    ]),
    ratio('importSnapshot of 1,000 × 30 / JSON.parse', 'The whole import, including the parsing.', 4, [
      work.import,
      work.parse,
    ]),
    {
      what: 'Longest task of the panel at that import',
      why: 'A file chosen in Test data, until its result is shown and the rows are checked; median of 5.',
      figures: freezes.map((ms) => ms.toFixed(0)).join(' '),
      value: median(freezes),
      goal: 200,
      unit: 'ms',
    },
  ];
}

/** How much memory and how many bytes the panel takes. */
async function sizeLines(heap: readonly number[], list: { files: string[]; size: number }): Promise<Line[]> {
  return [
    bytes(
      'Heap of the panel at 1,000',
      'The page’s heap after a full collection, all rows built; median.',
      7_000_000,
      median(heap),
    ),
    bytes(
      'JS + CSS loaded by the panel on the list, gzip',
      `Everything loaded when the list was complete and checked: ${list.files.join(' ')}`,
      42_000,
      list.size,
    ),
    bytes('Background, gzip', 'background.js', 12_000, await gzipOf(BUILT, ['background.js'])),
    bytes('Whole extension, zip', 'All files of the build, each compressed.', 150_000, await zipOf(BUILT)),
  ];
}

/** What changes on the screen without need. */
function stabilityLines(redrawn: number, shift: number): Line[] {
  return [
    {
      what: 'Rows drawn again when one of 1,000 sources changes',
      why: 'Calls of a row’s render function, by the profiler’s call counts.',
      figures: '',
      value: redrawn,
      goal: 1,
      unit: 'count',
    },
    {
      what: 'Layout shift while opening',
      why: 'The maximum over all openings, in ten-thousandths.',
      figures: '',
      value: Math.round(shift * 10_000),
      goal: 0,
      unit: 'count',
    },
  ];
}

async function measureWork(running: RunningChromium): Promise<Work> {
  const folder = await makeCopy('work');
  await addWork(folder);
  const { origin } = await loadCopy(running, folder, null);
  return inPage(running, `${origin}${WORK}`, '"measure" in globalThis', (page) =>
    page.evaluate<Work>(`measure(${MANY}, ${RUNS}, ${ROUNDS})`),
  );
}

/** The scripts and styles that have loaded once the list is complete and its rows are checked. */
async function loadedByList(running: RunningChromium, { origin, ...copy }: Copy) {
  const files = new Set<string>();
  const note = (request: Request) => {
    if (request.url().startsWith(origin)) files.add(new URL(request.url()).pathname.slice(1));
  };
  running.context.on('request', note);
  await openPanel(running, { origin, ...copy }, (page) => page.waitForTimeout(2000));
  running.context.off('request', note);
  const code = [...files].filter((file) => /\.(js|css)$/.test(file));
  return { files: code, size: await gzipOf(BUILT, code) };
}

async function redraw(running: RunningChromium, copy: Copy): Promise<number> {
  const items = await itemsOf(withOneChange(copy.count), 'changed');
  return openPanel(running, copy, async (page, session) => {
    await page.waitForTimeout(2000);
    const drawn = await countRenders(session);
    await drawn();
    await storeItems(page, items);
    await page.getByText('(renamed)').first().waitFor();
    await page.waitForTimeout(2000);
    return drawn();
  });
}

async function importing(running: RunningChromium, copy: Copy): Promise<number[]> {
  const file = join(import.meta.dirname, '../../.output/bench/many.json');
  await writeFile(file, JSON.stringify(manySources(MANY, RUNS, 1)));
  const longest: number[] = [];
  for (let round = 0; round < 5; round++) {
    await replaceItems(copy.anchor, await itemsOf(manySources(1, RUNS)));
    const url = `${copy.origin}${PANEL}data`;
    await inPage(running, url, 'document.querySelector("input[type=file]") !== null', async (page) => {
      await page.evaluate('marks.longestTask = 0');
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText('Imported “many.json”').first().waitFor();
      await page.waitForTimeout(2000);
      longest.push((await readMarks(page)).longestTask);
    });
  }
  return longest;
}
