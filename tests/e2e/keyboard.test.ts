import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { inEachBrowser } from './browsers.ts';
import { focusFaults, stepTo, walkThrough } from './focus.ts';
import { HEADING, ROWS, STATUS } from './seen.ts';

const ON_HEADING = 'document.activeElement === document.querySelector("main h1")';
const SOURCE = '#/source/linkedin-ads-maison-ete';

inEachBrowser('by keyboard alone', (browser) => {
  let panel: Panel;

  beforeAll(async () => {
    panel = await browser().window.openPanel();
    // So low that much of every place is initially out of view.
    await panel.look({ width: 360, height: 420 });
    await panel.waitFor(`${ROWS} === 14`);
  });
  afterAll(() => panel.close());

  it('starts in the bar: the report, the link to the other place, and the settings', async () => {
    await stepTo(panel, 'Copy report of what needs action');
    expect(await focusFaults(panel)).toEqual([]);
    await stepTo(panel, 'Test data');
    expect(await focusFaults(panel)).toEqual([]);
    await stepTo(panel, 'Display and keyboard');
    expect(await focusFaults(panel)).toEqual([]);
  });

  it('reaches everything in the list, in reading order', async () => {
    expect(await walkThrough(panel)).toEqual([]);
  });

  it('filters, and searches', async () => {
    await stepTo(panel, '3 Warning', 'Shift+Tab');
    await panel.press('Space');
    await panel.waitFor(`${ROWS} === 3`);
    expect(await focusFaults(panel)).toEqual([]);
    await panel.press('Space');
    await panel.waitFor(`${ROWS} === 14`);
    await stepTo(panel, 'Search');
    await panel.type('ete');
    await panel.waitFor(`${ROWS} === 4`);
    expect(await focusFaults(panel)).toEqual([]);
  });

  it('goes from the search along the rows, and back', async () => {
    await panel.press('ArrowDown');
    await panel.waitFor("document.activeElement === document.querySelector('main h3 > a')");
    expect(await focusFaults(panel)).toEqual([]);
    for (let row = 1; row < 4; row++) await panel.press('ArrowDown');
    await panel.waitFor("document.activeElement === [...document.querySelectorAll('main h3 > a')].at(-1)");
    expect(await focusFaults(panel)).toEqual([]);
    for (let row = 0; row < 4; row++) await panel.press('ArrowUp');
    await panel.waitFor("document.activeElement.type === 'search'");
  });

  it('moves to the heading, and is not lost, when the pressed button disappears', async () => {
    await stepTo(panel, 'Show all');
    await panel.press('Enter');
    await panel.waitFor(`${ROWS} === 14 && ${ON_HEADING}`);
    expect(await focusFaults(panel)).toEqual([]);
  });

  it('opens a source, and reaches everything there', async () => {
    await stepTo(panel, 'LinkedIn Ads Maison Été');
    await panel.press('Enter');
    await panel.waitFor(`${HEADING} === "LinkedIn Ads Maison Été" && ${ON_HEADING}`);
    expect(await focusFaults(panel)).toEqual([]);
    expect(await walkThrough(panel)).toEqual([]);
  });

  it('opens the reasons and a preview, each in place', async () => {
    await stepTo(panel, 'Why this status', 'Shift+Tab');
    await panel.press('Enter');
    await panel.waitFor('document.querySelector("details").open');
    await stepTo(panel, 'Show Manual sync');
    await panel.press('Enter');
    await panel.waitFor('document.getElementById("preview-manual_sync").checkVisibility()');
    expect(await panel.evaluate('document.activeElement.id')).toBe('action-manual_sync');
    expect(await focusFaults(panel)).toEqual([]);
  });

  it('copies the report', async () => {
    await stepTo(panel, 'Copy report', 'Shift+Tab');
    await panel.press('Enter');
    await panel.waitFor(`${STATUS} === 'Report copied.'`);
    expect(await focusFaults(panel)).toEqual([]);
  });

  it('goes back to the same row', async () => {
    await panel.press('Escape');
    await panel.waitFor(`document.activeElement.getAttribute('href') === '${SOURCE}'`);
    expect(await focusFaults(panel)).toEqual([]);
  });

  it('reaches everything in the Data place, and loads a scenario', async () => {
    await stepTo(panel, 'Test data', 'Shift+Tab');
    await panel.press('Enter');
    await panel.waitFor(`${HEADING} === "Test data" && ${ON_HEADING} && document.querySelector('#about')`);
    expect(await walkThrough(panel)).toEqual([]);
    await panel.evaluate('document.querySelector("main h1").focus()');
    await stepTo(panel, 'Load The first source');
    await panel.press('Enter');
    await panel.waitFor(`${STATUS}.startsWith('Loaded “The first source”')`);
    expect(await focusFaults(panel)).toEqual([]);
    await stepTo(panel, 'Undo');
    await panel.press('Enter');
    await panel.waitFor(`${STATUS}.startsWith('Undone.')`);
    expect(await panel.evaluate('document.activeElement.textContent')).toContain('Undone.');
    await stepTo(panel, 'Show the sources');
    await panel.press('Enter');
    await panel.waitFor(`${ROWS} === 14 && ${ON_HEADING}`);
  });
});

