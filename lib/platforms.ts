/** The platforms a source can come from, by the word the snapshot uses. */
const PLATFORM_NAMES: ReadonlyMap<string, string> = new Map([
  ['tiktok_ads', 'TikTok Ads'],
  ['meta_ads', 'Meta Ads'],
  ['google_ads', 'Google Ads'],
  ['microsoft_ads', 'Microsoft Advertising'],
  ['linkedin_ads', 'LinkedIn Ads'],
  ['pinterest_ads', 'Pinterest Ads'],
  ['snapchat_ads', 'Snapchat Ads'],
  ['amazon_ads', 'Amazon Ads'],
  ['google_analytics', 'Google Analytics'],
  ['shopify', 'Shopify'],
]);

/** A platform's usual name; a word this version doesn't know is shown as it is. */
export function platformName(platform: string): string {
  return PLATFORM_NAMES.get(platform) ?? platform;
}
