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
  /** Left out where the address doesn't hold the account. */
  account?: AccountForm;
}

/** Where a console's address holds the account, each seen in real addresses. */
interface AccountForm {
  /** Its id; null where this address has none. */
  read: (url: URL) => string | null;
  isOnlyName: boolean;
}

/** The account that a console's address names. */
export interface AccountInFront {
  /** The word the snapshot uses. */
  platform: string;
  /** As the platform's API knows it, without a prefix such as `act_`. */
  id: string;
  /**
   * Whether nobody names the account by anything else, so that a reference which doesn't fit is another account's.
   * Otherwise only a reference that fits says something.
   */
  isOnlyName: boolean;
}

/** From a parameter that the query has once. @param pattern has one group: the id */
const inQuery = (name: string, pattern: RegExp) => (url: URL) => {
  const [value, ...others] = url.searchParams.getAll(name);
  return value === undefined || others.length > 0 ? null : (pattern.exec(value)?.[1] ?? null);
};
const inPath = (pattern: RegExp) => (url: URL) => pattern.exec(url.pathname)?.[1] ?? null;
const inHash = (pattern: RegExp) => (url: URL) => pattern.exec(url.hash)?.[1] ?? null;

// The ids of these are what the platforms' APIs take, and what connectors name an account by.
const tiktokAccount = { read: inQuery('aadvid', /^(\d{1,30})$/), isOnlyName: true };
const metaAccount = { read: inQuery('act', /^(?:act_)?(\d{1,30})$/), isOnlyName: true };
const linkedinAccount = {
  read: inPath(/^\/campaignmanager\/accounts\/(\d{1,30})(?:\/|$)/),
  isOnlyName: true,
};
const pinterestAccount = { read: inPath(/^\/advertiser\/(\d{1,30})(?:\/|$)/), isOnlyName: true };
/** The property: `#/p5/reports`, `#/a4p5/reports`, `#/analysis/a4p5/edit`. With a `w` it is a view of the old Analytics. */
const analyticsAccount = {
  read: inHash(/^#\/(?:analysis\/)?(?:a\d{1,30})?p(\d{1,30})(?:[/?]|$)/),
  isOnlyName: true,
};
/** The account's id. Its number, `X7891234`, is another: https://msdn.microsoft.com/library/dd776532.aspx */
const microsoftAccount = { read: inQuery('aid', /^(\d{1,30})$/), isOnlyName: false };
/** Likely the ad account, as Snapchat's own shop plug-in builds such addresses; no document says so. */
const snapchatAccount = {
  read: inPath(/^\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/|$)/i),
  isOnlyName: false,
};
/** The entity. Many connectors name the profile's number or the seller's id instead. */
const amazonAccount = { read: inQuery('entityId', /^(ENTITY[A-Z\d]{1,30})$/i), isOnlyName: false };
/** The handle, without `.myshopify.com`. A store has a number, a name and other domains too. */
const shopifyAccount = {
  read: inPath(/^\/store\/((?=[^/]*[a-z])[a-z\d][a-z\d-]{0,62})(?:\/|$)/i),
  isOnlyName: false,
};

const metaAdsManager = { platform: 'meta_ads', name: 'Meta Ads Manager' };
const microsoftAdvertising = { platform: 'microsoft_ads', name: 'Microsoft Advertising' };
const amazonAds = { platform: 'amazon_ads', name: 'Amazon Ads' };

/** One host per marketplace: https://kdp.amazon.com/en_US/help/topic/G202081980 */
const AMAZON_HOSTS = ['com', 'ca', 'co.uk', 'de', 'es', 'fr', 'it', 'com.au'].map(
  (ending) => `advertising.amazon.${ending}`,
);

/** The first that fits counts. */
const SITES: readonly Site[] = [
  {
    host: 'ads.tiktok.com',
    console: { platform: 'tiktok_ads', name: 'TikTok Ads Manager' },
    account: tiktokAccount,
  },
  { host: 'adsmanager.facebook.com', console: metaAdsManager, account: metaAccount },
  { host: 'business.facebook.com', path: '/adsmanager', console: metaAdsManager, account: metaAccount },
  // No account: its `asset_id` is a page.
  { host: 'business.facebook.com', console: { platform: 'meta_ads', name: 'Meta Business Suite' } },
  // No account: its `ocid` is not the customer's number.
  { host: 'ads.google.com', console: { platform: 'google_ads', name: 'Google Ads' } },
  { host: 'ads.microsoft.com', console: microsoftAdvertising, account: microsoftAccount },
  { host: 'ui.ads.microsoft.com', console: microsoftAdvertising, account: microsoftAccount },
  {
    host: 'www.linkedin.com',
    path: '/campaignmanager',
    console: { platform: 'linkedin_ads', name: 'LinkedIn Campaign Manager' },
    account: linkedinAccount,
  },
  {
    host: 'ads.pinterest.com',
    console: { platform: 'pinterest_ads', name: 'Pinterest Ads' },
    account: pinterestAccount,
  },
  {
    host: 'ads.snapchat.com',
    console: { platform: 'snapchat_ads', name: 'Snapchat Ads' },
    account: snapchatAccount,
  },
  ...AMAZON_HOSTS.map((host) => ({ host, console: amazonAds, account: amazonAccount })),
  {
    host: 'analytics.google.com',
    console: { platform: 'google_analytics', name: 'Google Analytics' },
    account: analyticsAccount,
  },
  {
    host: 'admin.shopify.com',
    console: { platform: 'shopify', name: 'Shopify admin' },
    account: shopifyAccount,
  },
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
  return siteOf(address)?.site.console ?? null;
}

/** The account that a console's address names; null on any other address, and where it names none. Never throws. */
export function accountIn(address: string): AccountInFront | null {
  const { site, url } = siteOf(address) ?? {};
  const id = url && site?.account?.read(url);
  if (!site?.account || !id) return null;
  return { platform: site.console.platform, id, isOnlyName: site.account.isOnlyName };
}

function siteOf(address: string): { site: Site; url: URL } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const { protocol, username, password, hostname, port, pathname } = url;
  if (protocol !== 'https:' || `${username}${password}${port}` !== '') return null;
  const site = SITES.find(
    ({ host, path = '' }) => host === hostname && `${pathname}/`.startsWith(`${path}/`),
  );
  return site ? { site, url } : null;
}
