import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSOLE_ORIGINS, consoleOf } from '../../lib/consoles.ts';
import { platformName } from '../../lib/platforms.ts';
import { anyCharacter } from '../any-text.ts';

const HOSTS = CONSOLE_ORIGINS.map((origin) => new URL(origin.replace('*', '')).host);

describe('the consoles', () => {
  it.each([
    ['https://ads.tiktok.com/i18n/dashboard?aadvid=7012', 'tiktok_ads', 'TikTok Ads Manager'],
    ['https://ads.tiktok.com', 'tiktok_ads', 'TikTok Ads Manager'],
    ['https://adsmanager.facebook.com/adsmanager/manage/campaigns', 'meta_ads', 'Meta Ads Manager'],
    ['https://business.facebook.com/adsmanager/manage/ads', 'meta_ads', 'Meta Ads Manager'],
    ['https://business.facebook.com/latest/home?asset_id=1', 'meta_ads', 'Meta Business Suite'],
    ['https://business.facebook.com/adsmanagers', 'meta_ads', 'Meta Business Suite'],
    ['https://ads.google.com/aw/campaigns', 'google_ads', 'Google Ads'],
    ['https://ui.ads.microsoft.com/campaign/vnext/campaigns', 'microsoft_ads', 'Microsoft Advertising'],
    ['https://ads.microsoft.com/', 'microsoft_ads', 'Microsoft Advertising'],
    ['https://www.linkedin.com/campaignmanager', 'linkedin_ads', 'LinkedIn Campaign Manager'],
    ['https://www.linkedin.com/campaignmanager/accounts/5', 'linkedin_ads', 'LinkedIn Campaign Manager'],
    ['https://ads.pinterest.com/advertiser/5/', 'pinterest_ads', 'Pinterest Ads'],
    ['https://ads.snapchat.com/5/campaigns', 'snapchat_ads', 'Snapchat Ads'],
    ['https://advertising.amazon.com/campaign-manager', 'amazon_ads', 'Amazon Ads'],
    ['https://advertising.amazon.fr/campaign-manager', 'amazon_ads', 'Amazon Ads'],
    ['https://analytics.google.com/analytics/web/#/p5/reports', 'google_analytics', 'Google Analytics'],
    ['https://admin.shopify.com/store/maison', 'shopify', 'Shopify admin'],
  ])('%s is %s, called %s', (address, platform, name) => {
    expect(consoleOf(address)).toEqual({ platform, name });
  });

  it('belong to platforms that have a name', () => {
    for (const { platform } of consolesOfAllHosts()) expect(platformName(platform)).not.toBe(platform);
  });

  it('are ten platforms', () => {
    expect(new Set(consolesOfAllHosts().map(({ platform }) => platform)).size).toBe(10);
  });
});

describe('addresses that are not a console’s', () => {
  it.each([
    ['a look-alike behind it', 'https://ads.tiktok.com.evil.example/'],
    ['a look-alike before it', 'https://fake-ads.tiktok.com/'],
    ['a look-alike without the dot', 'https://adstiktok.com/'],
    ['a subdomain', 'https://login.ads.tiktok.com/'],
    ['the site around it', 'https://www.tiktok.com/ads.tiktok.com'],
    ['a trailing dot', 'https://ads.tiktok.com./'],
    ['another port', 'https://ads.tiktok.com:8443/'],
    ['http', 'http://ads.tiktok.com/'],
    ['http at the port of https', 'http://ads.tiktok.com:443/'],
    ['another scheme', 'ftp://ads.tiktok.com/'],
    ['the source of a page', 'view-source:https://ads.tiktok.com/'],
    ['a blob', 'blob:https://ads.tiktok.com/0a1b'],
    ['a file', 'file:///ads.tiktok.com/'],
    ['the name as a user', 'https://ads.tiktok.com@evil.example/'],
    ['the name as a user with a password', 'https://ads.tiktok.com:443@evil.example/'],
    ['a user', 'https://someone@ads.tiktok.com/'],
    ['a user with a password', 'https://someone:secret@ads.tiktok.com/'],
    ['a password alone', 'https://:secret@ads.tiktok.com/'],
    ['a Cyrillic letter', 'https://аds.tiktok.com/'],
    ['that letter in punycode', 'https://xn--ds-7kc.tiktok.com/'],
    ['the name in the path', 'https://evil.example/https://ads.tiktok.com/'],
    ['the name in the query', 'https://evil.example/?next=https://ads.tiktok.com/'],
    ['the name in the fragment', 'https://evil.example/#https://ads.tiktok.com/'],
    ['the rest of LinkedIn', 'https://www.linkedin.com/feed/'],
    ['a longer word than the path', 'https://www.linkedin.com/campaignmanagers'],
    ['the path further in', 'https://www.linkedin.com/in/campaignmanager'],
    ['a way out of the path', 'https://www.linkedin.com/campaignmanager/../feed'],
    ['a new tab', 'chrome://newtab/'],
    ['nothing', ''],
    ['no address', 'ads.tiktok.com'],
  ])('%s: %s', (_, address) => {
    expect(consoleOf(address)).toBeNull();
  });
});

