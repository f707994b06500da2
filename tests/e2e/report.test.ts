import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importSnapshot } from '../../lib/snapshot/import.ts';
import { createStore } from '../../lib/snapshot/storage/store.ts';
import type { Panel, Running } from '../../scripts/browsers/browser.ts';
import { waitUntil } from '../../scripts/browsers/wait-until.ts';
import { MemoryArea, queue } from '../memory-area.ts';
import { inEachBrowser } from './browsers.ts';

/** Stores a fixture as the panel's own store would. */
async function load({ evaluate }: Running, id: string): Promise<void> {
  const file = join(import.meta.dirname, `../../fixtures/${id}.json`);
  const result = importSnapshot(await readFile(file, 'utf8'));
  if (!result.ok) throw new Error(`${id} is no snapshot`);
  const area = new MemoryArea();
  await createStore(area, queue(), () => id).save(result.snapshot);
  // The sample data stored on installation must come first, or it would overwrite this.
  const isInstalled = "chrome.storage.local.get('snapshot').then((stored) => 'snapshot' in stored)";
  await waitUntil('the installation', () => evaluate(isInstalled));
  await evaluate(`chrome.storage.local.set(${JSON.stringify(area.contents())})`);
}

/** The clipboard's content, as a person sees it: pasted as plain text and as formatted text. */
async function pasted(panel: Panel): Promise<unknown> {
  await panel.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.focus();
  });
  await panel.press('Control+v');
  await panel.waitFor("document.getElementById('pasted').value !== ''");
  await panel.evaluate(() => {
    const field = document.body.appendChild(document.createElement('div'));
    field.id = 'formatted';
    field.contentEditable = 'true';
    field.focus();
  });
  await panel.press('Control+v');
  await panel.waitFor("document.getElementById('formatted').textContent !== ''");
  return panel.evaluate(() => {
    const [plain, formatted] = [document.getElementById('pasted'), document.getElementById('formatted')];
    const elements = ['h1', 'table', 'a'].map((name) => formatted?.querySelectorAll(name).length);
    plain?.remove();
    formatted?.remove();
    return { text: plain instanceof HTMLTextAreaElement ? plain.value : null, elements };
  });
}

const reportFile = (name: string) =>
  readFile(join(import.meta.dirname, `../lib/report/reports/${name}.md`), 'utf8');
const buttonNamed = (name: string) =>
  `[...document.querySelectorAll('button')].find((button) => button.textContent === '${name}')`;

inEachBrowser('a source explained and handed over', (browser) => {
  let panel: Panel;

  async function openAt(id: string, hash: string, heading: string): Promise<void> {
    await load(browser(), id);
    panel = await browser().window.openPanel();
    // Repeatedly, because an opening panel goes to where the user was before.
    await panel.waitFor(
      `(location.hash = '${hash}', document.querySelector('main h1')?.textContent === '${heading}')`,
    );
  }

  describe('copying', () => {
    afterEach(() => panel.close());

    it('copies the report of the source, as it was reviewed', async () => {
      await openAt('sync-failing', '#/source/tiktok-ads-france', 'TikTok Ads France');
      await panel.click('main button');
      await panel.waitFor("document.querySelector('[role=status]').textContent === 'Report copied.'");
      expect(await pasted(panel)).toEqual({ text: await reportFile('sync-failing'), elements: [1, 2, 0] });
      expect(await panel.problems()).toEqual([]);
    });

    it('copies the report of all sources that need action', async () => {
      await openAt('a-teams-morning', '#/', '2 of 14 sources need action.');
      await panel.click('header button[aria-label^="Copy report"]');
      await panel.waitFor("document.querySelector('[role=status]').textContent === 'Report copied.'");
      expect(await pasted(panel)).toEqual({
        text: await reportFile('what-needs-action'),
        elements: [1, 4, 0],
      });
    });
  });

  describe('the detail', () => {
    beforeAll(async () => {
      await openAt('many-findings', '#/source/meta-ads-nordlicht', 'Meta Ads Nordlicht');
    });
    afterAll(() => panel.close());

    it('links from a finding to the preview of what helps', async () => {
      await panel.click('section[aria-labelledby="health"] button');
      await panel.waitFor("document.getElementById('preview-reconnect').checkVisibility()");
      expect(await panel.evaluate('document.activeElement.id')).toBe('action-reconnect');
    });
  });

  describe('the sync history', () => {
    const rows = "document.querySelectorAll('section[aria-labelledby=sync-history] tbody tr').length";
    const bars = "document.querySelectorAll('figure svg[role=img] > svg').length";

    beforeAll(async () => {
      await openAt('many-runs', '#/source/tiktok-ads-france', 'TikTok Ads France');
      await panel.waitFor(`${rows} === 30`);
    });
    afterAll(() => panel.close());

    it('has a bar for each of the newest 30 runs', async () => {
      expect(await panel.evaluate(bars)).toBe(30);
      expect(await panel.text()).toContain('The newest 30 of 33 runs: 21 completed, 4 failed');
    });

    it('is filtered by status with the keyboard', async () => {
      await panel.evaluate(`${buttonNamed('all 33')}.focus()`);
      await panel.press('Tab');
      await panel.press('Tab');
      expect(await panel.evaluate('document.activeElement.textContent')).toBe('failed 4');
      await panel.press('Enter');
      // Two consecutive runs that failed alike share a row.
      await panel.waitFor(`${rows} === 3`);
      expect(await panel.text()).toContain('×2');
      await panel.press('Shift+Tab');
      await panel.press('Shift+Tab');
      await panel.press('Enter');
      await panel.waitFor(`${rows} === 30`);
    });

    it('shows the older runs, and focuses the first of them', async () => {
      await panel.evaluate(`${buttonNamed('Show 2 older runs')}.focus()`);
      await panel.press('Enter');
      await panel.waitFor(`${rows} === 32`);
      await panel.waitFor("document.activeElement.tagName === 'TR'");
    });

    it('never scrolls sideways, from 220 to 800 pixels', async () => {
      for (const width of [220, 280, 360, 420, 600, 800]) {
        await panel.look({ width });
        await panel.painted();
        const tooWide = await panel.evaluate(
          'Math.max(0, document.documentElement.scrollWidth - innerWidth)',
        );
        expect(tooWide, `at ${width}`).toBe(0);
      }
      expect(await panel.problems()).toEqual([]);
    });
  });
});
