import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { CONSOLE_ORIGINS } from '../../lib/consoles.ts';
import type { BrowserWindow, Panel } from '../../scripts/browsers/browser.ts';
import { inEachBrowser } from './browsers.ts';
import { FOLLOW, openWithFilters } from './filter-panel.ts';
import { STATUS, STORED, WATCH_STORED } from './seen.ts';

const tiktok = (id: string) => `https://ads.tiktok.com/i18n/perf/campaign?aadvid=${id}`;
const meta = (id: string) => `https://adsmanager.facebook.com/adsmanager/manage/campaigns?act=${id}`;

const [SPARK, NOEL, STRANGE] = ['7012345678905678', '7012345678909021', '7012345678904444'];
const ELSEWHERE = 'https://mail.example/inbox';

/** Real console addresses, the id in each, and what the list of a team's morning says about it. */
const CONSOLES: [address: string, id: string, line: string | null][] = [
  [tiktok(SPARK), SPARK, 'Account …5678: TikTok Ads Maison Été · Warning'],
  [tiktok(NOEL), NOEL, 'Account …9021: TikTok Ads Maison Été · Warning'],
  // The other TikTok source's reference is a word, which may or may not mean this account.
  [tiktok(STRANGE), STRANGE, null],
  [meta('482173504821'), '482173504821', 'Account …4821: Meta Ads France · Error'],
  [meta('act_482173500093'), '482173500093', 'Account …0093 is known, and not selected.'],
  [meta('482173509999'), '482173509999', 'Account …9999 is in none of your 2 Meta sources.'],
  [
    'https://ui.ads.microsoft.com/campaign/vnext/campaigns?aid=176984417&cid=25426001',
    '176984417',
    'Account …4417: Microsoft Ads France · Healthy',
  ],
  [
    'https://www.linkedin.com/campaignmanager/accounts/507130931/campaign-groups',
    '507130931',
    'Account …0931: LinkedIn Ads Nordlicht · Warning',
  ],
  [
    'https://ads.pinterest.com/advertiser/549756248812/reporting/',
    '549756248812',
    'Account …8812: Pinterest Ads Maison Été · Warning',
  ],
  [
    'https://ads.snapchat.com/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2bc41d/manage',
    '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2bc41d',
    'Account …c41d: Snapchat Ads Nordlicht · Off',
  ],
  [
    'https://analytics.google.com/analytics/web/#/a359545509p494442204/reports/home',
    '494442204',
    'Account …2204: Analytics cyspera.example · Healthy',
  ],
  [
    'https://admin.shopify.com/store/cyspera-fr/products',
    'cyspera-fr',
    'Account …a-fr: Shopify Boutique France · Healthy · may be this account',
  ],
  ['https://ads.google.com/aw/campaigns?ocid=123457730&euid=12345', '123457730', null],
  ['https://advertising.amazon.fr/cm/campaigns?entityId=ENTITY1TVPGA5B1GOJW', 'ENTITY1TVPGA5B1GOJW', null],
];
const HOSTS = [
  ...new Set([...CONSOLES.map(([address]) => address), ELSEWHERE].map((url) => new URL(url).host)),
];

/** The line about the account; empty if there is none. */
const LINE = `([...document.querySelectorAll('main p')].map((line) => line.textContent.trim())
  .find((text) => text.startsWith('Account …')) ?? '')`;
const IN_FRONT = 'main p:has(strong)';
/** Where the account could leak besides the list: the title, the address, announcements and the toolbar button. */
const EXPOSED = `Promise.all([
  document.title, location.href, ${STATUS}, chrome.action.getTitle({}), chrome.action.getBadgeText({}),
]).then(JSON.stringify)`;

