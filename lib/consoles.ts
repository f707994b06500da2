/** The ads consoles: at which address each is, and the platform whose sources belong to it. */
export interface Console {
  /** The word the snapshot uses. */
  platform: string;
  /** What the console calls itself. */
  name: string;
}

interface Site {
  host: string;
  /** What the path begins with, a whole segment; left out where the host has nothing but the console. */
  path?: string;
  console: Console;
}

const metaAdsManager = { platform: 'meta_ads', name: 'Meta Ads Manager' };
const microsoftAdvertising = { platform: 'microsoft_ads', name: 'Microsoft Advertising' };
const amazonAds = { platform: 'amazon_ads', name: 'Amazon Ads' };

/** One host per marketplace: https://kdp.amazon.com/en_US/help/topic/G202081980 */
const AMAZON_HOSTS = ['com', 'ca', 'co.uk', 'de', 'es', 'fr', 'it', 'com.au'].map(
  (ending) => `advertising.amazon.${ending}`,
);

/** The first that fits counts. */
const SITES: readonly Site[] = [
  { host: 'ads.tiktok.com', console: { platform: 'tiktok_ads', name: 'TikTok Ads Manager' } },
  { host: 'adsmanager.facebook.com', console: metaAdsManager },
  { host: 'business.facebook.com', path: '/adsmanager', console: metaAdsManager },
  { host: 'business.facebook.com', console: { platform: 'meta_ads', name: 'Meta Business Suite' } },
  { host: 'ads.google.com', console: { platform: 'google_ads', name: 'Google Ads' } },
  { host: 'ads.microsoft.com', console: microsoftAdvertising },
  { host: 'ui.ads.microsoft.com', console: microsoftAdvertising },
  {
    host: 'www.linkedin.com',
    path: '/campaignmanager',
    console: { platform: 'linkedin_ads', name: 'LinkedIn Campaign Manager' },
  },
  { host: 'ads.pinterest.com', console: { platform: 'pinterest_ads', name: 'Pinterest Ads' } },
  { host: 'ads.snapchat.com', console: { platform: 'snapchat_ads', name: 'Snapchat Ads' } },
  ...AMAZON_HOSTS.map((host) => ({ host, console: amazonAds })),
  { host: 'analytics.google.com', console: { platform: 'google_analytics', name: 'Google Analytics' } },
  { host: 'admin.shopify.com', console: { platform: 'shopify', name: 'Shopify admin' } },
];

/** The match patterns of the consoles' hosts. They name no path: browsers grant hosts, whatever the path says. */
export const CONSOLE_ORIGINS: readonly string[] = [...new Set(SITES.map(({ host }) => `https://${host}/*`))];

/** What the consoles call themselves. */
export const CONSOLE_NAMES: readonly string[] = [...new Set(SITES.map(({ console }) => console.name))];

/**
 * The console at an address, or null. A console is served by https at the default port: what claims its host
 * by another port, by http, or with a user's name before it, is something else that happens to run there.
 * A host is compared whole, so no subdomain, no trailing dot and no look-alike passes.
 */
export function consoleOf(address: string): Console | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, hostname, port, pathname } = new URL(address);
  if (protocol !== 'https:' || `${username}${password}${port}` !== '') return null;
  const site = SITES.find(
    ({ host, path = '' }) => host === hostname && `${pathname}/`.startsWith(`${path}/`),
  );
  return site?.console ?? null;
}
