import { expect, it } from 'vitest';
import { ACTION_IDS } from '../../lib/status/vocabulary.ts';
import { FIRST_FIXTURE_LINES, missingInOrder } from '../first-fixture-lines.ts';
import { inEachBrowser } from './browsers.ts';
import { HEADING } from './seen.ts';

const readStored = 'chrome.storage.local.get(null)';

inEachBrowser('the real panel, opened by the toolbar button', (browser) => {
  it('opens on a team’s morning after installation', async () => {
    const panel = await browser().window.openPanel();
    await panel.waitFor(`${HEADING} === "2 of 14 sources need action."`);
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  it('shows every line of the first fixture, in order', async () => {
    const panel = await browser().window.openPanel();
    await panel.waitFor(`${HEADING}?.includes("sources")`);
    await panel.click('a[href="#/source/tiktok-ads-france"]');
    await panel.waitFor(`${HEADING} === "TikTok Ads France"`);
    expect(missingInOrder(await panel.text(), FIRST_FIXTURE_LINES)).toEqual([]);
    await panel.close();
  });

  it('opens the preview of each action in place, and changes nothing stored', async () => {
    const before = await browser().evaluate(readStored);
    const panel = await browser().window.openPanel();
    await panel.goto('#/source/tiktok-ads-france');
    // The heading takes the focus when the place is there; only then may the test go on.
    await panel.waitFor(`${HEADING} === "TikTok Ads France" && document.activeElement.tagName === "H1"`);
    for (const id of ACTION_IDS) {
      await panel.click(`#action-${id}`);
      await panel.waitFor(`document.getElementById("preview-${id}").checkVisibility()`);
    }
    expect(await panel.text()).toContain(
      'Nothing happens. The panel never changes the snapshot, contacts the platform, or starts a job.',
    );
    expect(await browser().evaluate(readStored)).toEqual(before);
    await panel.close();
  });

  it('goes back to the list with Escape and with the button', async () => {
    const panel = await browser().window.openPanel();
    await panel.goto('#/source/tiktok-ads-france');
    await panel.waitFor(`${HEADING} === "TikTok Ads France"`);
    await panel.press('Escape');
    await panel.waitFor(`${HEADING}?.includes("sources")`);
    await panel.goto('#/source/tiktok-ads-france');
    await panel.waitFor(`${HEADING} === "TikTok Ads France"`);
    await panel.click('header a');
    await panel.waitFor(`${HEADING}?.includes("sources")`);
    await panel.close();
  });

  it('immediately shows what another window stored, and says so if it cannot be read', async () => {
    const panel = await browser().window.openPanel();
    await panel.goto('#/');
    await panel.waitFor(`${HEADING}?.includes("sources")`);
    await browser().evaluate('chrome.storage.local.set({ snapshot: "{" })');
    await panel.waitFor(`${HEADING} === "The stored snapshot cannot be read."`);
    await browser().evaluate('chrome.storage.local.set({ snapshot: JSON.stringify({ layout: 99 }) })');
    await panel.waitFor(`${HEADING}?.startsWith("This snapshot was stored by a newer version")`);
    await browser().evaluate('chrome.storage.local.clear()');
    await panel.waitFor(`${HEADING} === "Nothing is stored yet."`);
    await panel.click('main button');
    await panel.waitFor(`${HEADING} === "2 of 14 sources need action."`);
    await panel.close();
  });
});
