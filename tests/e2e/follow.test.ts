import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CONSOLE_ORIGINS } from '../../lib/consoles.ts';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { launchChromium } from '../../scripts/browsers/chromium.ts';
import { builtFor } from '../../scripts/browsers/launch.ts';
import { inEachBrowser } from './browsers.ts';
import { families } from './families.ts';
import { FOLLOW, openWithFilters } from './filter-panel.ts';
import { ROWS, STORED, WATCH_STORED } from './seen.ts';

const TIKTOK = 'https://ads.tiktok.com/i18n/dashboard?aadvid=70123';
const META = 'https://business.facebook.com/latest/home?asset_id=70123';
const SNAPCHAT = 'https://ads.snapchat.com/70123/campaigns';
const AMAZON = 'https://advertising.amazon.fr/campaign-manager/70123';
const LINKEDIN = 'https://www.linkedin.com/campaignmanager/accounts/70123';
const ELSEWHERE = 'https://mail.example/inbox/70123';
const SITES = [TIKTOK, META, SNAPCHAT, AMAZON, LINKEDIN, ELSEWHERE];
const HOSTS = SITES.map((site) => new URL(site).host);
const PAGE = '<!doctype html><title>Rosebud campaigns</title><h1>Rosebud</h1>';

/** The first visible row: its address and position. */
const FIRST_IN_SIGHT = `Array.from(document.querySelectorAll('main h3 > a'), (link) => {
  const { top, bottom } = link.closest('li').getBoundingClientRect();
  return { bottom, words: link.hash + ' at ' + Math.round(top) };
}).find(({ bottom }) => bottom > 0)?.words`;
const ALL = `document.querySelector("main h1")?.textContent === "2 of 14 sources need action."`;
const ON_TIKTOK =
  'document.querySelector("main h1")?.textContent === "None of 2 sources in TikTok Ads is broken; 1 has a warning."';
const says = (words: string) =>
  `document.querySelector('main').textContent.includes(${JSON.stringify(words)})`;
/** The line that names the console in front. */
const IN_FRONT = 'main p:has(strong)';
const SHOW = `${IN_FRONT} button.link`;

const Tab = z.object({ id: z.number(), windowId: z.number(), url: z.string().optional() });

