import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountIn } from '../../lib/console-accounts.ts';
import { CONSOLE_ORIGINS, consoleOf } from '../../lib/consoles.ts';
import { anyCharacter } from '../any-text.ts';

describe('the account in an address', () => {
  const uuid = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

  it.each([
    ['https://ads.tiktok.com/i18n/perf/campaign?aadvid=7012345678901&x=1', 'tiktok_ads', '7012345678901'],
    ['https://adsmanager.facebook.com/adsmanager/manage/campaigns?act=48217345', 'meta_ads', '48217345'],
    ['https://business.facebook.com/adsmanager/manage/ads?act=act_48217345#x', 'meta_ads', '48217345'],
    [
      'https://ui.ads.microsoft.com/campaign/vnext/campaigns?aid=17698&cid=25426&uid=1',
      'microsoft_ads',
      '17698',
    ],
    ['https://www.linkedin.com/campaignmanager/accounts/507131805/campaigns', 'linkedin_ads', '507131805'],
    ['https://www.linkedin.com/campaignmanager/accounts/507131805', 'linkedin_ads', '507131805'],
    ['https://ads.pinterest.com/advertiser/549756244483/reporting/', 'pinterest_ads', '549756244483'],
    [`https://ads.snapchat.com/${uuid}/manage`, 'snapchat_ads', uuid],
    [
      'https://advertising.amazon.fr/cm/campaigns?entityId=ENTITY1TVPGA5B1GOJW',
      'amazon_ads',
      'ENTITY1TVPGA5B1GOJW',
    ],
    ['https://analytics.google.com/analytics/web/#/p494449748/reports/home', 'google_analytics', '494449748'],
    [
      'https://analytics.google.com/analytics/web/#/a359545509p494449748/admin',
      'google_analytics',
      '494449748',
    ],
    [
      'https://analytics.google.com/analytics/web/?hl=fr#/analysis/a3p49444/edit/x',
      'google_analytics',
      '49444',
    ],
    ['https://admin.shopify.com/store/maison-ete/products', 'shopify', 'maison-ete'],
  ])('%s', (address, platform, id) => {
    expect(accountIn(address)).toMatchObject({ platform, id });
  });

  it('has no other name in use if a mismatch counts as proof', () => {
    const isOnlyName = (address: string) => accountIn(address)?.isOnlyName;
    expect(isOnlyName('https://ads.tiktok.com/i18n/perf?aadvid=7012')).toBe(true);
    expect(isOnlyName('https://ui.ads.microsoft.com/campaign?aid=17698')).toBe(false);
    expect(isOnlyName(`https://ads.snapchat.com/${uuid}`)).toBe(false);
    expect(isOnlyName('https://advertising.amazon.fr/cm?entityId=ENTITY1TV')).toBe(false);
    expect(isOnlyName('https://admin.shopify.com/store/maison-ete')).toBe(false);
  });

  it.each([
    [
      'Google’s ocid is no customer number',
      'https://ads.google.com/aw/campaigns?ocid=123456789&__e=1234567890',
    ],
    ['the old Analytics named a view', 'https://analytics.google.com/analytics/web/#/a1w2p3/report'],
    [
      'an Analytics account is not a property',
      'https://analytics.google.com/analytics/web/#/a359545509/admin',
    ],
    ['a page of the Business Suite', 'https://business.facebook.com/latest/home?asset_id=1&act=48217345'],
    ['no account chosen yet', 'https://ads.tiktok.com/i18n/perf'],
    ['two accounts at once', 'https://ads.tiktok.com/i18n/perf?aadvid=1234&aadvid=5678'],
    ['a word in its place', 'https://ads.pinterest.com/advertiser/bulk-editor/'],
    ['nothing in its place', 'https://ads.tiktok.com/i18n/perf?aadvid='],
    ['more than an id', 'https://ads.tiktok.com/i18n/perf?aadvid=70123x'],
    ['far more than an id', `https://ads.tiktok.com/i18n/perf?aadvid=${'7'.repeat(31)}`],
    ['a Snapchat page that is none', 'https://ads.snapchat.com/political_ads'],
    ['a list of stores', 'https://admin.shopify.com/store'],
    ['a number where a handle belongs', 'https://admin.shopify.com/store/12345678'],
    ['another site', 'https://evil.example/i18n/perf?aadvid=7012345'],
    ['another port', 'https://ads.tiktok.com:8443/i18n/perf?aadvid=7012345'],
    ['http', 'http://ads.tiktok.com/i18n/perf?aadvid=7012345'],
    ['another part of LinkedIn', 'https://www.linkedin.com/in/accounts/507131805'],
    ['no address', 'aadvid=7012345'],
  ])('%s: %s', (_, address) => {
    expect(accountIn(address)).toBeNull();
  });
});

describe('for any address', () => {
  const host = fc.constantFrom(...CONSOLE_ORIGINS.map((origin) => new URL(origin.replace('*', '')).host));

  it('there is an account only on a console, and nothing throws', () => {
    const rest = fc.string({
      unit: fc.oneof(
        fc.constantFrom('?', '&', '#', '/', '=', '%', 'p1', 'aadvid', 'act'),
        fc.string({ unit: anyCharacter, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(host, rest, (name, end) => {
        const address = `https://${name}/${end}`;
        const account = accountIn(address);
        if (account !== null) expect(consoleOf(address)?.platform).toBe(account.platform);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (address) => {
        expect(accountIn(address)).toBeNull();
      }),
    );
  });
});
