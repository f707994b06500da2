/** Measures only the list, with 1, 100 and 1,000 sources. */
import { manySources } from '../../fixtures/many-sources.ts';
import type { RunningChromium } from '../browsers/chromium.ts';
import { type Copy, loadCopy, makeCopy } from './copies.ts';
import { itemsOf, RUNS } from './data.ts';
import { openInTurn } from './openings.ts';
import { type Line, ratio } from './table.ts';

const COUNTS = [1, 100, 1000];
const ROUNDS = 20;

export async function measureList(running: RunningChromium): Promise<Line[]> {
  const copies: Copy[] = [];
  for (const count of COUNTS) {
    const items = await itemsOf(manySources(count, RUNS, 1));
    copies.push(await loadCopy(running, await makeCopy(String(count)), { count, items }));
  }
  const { blank, panels } = await openInTurn(running, copies, ROUNDS);
  return panels.flatMap(({ firstRow, lastRow, heap }, index) => {
    const count = COUNTS[index]?.toLocaleString('en');
    return [
      ratio(
        `${count}: first rows painted / blank page`,
        'First row’s text on the screen, since the navigation.',
        null,
        [firstRow, blank],
      ),
      ratio(
        `${count}: all rows in the document / blank page`,
        'The last row’s arrival in the document.',
        null,
        [lastRow, blank],
      ),
      ratio(
        `${count}: heap / with 1`,
        'After a full collection.',
        null,
        [inMegabytes(heap), inMegabytes(panels[0]?.heap ?? [])],
        'MB',
      ),
    ];
  });
}

function inMegabytes(sizes: readonly number[]): number[] {
  return sizes.map((size) => size / 1e6);
}
