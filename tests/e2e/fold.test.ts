/** How much the list shows without scrolling, in a side panel as Chrome opens it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { manySources } from '../../fixtures/many-sources.ts';
import { itemsOf } from '../../scripts/bench/data.ts';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { inEachBrowser } from './browsers.ts';
import { HEADING, ROWS } from './seen.ts';

const HEIGHT = 700;

const GROUPS = 'document.querySelectorAll("main section:has(h2)").length';

/** Pixels from the page's top. */
const Seen = z.object({
  firstRow: z.number(),
  wholeRows: z.number(),
  groups: z.array(z.object({ name: z.string(), top: z.number(), bar: z.string() })),
});

function look() {
  const boxes = Array.from(document.querySelectorAll('main li:has(h3)'), (row) =>
    row.getBoundingClientRect(),
  );
  return {
    firstRow: boxes[0]?.top,
    wholeRows: boxes.filter(({ bottom }) => bottom <= innerHeight).length,
    groups: Array.from(document.querySelectorAll('main section:has(h2)'), (group) => ({
      name: group.querySelector('h2 bdi')?.textContent,
      top: group.getBoundingClientRect().top,
      bar: group.querySelector('[role=img]')?.textContent,
    })),
  };
}

inEachBrowser('a panel of 360 × 700 pixels', (browser) => {
  let panel: Panel;

  beforeAll(async () => {
    panel = await browser().window.openPanel();
    await panel.look({ width: 360, height: HEIGHT });
    await panel.waitFor(`${ROWS} === 14`);
  });
  afterAll(() => panel.close());

  const seen = async () => Seen.parse(await panel.evaluate(look));

  it('shows the first row by 210 px, and 8 whole rows, of a team’s morning', async () => {
    const { firstRow, wholeRows } = await seen();
    expect(firstRow).toBeLessThanOrEqual(210);
    expect(wholeRows).toBeGreaterThanOrEqual(8);
  });

  it('shows every Profile that needs action within two screens, of 200 sources', async () => {
    const items = await itemsOf(manySources(200, 10));
    // With the lock, like any other page of the extension.
    await panel.evaluate(
      `navigator.locks.request('snapshot', () => chrome.storage.local.set(${JSON.stringify(items)}))`,
    );
    await panel.waitFor(`${HEADING} === "23 of 200 sources need action." && ${GROUPS} === 10`);
    await panel.painted();
    const inNeed = (await seen()).groups.filter(({ bar }) => /error|unknown/.test(bar));
    expect(inNeed).toHaveLength(10);
    expect(inNeed.filter(({ top }) => top > 2 * HEIGHT)).toEqual([]);
  });
});
