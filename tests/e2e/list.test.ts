import { expect, it } from 'vitest';
import { manySources } from '../../fixtures/many-sources.ts';
import { itemsOf } from '../../scripts/bench/data.ts';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { inEachBrowser } from './browsers.ts';
import { HEADING, ROWS } from './seen.ts';

async function onList(panel: Panel): Promise<Panel> {
  await panel.waitFor(`${HEADING}?.includes("sources")`);
  return panel;
}

inEachBrowser('the list of a team’s morning', (browser) => {
  it('answers the question, and filters by health', async () => {
    const panel = await onList(await browser().window.openPanel());
    await panel.waitFor(`${ROWS} === 14`);
    await panel.click('button[data-tone="error"]');
    await panel.waitFor(`${ROWS} === 2`);
    await panel.click('button[data-tone="off"]');
    await panel.waitFor(`${ROWS} === 4`);
    expect(await panel.text()).toContain('Showing 4 of 14 sources.');
    await panel.click('search button.link');
    await panel.waitFor(`${ROWS} === 14`);
    await panel.close();
  });

  it('finds “Été” by “ete”, and by an account’s masked reference', async () => {
    const panel = await onList(await browser().window.openPanel());
    await panel.click('input[type="search"]');
    await panel.type('ete');
    await panel.waitFor(`${ROWS} === 4`);
    await panel.press('Escape');
    await panel.waitFor(`${ROWS} === 14`);
    await panel.type('tt_•••_fr');
    await panel.waitFor(`${ROWS} === 1`);
    await panel.press('Escape');
    await panel.close();
  });

  it('goes back to the same row, with its focus and scroll position', async () => {
    const panel = await onList(await browser().window.openPanel());
    await panel.look({ width: 360, height: 500 });
    await panel.waitFor(`${ROWS} === 14`);
    await panel.click('a[href="#/source/meta-ads-maison-ete"]');
    await panel.waitFor(`${HEADING} === "Meta Ads Maison Été" && scrollY === 0`);
    await panel.press('Escape');
    await panel.waitFor('document.activeElement.getAttribute("href") === "#/source/meta-ads-maison-ete"');
    const seen = await panel.evaluate(
      '(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())',
    );
    expect(seen).toBe(true);
    await panel.close();
  });

  it('is in the same place, with the same filters, when the panel is reopened', async () => {
    const panel = await onList(await browser().window.openPanel());
    await panel.click('button[data-tone="warning"]');
    await panel.waitFor(`${ROWS} === 3`);
    await panel.click('a[href="#/source/tiktok-ads-maison-ete"]');
    await panel.waitFor(`${HEADING} === "TikTok Ads Maison Été"`);
    await panel.close();
    const again = await browser().window.openPanel();
    await again.waitFor(`${HEADING} === "TikTok Ads Maison Été"`);
    await again.press('Escape');
    await again.waitFor(`${ROWS} === 3`);
    await again.click('search button.link');
    await again.waitFor(`${ROWS} === 14`);
    await again.close();
  });

  it('shows the same data in two windows, each at its own place', async () => {
    const first = await onList(await browser().window.openPanel());
    const second = await onList(await (await browser().newWindow()).openPanel());
    await second.goto('#/source/meta-ads-france');
    await second.waitFor(`${HEADING} === "Meta Ads France"`);
    expect(await first.evaluate(HEADING)).toBe('2 of 14 sources need action.');
    await second.goto('#/data');
    await second.waitFor(`${HEADING} === "Test data"`);
    await second.click('button[aria-describedby="scenario-all-healthy"]');
    await first.waitFor(`${HEADING} === "None of 6 sources needs action."`);
    await second.close();
    await first.close();
  });
});

/** Scrolls like a user, with time to look at the row. @returns whether the row is in view then */
const bringToSight = (row: string) => `new Promise((resolve) => {
  const row = document.querySelector('${row}');
  const nextFrame = (task) => requestAnimationFrame(() => requestAnimationFrame(task));
  row.scrollIntoView({ block: 'center', behavior: 'instant' });
  nextFrame(() => nextFrame(() => {
    document.addEventListener('scrollend', () => nextFrame(() => {
      const { top, bottom } = row.getBoundingClientRect();
      resolve(top > 0 && bottom < innerHeight);
    }), { once: true });
    scrollBy({ top: 20, behavior: 'instant' });
  }));
})`;

inEachBrowser('a long list', (browser) => {
  it('goes back to a row far down, at the same position', async () => {
    const panel = await onList(await browser().window.openPanel());
    await panel.look({ width: 360, height: 500 });
    const items = await itemsOf(manySources(300, 3, 1));
    await panel.waitFor(`${ROWS} === 14`);
    // With the lock, like any other page of the extension.
    await panel.evaluate(
      `navigator.locks.request('snapshot', () => chrome.storage.local.set(${JSON.stringify(items)}))`,
    );
    await panel.waitFor(`${ROWS} === 300`);
    const far = 'a[href="#/source/source-00200"]';
    const place = `document.querySelector('${far}').getBoundingClientRect().top`;
    await panel.waitFor(bringToSight(far));
    // Its position at the click, because a driver may scroll first.
    await panel.evaluate(
      `addEventListener('click', () => (globalThis.atClick = ${place}), { capture: true, once: true })`,
    );
    await panel.click(far);
    await panel.waitFor(`document.activeElement.matches('h1') && scrollY === 0`);
    await panel.press('Escape');
    await panel.waitFor(
      `document.activeElement.matches('${far}') && Math.abs(${place} - globalThis.atClick) <= 1`,
    );
    await panel.close();
  });
});