inEachBrowser('beside the ads console', (browser) => {
  let panel: Panel;
  let tab: z.infer<typeof Tab>;

  /** The tab in front in the panel's window. */
  const frontOf = async (beside: Panel) =>
    Tab.parse(
      await beside.evaluate('chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab)'),
    );
  const activate = (id: number) => browser().evaluate(`chrome.tabs.update(${id}, { active: true })`);
  const newTab = async (url: string, windowId: number) =>
    Tab.parse(await browser().evaluate(`chrome.tabs.create(${JSON.stringify({ url, windowId })})`));
  const follow = () => browser().allow(CONSOLE_ORIGINS, () => panel.click(FOLLOW));

  /** Nothing about any tab is stored, nor a platform filter that came only from a console. */
  async function expectNothingStored() {
    const stored = String(await browser().evaluate(STORED));
    expect(stored).toContain('tiktok-ads-france');
    for (const trace of [...HOSTS, '70123', 'Rosebud', 'TikTok Ads Manager']) {
      expect(stored).not.toContain(trace);
    }
    expect(stored).not.toMatch(/"platform":"[^"]+","(search|profile)":/);
  }

  beforeAll(async () => {
    await browser().serve(HOSTS, PAGE);
    await browser().evaluate(WATCH_STORED);
    panel = await openWithFilters(browser().window);
    tab = await frontOf(panel);
  });
  beforeEach(async () => {
    await activate(tab.id);
    await browser().window.visit(ELSEWHERE);
    await panel.waitFor(`!document.querySelector('${IN_FRONT}')`);
  });
  afterEach(expectNothingStored);

  it('knows no address before the user allows it', async () => {
    await browser().window.visit(TIKTOK);
    expect((await frontOf(panel)).url).toBeUndefined();
    await panel.waitFor(ALL);
  });

  it('says that the user refused', async ({ skip }) => {
    const { deny } = browser();
    if (!deny) return skip('the question of this browser cannot be pressed');
    await deny(() => panel.click(FOLLOW));
    await panel.waitFor(says('Not allowed, so nothing is followed.'));
    await panel.waitFor(ALL);
  });

  it('narrows to the console in front once the user allows it with a click', async () => {
    await browser().window.visit(TIKTOK);
    await follow();
    await panel.waitFor(ON_TIKTOK);
    expect((await frontOf(panel)).url).toBe(TIKTOK);
    await expectNothingStored();
    expect((await panel.text()).replace(/\s+/g, ' ')).toContain(
      'TikTok Ads Manager · 2 of 14 sources · Show all',
    );
    expect(await panel.evaluate('chrome.permissions.getAll().then(({ origins }) => origins.sort())')).toEqual(
      [...CONSOLE_ORIGINS].sort(),
    );
  });

  it('follows within a tab: to another console, to no console, and back', async () => {
    await browser().window.visit(META);
    await panel.waitFor(says('Meta Business Suite · 2 of 14 sources'));
    await browser().window.visit('https://business.facebook.com/adsmanager/manage');
    await panel.waitFor(says('Meta Ads Manager · 2 of 14 sources'));
    await browser().window.visit(ELSEWHERE);
    await panel.waitFor(ALL);
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
  });

  it('follows when a page changes its own address without loading', async () => {
    await browser().window.visit('https://www.linkedin.com/feed/');
    await panel.waitFor(ALL);
    await browser().window.evaluate(`history.pushState(null, '', '/campaignmanager/accounts/70123')`);
    await panel.waitFor(says('LinkedIn Campaign Manager · 2 of 14 sources'));
    await browser().window.evaluate(`history.pushState(null, '', '/feed/')`);
    await panel.waitFor(ALL);
  });

  it('follows from tab to tab', async () => {
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
    const snapchat = await newTab(SNAPCHAT, tab.windowId);
    await panel.waitFor(says('Snapchat Ads · 1 of 14 sources · Open Snapchat Ads Nordlicht'));
    await activate(tab.id);
    await panel.waitFor(ON_TIKTOK);
    const elsewhere = await newTab(ELSEWHERE, tab.windowId);
    await panel.waitFor(ALL);
    // Background tabs are not followed.
    await browser().evaluate(`chrome.tabs.update(${snapchat.id}, { url: '${META}' })`);
    await activate(snapchat.id);
    await panel.waitFor(says('Meta Business Suite'));
    await browser().evaluate(`chrome.tabs.remove([${snapchat.id}, ${elsewhere.id}])`);
    await activate(tab.id);
    await panel.waitFor(ON_TIKTOK);
  });

  it('opens the only source only when the user asks for it', async () => {
    await browser().window.visit(SNAPCHAT);
    await panel.waitFor(says('Open Snapchat Ads Nordlicht'));
    expect(await panel.evaluate('location.hash')).not.toContain('source');
    await panel.click(`${IN_FRONT} a`);
    await panel.waitFor('document.querySelector("main h1")?.textContent === "Snapchat Ads Nordlicht"');
    // An open source stays, wherever the tab goes.
    await browser().window.visit(TIKTOK);
    await panel.press('Escape');
    await panel.waitFor(ON_TIKTOK);
  });

  it('says when no source belongs to it, and leaves the list complete', async () => {
    await browser().window.visit(AMAZON);
    await panel.waitFor(says('Amazon Ads · none of 14 sources is from there'));
    await panel.waitFor(ALL);
  });

  it('lets the user’s own choice win until they leave the site, and then restores the previous view', async () => {
    await panel.click('search button[data-tone="warning"]');
    await panel.waitFor(says('Showing 3 of 14 sources.'));
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
    await browser().window.visit(META);
    await panel.waitFor(says('Meta Business Suite'));
    await panel.click(SHOW);
    await panel.waitFor(`${ROWS} === 14`);
    await browser().window.visit('https://business.facebook.com/adsmanager/manage');
    await panel.waitFor(says('Meta Ads Manager'));
    expect(await panel.evaluate(ROWS)).toBe(14);
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
    await panel.click('search button[data-tone="off"]');
    await panel.waitFor(`${ROWS} === 1`);
    await browser().window.visit(ELSEWHERE);
    await panel.waitFor(says('Showing 3 of 14 sources.'));
    await panel.click('search button[data-tone="warning"]');
    await panel.waitFor(ALL);
  });

  it('restores the list’s scroll position', async () => {
    await panel.look({ width: 360, height: 500 });
    await panel.evaluate('void scrollTo({ top: 700, behavior: "instant" })');
    const before = await panel.evaluate(FIRST_IN_SIGHT);
    await panel.waitFor(
      `chrome.storage.session.get(null).then((all) => JSON.stringify(all).includes('"listScroll":{"source":"'))`,
    );
    await browser().window.visit(TIKTOK);
    await panel.waitFor(`${ON_TIKTOK} && scrollY === 0`);
    await browser().window.visit(ELSEWHERE);
    await panel.waitFor(`${ALL} && ${FIRST_IN_SIGHT} === ${JSON.stringify(before)}`);
    await panel.evaluate('void scrollTo({ top: 0, behavior: "instant" })');
  });

  it('follows its own tab in each window, even when a tab moves to the other', async () => {
    const other = await browser().newWindow();
    const second = await openWithFilters(other);
    const beside = await frontOf(second);
    await other.visit(META);
    await second.waitFor(says('Meta Business Suite'));
    await panel.waitFor(ALL);
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
    await second.waitFor(says('Meta Business Suite'));

    const moving = await newTab(SNAPCHAT, tab.windowId);
    await panel.waitFor(says('Snapchat Ads'));
    await browser().evaluate(`chrome.tabs.move(${moving.id}, { windowId: ${beside.windowId}, index: -1 })`);
    await activate(tab.id);
    await panel.waitFor(ON_TIKTOK);
    await activate(moving.id);
    await second.waitFor(says('Snapchat Ads'));
    await browser().evaluate(`chrome.tabs.remove(${moving.id})`);
    await second.waitFor(says('Meta Business Suite'));
    await second.close();
  });

  it('narrows again when the panel is reopened, and keeps the previous view', async () => {
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
    await panel.close();
    panel = await browser().window.openPanel();
    await panel.waitFor(ON_TIKTOK);
    await browser().window.visit(ELSEWHERE);
    await panel.waitFor(ALL);
  });

  it('stops when the user says so, gives up the permission, and starts again on request', async () => {
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
    await panel.press('?');
    const button = 'section[aria-labelledby="console"] button';
    await panel.waitFor(`document.querySelector('${button}')?.textContent === 'Stop following'`);
    await panel.click(button);
    await panel.waitFor(`document.querySelector('${button}').textContent === 'Follow my ads console'`);
    await panel.waitFor('chrome.permissions.getAll().then(({ origins }) => origins.length === 0)');
    await panel.press('Escape');
    await panel.waitFor(ALL);
    await follow();
    await panel.waitFor(ON_TIKTOK);
  });

  it('ignores a console whose host was withdrawn in the browser’s settings', async () => {
    await browser().withdraw(['https://business.facebook.com/*']);
    await browser().window.visit(META);
    await panel.waitFor(ALL);
    await browser().window.visit(TIKTOK);
    await panel.waitFor(ON_TIKTOK);
  });

  it('says that the permission was withdrawn in the browser’s settings, and knows no address afterwards', async () => {
    await browser().withdraw(CONSOLE_ORIGINS);
    await panel.waitFor(says('The permission was withdrawn'));
    await panel.waitFor(ALL);
    await browser().window.visit(TIKTOK);
    expect((await frontOf(panel)).url).toBeUndefined();
    expect(await panel.problems()).toEqual([]);
  });
});

describe('the install warnings', () => {
  const found = families.map(({ found }) => found).find((found) => found && found.kind !== 'firefox');

  it.skipIf(!found)('of Chromium are empty until the user has allowed the consoles', async () => {
    if (!found || found.kind === 'firefox') return;
    const options = { executable: found.executable, extension: builtFor(found.kind), headless: true };
    const running = await launchChromium(found.kind, options);
    try {
      expect(await running.settings.installWarnings()).toEqual([]);
      const panel = await running.window.openPanel();
      await panel.click('[aria-controls="filter-panel"]');
      await running.allow(CONSOLE_ORIGINS, () => panel.click(FOLLOW));
      await panel.waitFor(says('No ads console in this tab.'));
      expect(await running.settings.installWarnings()).toEqual([
        'Read and change your data on a number of websites',
      ]);
    } finally {
      await running.close();
    }
  });
});
