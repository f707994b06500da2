import { AMAZON_ADS_ROWS } from './amazon-ads.ts';
import type { ErrorRow } from './error-table.ts';
import { GOOGLE_ADS_ROWS } from './google-ads.ts';
import { GOOGLE_ANALYTICS_ROWS } from './google-analytics.ts';
import { LINKEDIN_ADS_ROWS } from './linkedin-ads.ts';
import { META_ADS_ROWS } from './meta-ads.ts';
import { MICROSOFT_ADS_ROWS } from './microsoft-ads.ts';
import { PINTEREST_ADS_ROWS } from './pinterest-ads.ts';
import { SHOPIFY_ROWS } from './shopify.ts';
import { SNAPCHAT_ADS_ROWS } from './snapchat-ads.ts';
import { TIKTOK_ADS_ROWS } from './tiktok-ads.ts';

/** Each platform's rows, by the snapshot's word for the platform. */
export const PLATFORM_ROWS: ReadonlyMap<string, readonly ErrorRow[]> = new Map([
  ['tiktok_ads', TIKTOK_ADS_ROWS],
  ['meta_ads', META_ADS_ROWS],
  ['shopify', SHOPIFY_ROWS],
  ['pinterest_ads', PINTEREST_ADS_ROWS],
  ['snapchat_ads', SNAPCHAT_ADS_ROWS],
  ['google_ads', GOOGLE_ADS_ROWS],
  ['google_analytics', GOOGLE_ANALYTICS_ROWS],
  ['microsoft_ads', MICROSOFT_ADS_ROWS],
  ['linkedin_ads', LINKEDIN_ADS_ROWS],
  ['amazon_ads', AMAZON_ADS_ROWS],
]);
