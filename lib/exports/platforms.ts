/** The snapshot's words for platforms, by the names that tools give their connectors. */
const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ['tiktok_marketing', 'tiktok_ads'],
  ['tiktok_ads', 'tiktok_ads'],
  ['facebook_marketing', 'meta_ads'],
  ['facebook_ads', 'meta_ads'],
  ['meta_ads', 'meta_ads'],
  ['google_ads', 'google_ads'],
  ['adwords', 'google_ads'],
  ['bing_ads', 'microsoft_ads'],
  ['bingads', 'microsoft_ads'],
  ['microsoft_ads', 'microsoft_ads'],
  ['linkedin_ads', 'linkedin_ads'],
  ['pinterest', 'pinterest_ads'],
  ['pinterest_ads', 'pinterest_ads'],
  ['snapchat_marketing', 'snapchat_ads'],
  ['snapchat_ads', 'snapchat_ads'],
  ['amazon_ads', 'amazon_ads'],
  ['google_analytics', 'google_analytics'],
  ['google_analytics_4', 'google_analytics'],
  ['google_analytics_data_api', 'google_analytics'],
  ['google_analytics_v4', 'google_analytics'],
  ['ga4', 'google_analytics'],
  ['shopify', 'shopify'],
]);

/** Null if no platform has this name. @param name `facebook-marketing`, `source-google-ads`, `bingads` */
export function platformOf(name: string): string | null {
  return (
    PLATFORMS.get(
      name
        .toLowerCase()
        .replaceAll(/[\s-]/g, '_')
        .replace(/^source_/, ''),
    ) ?? null
  );
}
