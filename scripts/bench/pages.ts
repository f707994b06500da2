/** Measures pages of the extension: the panel itself, opened as a tab 360 pixels wide. */
import type { CDPSession, Page } from 'playwright-core';
import type { RunningChromium } from '../browsers/chromium.ts';
import { waitUntil } from '../browsers/wait-until.ts';
import { type Copy, PANEL } from './copies.ts';

/** Milliseconds since the navigation began. */
export interface Marks {
  /** The browser's own `first-paint`. */
  paint: number;
  /** When the first row's text was on the screen, by Element Timing. */
  firstRow: number;
  /** When the last row was added to the document. */
  lastRow: number;
  rows: number;
  /** The sum of layout shifts. */
  shift: number;
  /** The longest task, in milliseconds; 0 if none took 50. */
  longestTask: number;
}

/** Injected into each measured page before its own scripts. */
function watch() {
  const marks: Marks = { paint: 0, firstRow: 0, lastRow: 0, rows: 0, shift: 0, longestTask: 0 };
  Object.assign(globalThis, { marks });
  const observe = (type: string, tell: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-paint') marks.paint = startTime;
  });
  observe('element', (entry) => {
    marks.firstRow ||= 'renderTime' in entry ? Number(entry.renderTime) : 0;
  });
  observe('layout-shift', (entry) => {
    marks.shift += 'value' in entry ? Number(entry.value) : 0;
  });
  observe('longtask', ({ duration }) => {
    marks.longestTask = Math.max(marks.longestTask, duration);
  });
  new MutationObserver(() => {
    const rows = document.querySelectorAll('main h3 > a');
    if (rows.length === marks.rows) return;
    if (marks.rows === 0) rows[0]?.setAttribute('elementtiming', 'row');
    marks.rows = rows.length;
    marks.lastRow = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** Opens a page of a copy, runs the task once `ready` is true in it, and closes it. */
export async function inPage<T>(
  { context }: RunningChromium,
  url: string,
  ready: string,
  task: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.addInitScript(watch);
    await page.goto(url);
    await waitUntil(ready, () => page.evaluate<boolean>(ready), 30_000);
    return await task(page, await context.newCDPSession(page));
  } finally {
    await page.close();
  }
}

export const readMarks = (page: Page) => page.evaluate<Marks>('marks');

/** True once the list is complete and on the screen. */
function isWhole({ count }: Copy): string {
  return `marks.rows === ${count} && marks.firstRow > 0`;
}

export function openPanel<T>(
  running: RunningChromium,
  copy: Copy,
  task: (page: Page, session: CDPSession) => Promise<T>,
) {
  return inPage(running, `${copy.origin}${PANEL}`, isWhole(copy), task);
}

/** From the click on the first source's row until its last section is on the screen, in milliseconds. */
export function openDetail(page: Page): Promise<number> {
  return page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        new MutationObserver((_, observer) => {
          if (document.getElementById('external-accounts') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        }).observe(document, { childList: true, subtree: true });
        document.querySelector<HTMLElement>(selector)?.click();
      }),
    'a[href="#/source/source-00001"]',
  );
}

/** Bytes of the page's heap after garbage collection. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
