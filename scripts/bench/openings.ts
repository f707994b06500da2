/** Opens panels with different amounts of data and a blank page in turn. */
import type { RunningChromium } from '../browsers/chromium.ts';
import { BLANK, type Copy } from './copies.ts';
import { heapOf, inPage, openDetail, openPanel, readMarks } from './pages.ts';

/** Each round's figures. */
export interface Openings {
  firstRow: number[];
  lastRow: number[];
  shift: number[];
  detail: number[];
  heap: number[];
}

/** Longer than the panel takes to check 1,000 rows while idle. */
const SETTLED_AFTER_MS = 1000;
const WARM_UP = 2;

/** @returns the blank page's first paints and each panel's figures, in the order of the copies */
export async function openInTurn(running: RunningChromium, copies: readonly Copy[], rounds: number) {
  const blank: number[] = [];
  const panels = copies.map((): Openings => ({ firstRow: [], lastRow: [], shift: [], detail: [], heap: [] }));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const [index, copy] of copies.entries()) {
      const paint = await openBlank(running, copy);
      const opening = await openOnce(running, copy);
      if (round < 0) continue;
      blank.push(paint);
      const panel = panels[index];
      for (const key of ['firstRow', 'lastRow', 'shift', 'heap'] as const) panel?.[key].push(opening[key]);
    }
  }
  // Last, because the panel next opens where it was closed.
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const [index, copy] of copies.entries()) {
      if (!copy.isInvented) continue;
      const took = await openPanel(running, copy, openDetail);
      if (round >= 0) panels[index]?.detail.push(took);
    }
  }
  return { blank, panels };
}

function openBlank(running: RunningChromium, copy: Copy): Promise<number> {
  return inPage(
    running,
    `${copy.origin}${BLANK}`,
    'marks.paint > 0',
    async (page) => (await readMarks(page)).paint,
  );
}

function openOnce(running: RunningChromium, copy: Copy) {
  return openPanel(running, copy, async (page, session) => {
    const marks = await readMarks(page);
    await page.waitForTimeout(SETTLED_AFTER_MS);
    const heap = await heapOf(session);
    const { shift } = await readMarks(page);
    return { ...marks, shift, heap };
  });
}
