/** The account named in a console's address. Not part of consoles.ts, because the background needs only that. */
import { consoleOf } from './consoles.ts';

export interface AccountInFront {
  /** The word the snapshot uses. */
  platform: string;
  /** As the platform's API knows it, without a prefix such as `act_`. */
  id: string;
  /**
   * Whether the platform, its API and connectors all use this id, so that a reference that doesn't match belongs to
   * another account. Otherwise a mismatch proves nothing.
   */
  isOnlyName: boolean;
}

type AccountForm = {
  /** Its only group is the id. */
  pattern: RegExp;
  isOnlyName: boolean;
} & ({ part: 'pathname' | 'hash' } | { parameter: string });

const WHOLE_NUMBER = /^(\d{1,30})$/;

/**
 * By the console's name; each form was seen in real addresses. Google Ads has none, because its `ocid` is not the
 * customer ID, and neither has Meta Business Suite, because its `asset_id` is a page.
 */
const FORMS: Record<string, AccountForm> = {
  // These ids are the ones the platforms' APIs take and connectors use.
  'TikTok Ads Manager': { parameter: 'aadvid', pattern: WHOLE_NUMBER, isOnlyName: true },
  'Meta Ads Manager': { parameter: 'act', pattern: /^(?:act_)?(\d{1,30})$/, isOnlyName: true },
  'LinkedIn Campaign Manager': {
    part: 'pathname',
    pattern: /^\/campaignmanager\/accounts\/(\d{1,30})(?:\/|$)/,
    isOnlyName: true,
  },
  'Pinterest Ads': { part: 'pathname', pattern: /^\/advertiser\/(\d{1,30})(?:\/|$)/, isOnlyName: true },
  // The property: `#/p5/reports`, `#/a4p5/reports`, `#/analysis/a4p5/edit`. A `w` means the old Analytics.
  'Google Analytics': {
    part: 'hash',
    pattern: /^#\/(?:analysis\/)?(?:a\d{1,30})?p(\d{1,30})(?:[/?]|$)/,
    isOnlyName: true,
  },
  // The account id. The account number, `X7891234`, is different: https://msdn.microsoft.com/library/dd776532.aspx
  'Microsoft Advertising': { parameter: 'aid', pattern: WHOLE_NUMBER, isOnlyName: false },
  // Probably the ad account: Snapchat's own shop plug-in builds such addresses, but no document says so.
  'Snapchat Ads': {
    part: 'pathname',
    pattern: /^\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/|$)/i,
    isOnlyName: false,
  },
  // The entity. Many connectors use the profile ID or the seller ID instead.
  'Amazon Ads': { parameter: 'entityId', pattern: /^(ENTITY[A-Z\d]{1,30})$/i, isOnlyName: false },
  // The handle, without `.myshopify.com`. A store also has a number, a name and other domains.
  'Shopify admin': {
    part: 'pathname',
    pattern: /^\/store\/((?=[^/]*[a-z])[a-z\d][a-z\d-]{0,62})(?:\/|$)/i,
    isOnlyName: false,
  },
};

/** Null unless the address is a console's and names exactly one account. Never throws. */
export function accountIn(address: string): AccountInFront | null {
  const console = consoleOf(address);
  const form = console && FORMS[console.name];
  if (!form) return null;
  const { pattern, isOnlyName } = form;
  const id = pattern.exec(textIn(new URL(address), form))?.[1];
  return id === undefined ? null : { platform: console.platform, id, isOnlyName };
}

function textIn(url: URL, form: AccountForm): string {
  if ('part' in form) return url[form.part];
  const [value, ...others] = url.searchParams.getAll(form.parameter);
  return value === undefined || others.length > 0 ? '' : value;
}
