import type { ErrorRow } from './error-table.ts';
import { META_ADS_ROWS } from './meta-ads.ts';
import { PINTEREST_ADS_ROWS } from './pinterest-ads.ts';
import { SHOPIFY_ROWS } from './shopify.ts';
import { SNAPCHAT_ADS_ROWS } from './snapchat-ads.ts';
import { TIKTOK_ADS_ROWS } from './tiktok-ads.ts';

/** The rows of each platform, by the word the snapshot uses for it. */
export const PLATFORM_ROWS: ReadonlyMap<string, readonly ErrorRow[]> = new Map([
  ['tiktok_ads', TIKTOK_ADS_ROWS],
  ['meta_ads', META_ADS_ROWS],
  ['shopify', SHOPIFY_ROWS],
  ['pinterest_ads', PINTEREST_ADS_ROWS],
  ['snapchat_ads', SNAPCHAT_ADS_ROWS],
]);
