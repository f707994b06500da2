/** The ads consoles: their addresses, and the platform whose sources each one shows. */
export interface Console {
  /** The word the snapshot uses. */
  platform: string;
  /** The console's own name. */
  name: string;
}

interface Site {
  host: string;
  /** How the path begins, in whole segments; omitted where the host serves nothing but the console. */
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

/** The first match counts. */
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

/** The match patterns of the consoles' hosts. They have no path: browsers grant whole hosts. */
export const CONSOLE_ORIGINS: readonly string[] = [...new Set(SITES.map(({ host }) => `https://${host}/*`))];

/** The consoles' own names. */
export const CONSOLE_NAMES: readonly string[] = [...new Set(SITES.map(({ console }) => console.name))];

/**
 * The console at an address, or null. A console is served over https at the default port; another port, http or a
 * user name in front of the host means that something else runs there. The host must match exactly, so subdomains,
 * a trailing dot and look-alikes don't pass.
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
