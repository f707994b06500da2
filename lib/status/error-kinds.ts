/** What a run's error code means, which each platform says in its own way, and what helps. */
import type { ActionId } from './vocabulary.ts';

export type ErrorKind =
  | 'authorization'
  | 'permission'
  | 'account'
  | 'app'
  | 'rate_limit'
  | 'transient'
  | 'version'
  | 'request'
  | 'partial'
  | 'unknown';

/** A kind in plain words, to stand beside the code. */
export const ERROR_KIND_WORDS: Record<ErrorKind, string> = {
  authorization: 'the platform no longer accepts the sign-in',
  permission: 'the signed-in user, or the granted scope, may not read this',
  account: 'the account at the platform is suspended, unpaid, closed, not enabled or not there',
  app: 'the platform refuses the connector’s own app or developer token',
  rate_limit: 'too many requests, or a quota used up',
  transient: 'a temporary error at the platform',
  version: 'the platform no longer serves this API version',
  request: 'the platform did not accept the request',
  partial: 'the platform answered only in part',
  unknown: 'an error this version does not know',
};

/** The action that helps against a kind of error; null where none of the nine does. */
export function remedyForErrorKind(kind: ErrorKind): ActionId | null {
  switch (kind) {
    case 'authorization':
    case 'permission':
      return 'reconnect';
    case 'account':
    case 'app':
    case 'rate_limit':
    case 'version':
      return null;
    case 'transient':
    case 'partial':
      return 'retry_failed_sync';
    default:
      return 'open_sync_history';
  }
}

/** A code, or a range of numeric ones, both ends included. */
type Codes = string | readonly [from: number, to: number];
type Dialect = readonly (readonly [ErrorKind, readonly Codes[]])[];

const HTTP: Dialect = [
  ['authorization', ['401']],
  ['permission', ['403']],
  ['rate_limit', ['429']],
  ['transient', [[500, 599]]],
];

/** Google's canonical status names. */
const GOOGLE: Dialect = [
  ['authorization', ['UNAUTHENTICATED']],
  ['permission', ['PERMISSION_DENIED']],
  ['rate_limit', ['RESOURCE_EXHAUSTED']],
  ['transient', ['INTERNAL', 'UNAVAILABLE']],
  ['version', ['UNSUPPORTED_VERSION']],
];

/** By platform, from their public documentation. Also in `docs/codes.md`. */
export const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  [
    'tiktok_ads',
    [
      ['authorization', ['40102', '40105']],
      ['permission', ['40001']],
      // 40100 and 40133 look like sign-in errors by their number, and are limits.
      ['rate_limit', ['40016', '40100', '40133']],
      ['transient', ['60001']],
      ['partial', ['20001']],
      ['request', ['40002']],
    ],
  ],
  [
    'meta_ads',
    [
      ['authorization', ['190']],
      ['permission', ['10', [200, 299]]],
      ['rate_limit', ['4', '17', '341']],
      ['transient', ['1', '2']],
      ['version', ['2635']],
    ],
  ],
  ['google_ads', GOOGLE],
  ['google_analytics', GOOGLE],
  ['shopify', HTTP],
  ['linkedin_ads', HTTP],
  ['pinterest_ads', HTTP],
  ['snapchat_ads', HTTP],
  ['amazon_ads', HTTP],
] satisfies [string, Dialect][]);

/** The kind of a platform's error code; `unknown` for a platform or a code that is in no table. */
export function errorKind(platform: string, code: string): ErrorKind {
  const found = DIALECTS.get(platform)?.find(([, codes]) => codes.some((known) => matches(known, code)));
  return found?.[0] ?? 'unknown';
}

function matches(known: Codes, code: string): boolean {
  if (typeof known === 'string') return known === code;
  return /^\d{3}$/.test(code) && Number(code) >= known[0] && Number(code) <= known[1];
}
