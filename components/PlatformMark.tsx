import { path as googleAds } from 'simple-icons/icons/googleads.svg?path';
import { path as googleAnalytics } from 'simple-icons/icons/googleanalytics.svg?path';
import { path as meta } from 'simple-icons/icons/meta.svg?path';
import { path as pinterest } from 'simple-icons/icons/pinterest.svg?path';
import { path as shopify } from 'simple-icons/icons/shopify.svg?path';
import { path as snapchat } from 'simple-icons/icons/snapchat.svg?path';
import { path as tiktok } from 'simple-icons/icons/tiktok.svg?path';
import css from './PlatformMark.module.css';

/** Filled, drawn on 24 × 24. Platforms that don't offer a mark get a letter in a shape of our own. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['tiktok_ads', tiktok],
  ['meta_ads', meta],
  ['google_ads', googleAds],
  ['google_analytics', googleAnalytics],
  ['shopify', shopify],
  ['pinterest_ads', pinterest],
  ['snapchat_ads', snapchat],
  // An L in a disc.
  ['linkedin_ads', 'M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22zM8.5 6h2.6v9.5h5.4V18h-8z'],
  // An M in a square.
  ['microsoft_ads', 'M2 2v20h20V2zM6.5 18V6h2.3l3.2 5.6L15.2 6h2.3v12h-2.4v-7.4L12 16l-3.1-5.4V18z'],
  // An A in a hexagon.
  [
    'amazon_ads',
    'M12 .8L2.3 6.4v11.2L12 23.2l9.7-5.6V6.4zM10.7 6h2.6l4.2 12h-2.7l-.9-2.7H10.1L9.2 18H6.5zM10.9 13h2.2L12 9.5z',
  ],
]);

/** A ring around a dot, for a platform without a mark. */
const PLAIN =
  'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM12 4.2a7.8 7.8 0 1 1 0 15.6a7.8 7.8 0 0 1 0-15.6zM12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z';

/** A platform's mark. Always beside the name, so it is hidden from screen readers. */
export function PlatformMark({ platform }: { platform: string }) {
  const path = MARKS.get(platform);
  return (
    <svg class={css.mark} viewBox="0 0 24 24" aria-hidden="true" data-platform={path && platform}>
      <path d={path ?? PLAIN} fill-rule="evenodd" />
    </svg>
  );
}