inEachBrowser('a keyboard user’s focus, while another window changes the storage', (browser) => {
  let panel: Panel;
  /** What each scenario stores. */
  const contents = new Map<string, unknown>();

  const store = (items: unknown) => browser().evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
  const focusOn = (selector: string) => panel.evaluate(`document.querySelector('${selector}').focus()`);

  beforeAll(async () => {
    panel = await browser().window.openPanel();
    await panel.waitFor(`${ROWS} === 14`);
    await panel.goto('#/data');
    await panel.waitFor(`document.querySelector('#about')`);
    await panel.evaluate(`document.querySelectorAll('details').forEach((group) => group.open = true)`);
    for (const scenario of ['many-runs', 'empty', 'a-teams-morning']) {
      await panel.click(`[aria-describedby="scenario-${scenario}"]`);
      await panel.waitFor(
        `document.querySelector('li:has([aria-describedby="scenario-${scenario}"]) [data-tone="healthy"]')`,
      );
      contents.set(scenario, await browser().evaluate('chrome.storage.local.get(null)'));
    }
    await panel.goto('#/');
    await panel.waitFor(`${ROWS} === 14`);
  });
  afterAll(() => panel.close());

  it('stays on a row that still exists, wherever it is now', async () => {
    await focusOn('a[href="#/source/tiktok-ads-france"]');
    await store(contents.get('many-runs'));
    await panel.waitFor(`${ROWS} < 14`);
    const at = await panel.evaluate('document.activeElement.getAttribute("href")');
    expect(at).toBe('#/source/tiktok-ads-france');
  });

  it('moves to the heading when the row is gone, and the change is announced', async () => {
    await store(contents.get('empty'));
    await panel.waitFor(`${HEADING} === "This snapshot holds no sources."`);
    expect(await panel.evaluate(ON_HEADING)).toBe(true);
    await store(contents.get('a-teams-morning'));
    await panel.waitFor(`${ROWS} === 14`);
    expect(await panel.evaluate(STATUS)).toBe('2 sources now need action.');
  });

  it('moves to the list, with the reason, when the source is gone', async () => {
    await panel.goto('#/source/meta-ads-france');
    await panel.waitFor(`${HEADING} === "Meta Ads France" && ${ON_HEADING}`);
    await focusOn('#action-reconnect');
    await store(contents.get('empty'));
    await panel.waitFor(`${HEADING} === "This snapshot holds no sources." && ${ON_HEADING}`);
    expect(await panel.evaluate(STATUS)).toContain('no longer in the snapshot');
    await store(contents.get('a-teams-morning'));
    await panel.waitFor(`${ROWS} === 14`);
  });

  it('stays in place in a source that the next snapshot also has', async () => {
    await panel.goto('#/source/tiktok-ads-france');
    await panel.waitFor(`${HEADING} === "TikTok Ads France" && ${ON_HEADING}`);
    await focusOn('#action-refresh_metadata');
    await store(contents.get('many-runs'));
    await panel.waitFor(`document.querySelector("main").textContent.includes("The newest 30 of 33 runs")`);
    expect(await panel.evaluate('document.activeElement.id')).toBe('action-refresh_metadata');
  });

  it('moves to the message when nothing can be read any more', async () => {
    await store({ snapshot: '{' });
    await panel.waitFor(`${HEADING} === "The stored snapshot cannot be read."`);
    expect(await panel.evaluate(ON_HEADING)).toBe(true);
  });
});
