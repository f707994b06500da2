import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manySources } from '../../fixtures/many-sources.ts';
import { launchChromium, type RunningChromium } from '../../scripts/browsers/chromium.ts';
import type { ChromiumPanel } from '../../scripts/browsers/chromium-panel.ts';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { builtFor } from '../../scripts/browsers/launch.ts';
import { HEADING, ROWS } from './seen.ts';

/** Firefox doesn't report layout shifts. */
const found = await findBrowser(['chromium']);

/** Runs in the panel: what has shifted since its document was loaded. */
function shifts(): string[] {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: 'layout-shift', buffered: true });
  return observer.takeRecords().map((entry) => JSON.stringify(entry));
}

describe.skipIf(!found)('nothing shifts', () => {
  let running: RunningChromium;
  let panel: ChromiumPanel;

  beforeAll(async () => {
    running = await launchChromium('chromium', {
      executable: found?.executable ?? '',
      extension: builtFor('chromium'),
      headless: true,
    });
    panel = await running.window.openPanel();
    await panel.waitFor(`${ROWS} === 14`);
  });
  afterAll(() => running.close());

  /** Reloads rather than just opens the panel: while it opens it grows, and those shifts can't be told from others. */
  async function load(hash: string, isThere: string): Promise<void> {
    await panel.goto(hash);
    await panel.waitFor(isThere);
    await panel.page.reload();
    await panel.waitFor(isThere);
    await panel.painted();
    // A shift is reported with the following frame.
    await panel.painted();
  }

  it.each([
    ['#/', `${ROWS} === 14`],
    ['#/source/tiktok-ads-france', `${HEADING} === "TikTok Ads France"`],
    ['#/data', 'document.querySelectorAll("h4").length > 40'],
  ])('in %s', async (hash, isThere) => {
    await load(hash, isThere);
    expect(await panel.evaluate(shifts)).toEqual([]);
  });

  it.each([
    ['Profiles of which the first frame shows the first', 28, 4],
    ['one Profile of many sources', 300, 1],
  ])('in a list of %s, while the rest of its rows is built', async (_, count, profiles) => {
    await panel.goto('#/data');
    await panel.waitFor('document.querySelector("textarea") !== null');
    await panel.evaluate(
      (text: string) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', text);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true });
        document.querySelector('textarea')?.dispatchEvent(event);
      },
      JSON.stringify(manySources(count, 3, profiles)),
    );
    await panel.waitFor(`document.querySelector('[role=status]').textContent.includes('${count} sources')`);
    await load('#/', `${ROWS} === ${count}`);
    expect(await panel.evaluate(shifts)).toEqual([]);
  });

  it('and a shift would be noticed', async () => {
    await panel.evaluate(`document.querySelector('main').prepend(document.createElement('textarea'))`);
    await expect.poll(() => panel.evaluate(shifts)).not.toEqual([]);
  });
});
