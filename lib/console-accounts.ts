/** The account that an ads console's address names. Apart from the consoles, as the background needs only those. */
import { consoleOf } from './consoles.ts';

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

type AccountForm = {
  /** Its only group is the id. */
  pattern: RegExp;
  isOnlyName: boolean;
} & ({ part: 'pathname' | 'hash' } | { parameter: string });

const WHOLE_NUMBER = /^(\d{1,30})$/;

/**
 * By what the console calls itself; each form was seen in real addresses. Google Ads has none, as its `ocid` is not the
 * customer's number, and Meta Business Suite has none, as its `asset_id` is a page.
 */
const FORMS: Record<string, AccountForm> = {
  // The ids of these are what the platforms' APIs take, and what connectors name an account by.
  'TikTok Ads Manager': { parameter: 'aadvid', pattern: WHOLE_NUMBER, isOnlyName: true },
  'Meta Ads Manager': { parameter: 'act', pattern: /^(?:act_)?(\d{1,30})$/, isOnlyName: true },
  'LinkedIn Campaign Manager': {
    part: 'pathname',
    pattern: /^\/campaignmanager\/accounts\/(\d{1,30})(?:\/|$)/,
    isOnlyName: true,
  },
  'Pinterest Ads': { part: 'pathname', pattern: /^\/advertiser\/(\d{1,30})(?:\/|$)/, isOnlyName: true },
  // The property: `#/p5/reports`, `#/a4p5/reports`, `#/analysis/a4p5/edit`. With a `w` it is the old Analytics' view.
  'Google Analytics': {
    part: 'hash',
    pattern: /^#\/(?:analysis\/)?(?:a\d{1,30})?p(\d{1,30})(?:[/?]|$)/,
    isOnlyName: true,
  },
  // The account's id. Its number, `X7891234`, is another: https://msdn.microsoft.com/library/dd776532.aspx
  'Microsoft Advertising': { parameter: 'aid', pattern: WHOLE_NUMBER, isOnlyName: false },
  // Likely the ad account, as Snapchat's own shop plug-in builds such addresses; no document says so.
  'Snapchat Ads': {
    part: 'pathname',
    pattern: /^\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/|$)/i,
    isOnlyName: false,
  },
  // The entity. Many connectors name the profile's number or the seller's id instead.
  'Amazon Ads': { parameter: 'entityId', pattern: /^(ENTITY[A-Z\d]{1,30})$/i, isOnlyName: false },
  // The handle, without `.myshopify.com`. A store has a number, a name and other domains too.
  'Shopify admin': {
    part: 'pathname',
    pattern: /^\/store\/((?=[^/]*[a-z])[a-z\d][a-z\d-]{0,62})(?:\/|$)/i,
    isOnlyName: false,
  },
};

/** Null on any address but a console's, and where it names no account or more than one. Never throws. */
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