inEachBrowser('the account in front', (browser) => {
  let panel: Panel;
  let window: BrowserWindow;

  async function shows(line: string | null, where = panel): Promise<void> {
    await where.waitFor(`${LINE} === ${JSON.stringify(line ?? '')}`);
  }

  async function expectNothingKept(where = panel) {
    const stored = String(await browser().evaluate(STORED));
    expect(stored).toContain('tiktok-ads-france');
    const exposed = String(await where.evaluate(EXPOSED));
    const shown = String(await where.evaluate('document.documentElement.outerHTML'));
    for (const [, id] of CONSOLES) {
      expect(exposed).not.toContain(id.slice(-4));
      // Masked references store and show at most four characters of an id.
      for (let at = 0; at + 5 <= id.length; at += 1) {
        const part = id.slice(at, at + 5);
        // A word of the sample data that is also a store's name.
        if ('cyspera-fr ENTITY'.includes(part)) continue;
        expect(stored).not.toContain(part);
        expect(shown).not.toContain(part);
      }
    }
  }

  beforeAll(async () => {
    await browser().serve(HOSTS, '<!doctype html><title>Campaigns</title>');
    await browser().evaluate(WATCH_STORED);
    window = browser().window;
    panel = await openWithFilters(window);
  });
  afterEach(() => expectNothingKept());
  afterAll(async () => expect(await panel.problems()).toEqual([]));

  it('is not known before the user allows it', async () => {
    await window.visit(tiktok(SPARK));
    await shows(null);
    await expectNothingKept();
    await browser().allow(CONSOLE_ORIGINS, () => panel.click(FOLLOW));
    await shows('Account …5678: TikTok Ads Maison Été · Warning');
  });

  it.each(CONSOLES)('at %s', async (address, _, line) => {
    await window.visit(ELSEWHERE);
    await panel.waitFor(`!document.querySelector('${IN_FRONT}')`);
    await window.visit(address);
    await panel.waitFor(`document.querySelector('${IN_FRONT}')`);
    await shows(line);
    await expectNothingKept();
  });

  it('changes when the page changes its own address, and shows the last of quick changes', async () => {
    await window.visit(tiktok(SPARK));
    await shows('Account …5678: TikTok Ads Maison Été · Warning');
    const go = (id: string) => `history.pushState(null, '', '/i18n/perf/campaign?aadvid=${id}')`;
    await window.evaluate(go(NOEL));
    await shows('Account …9021: TikTok Ads Maison Été · Warning');
    await window.evaluate([SPARK, STRANGE, NOEL, STRANGE, SPARK].map(go).join(', '));
    await shows('Account …5678: TikTok Ads Maison Été · Warning');
    await window.evaluate(`history.replaceState(null, '', '/i18n/perf/campaign')`);
    await shows(null);
  });

  it('links to the source, and is shown again on the way back', async () => {
    await window.visit(meta('482173504821'));
    await shows('Account …4821: Meta Ads France · Error');
    await panel.click('main p > span a');
    await panel.waitFor('document.querySelector("main h1")?.textContent === "Meta Ads France"');
    await expectNothingKept();
    await panel.press('Escape');
    await shows('Account …4821: Meta Ads France · Error');
  });

  it('is in no report', async () => {
    await window.visit(tiktok(SPARK));
    await shows('Account …5678: TikTok Ads Maison Été · Warning');
    await panel.click('header button[aria-label^="Copy report"]');
    await panel.waitFor(`${STATUS} === 'Report copied.'`);
    await panel.evaluate(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.id = 'pasted';
      field.focus();
    });
    await panel.press('Control+v');
    await panel.waitFor('document.querySelector("#pasted").value !== ""');
    const report = String(await panel.evaluate('document.querySelector("#pasted").value'));
    await panel.evaluate('document.querySelector("#pasted").remove()');
    expect(report).toContain('TikTok Ads Maison Été');
    expect(report).not.toContain('5678');
  });

  it('is each window’s own', async () => {
    await window.visit(tiktok(SPARK));
    await shows('Account …5678: TikTok Ads Maison Été · Warning');
    const first = window;
    window = await browser().newWindow();
    const second = await openWithFilters(window);
    await window.visit(meta('482173509999'));
    await shows('Account …9999 is in none of your 2 Meta sources.', second);
    await shows('Account …5678: TikTok Ads Maison Été · Warning');
    await first.visit(tiktok(NOEL));
    await shows('Account …9021: TikTok Ads Maison Été · Warning');
    await shows('Account …9999 is in none of your 2 Meta sources.', second);
    await expectNothingKept(second);
    await second.close();
    window = first;
  });

  it('is forgotten when the permission is withdrawn', async () => {
    await window.visit(tiktok(SPARK));
    await shows('Account …5678: TikTok Ads Maison Été · Warning');
    await browser().withdraw(CONSOLE_ORIGINS);
    await shows(null);
  });
});