describe('other spellings of the same address', () => {
  it.each([
    'HTTPS://ADS.TIKTOK.COM/',
    'https://Ads.TikTok.com/I18N',
    'https://ads.tiktok.com:443/',
    'https:\\\\ads.tiktok.com\\i18n',
    '  https://ads.tiktok.com/ ',
    'https://ads%2Etiktok.com/',
    'https://ａｄｓ.tiktok.com/',
  ])('%s', (address) => {
    expect(new URL(address).origin).toBe('https://ads.tiktok.com');
    expect(consoleOf(address)?.platform).toBe('tiktok_ads');
  });
});

describe('for any address', () => {
  const host = fc.constantFrom(...HOSTS);
  const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: anyCharacter }), (address) => void consoleOf(address)));
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        (url) => void consoleOf(url),
      ),
    );
    fc.assert(
      fc.property(
        host,
        fc.string({ unit: 'grapheme' }),
        (name, rest) => void consoleOf(`https://${name}${rest}`),
      ),
    );
  });

  it('accepts a console only over https, at its exact host and the default port, without a user name', () => {
    const parts = fc.record({
      scheme: fc.constantFrom('https', 'HTTPS', 'http', 'wss', 'ftp'),
      user: fc.constantFrom('', '', 'me@', 'me:pw@', 'ads.tiktok.com@'),
      before: fc.oneof(
        fc.constant(''),
        label.map((word) => `${word}.`),
        label,
      ),
      name: host,
      after: fc.oneof(
        fc.constant(''),
        fc.constant('.'),
        label.map((word) => `.${word}`),
        label,
      ),
      port: fc.constantFrom('', '', ':443', ':80', ':8443'),
      path: fc.constantFrom('', '/', '/accounts/5', '?a=b', '#c'),
    });
    fc.assert(
      fc.property(parts, ({ scheme, user, before, name, after, port, path }) => {
        const found = consoleOf(`${scheme}://${user}${before}${name}${after}${port}/campaignmanager${path}`);
        const isThere =
          /^https$/i.test(scheme) &&
          user === '' &&
          // With `ui.` before it, one of the hosts becomes another of them.
          HOSTS.includes(`${before}${name}${after}`) &&
          ['', ':443'].includes(port);
        expect(found !== null).toBe(isThere);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds only consoles whose origin is among the match patterns', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.option(host), (url, name) => {
        const address = name === null ? url : url.replace(/\/\/[^/]+/, `//${name}`);
        if (consoleOf(address) !== null) expect(CONSOLE_ORIGINS).toContain(`${new URL(address).origin}/*`);
      }),
    );
  });
});

describe('the match patterns', () => {
  it('name one https host each, without wildcards or duplicates', () => {
    for (const origin of CONSOLE_ORIGINS) expect(origin).toMatch(/^https:\/\/[a-z.]+\/\*$/);
    expect(new Set(CONSOLE_ORIGINS).size).toBe(CONSOLE_ORIGINS.length);
  });
});

function consolesOfAllHosts() {
  return HOSTS.map((host) => {
    const console = consoleOf(`https://${host}/campaignmanager`);
    if (console === null) throw new Error(`${host} is asked for, and is no console`);
    return console;
  });
}
