import {
  type SimpleIcon,
  siGoogleads,
  siGoogleanalytics,
  siMeta,
  siPinterest,
  siShopify,
  siSnapchat,
  siTiktok,
} from 'simple-icons';
import { platformName } from '../lib/platforms.ts';
import css from './PlatformMark.module.css';

const MARKS: ReadonlyMap<string, SimpleIcon> = new Map([
  ['tiktok_ads', siTiktok],
  ['meta_ads', siMeta],
  ['google_ads', siGoogleads],
  ['google_analytics', siGoogleanalytics],
  ['shopify', siShopify],
  ['pinterest_ads', siPinterest],
  ['snapchat_ads', siSnapchat],
]);

/** A platform's sign, or its initials; always beside the name, so it is hidden from screen readers. */
export function PlatformMark({ platform }: { platform: string }) {
  const mark = MARKS.get(platform);
  return mark ? (
    <svg class={css.mark} viewBox="0 0 24 24" aria-hidden="true">
      <path d={mark.path} />
    </svg>
  ) : (
    // Drawn by the style sheet, so that it is no text of the page.
    <span class={css.mark} aria-hidden="true" data-initials={initialsOf(platformName(platform))} />
  );
}

/** `Microsoft Advertising` → `MA`, `reddit_ads` → `RA` */
function initialsOf(name: string): string {
  const words = name.split(/[\s_]+/u).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase('en'))
    .join('');
}
