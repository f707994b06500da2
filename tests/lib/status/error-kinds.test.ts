import { describe, expect, test } from 'vitest';
import {
  ERROR_KIND_WORDS,
  type ErrorKind,
  errorKind,
  remedyForErrorKind,
} from '../../../lib/status/error-kinds.ts';

const HTTP = {
  401: 'authorization',
  403: 'permission',
  429: 'rate_limit',
  500: 'transient',
  599: 'transient',
};
const GOOGLE = {
  UNAUTHENTICATED: 'authorization',
  PERMISSION_DENIED: 'permission',
  RESOURCE_EXHAUSTED: 'rate_limit',
  INTERNAL: 'transient',
  UNAVAILABLE: 'transient',
  UNSUPPORTED_VERSION: 'version',
};

const KINDS: Record<string, Record<string, string>> = {
  tiktok_ads: {
    40102: 'authorization',
    40105: 'authorization',
    40001: 'permission',
    40016: 'rate_limit',
    40100: 'rate_limit',
    40133: 'rate_limit',
    60001: 'transient',
    20001: 'partial',
    40002: 'request',
  },
  meta_ads: {
    190: 'authorization',
    10: 'permission',
    200: 'permission',
    250: 'permission',
    299: 'permission',
    4: 'rate_limit',
    17: 'rate_limit',
    341: 'rate_limit',
    1: 'transient',
    2: 'transient',
    2635: 'version',
  },
  google_ads: GOOGLE,
  google_analytics: GOOGLE,
  shopify: HTTP,
  linkedin_ads: HTTP,
  pinterest_ads: HTTP,
  snapchat_ads: HTTP,
  amazon_ads: HTTP,
};

describe.each(Object.entries(KINDS))('%s', (platform, codes) => {
  test.each(Object.entries(codes))('%s is %s', (code, kind) => {
    expect(errorKind(platform, code)).toBe(kind);
  });

  test.each(['', '0', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'NaN', '-1'])(
    '“%s” is not known',
    (code) => {
      expect(errorKind(platform, code)).toBe('unknown');
    },
  );
});

test.each([
  ['meta_ads', '199'],
  ['meta_ads', '300'],
  ['meta_ads', '2e2'],
  ['meta_ads', '0200'],
  ['meta_ads', '200.5'],
  ['meta_ads', ' 200'],
  ['meta_ads', '200\n'],
  ['shopify', '499'],
  ['shopify', '600'],
  ['shopify', '5xx'],
  ['tiktok_ads', '190'],
  ['google_ads', 'internal'],
])('%s: “%s” is beside its codes, and not known', (platform, code) => {
  expect(errorKind(platform, code)).toBe('unknown');
});

test.each(['carrier_pigeon', 'microsoft_ads', 'constructor', '__proto__', 'toString', 'get', ''])(
  'of the platform “%s” no code is known',
  (platform) => {
    for (const code of ['401', '190', '40105', 'INTERNAL', '500', 'toString']) {
      expect(errorKind(platform, code)).toBe('unknown');
    }
  },
);

test.each<[ErrorKind, string | null]>([
  ['authorization', 'reconnect'],
  ['permission', 'reconnect'],
  ['rate_limit', null],
  ['version', null],
  ['request', 'open_sync_history'],
  ['transient', 'retry_failed_sync'],
  ['partial', 'retry_failed_sync'],
  ['account', null],
  ['app', null],
  ['unknown', 'open_sync_history'],
])('against %s helps %s', (kind, remedy) => {
  expect(remedyForErrorKind(kind)).toBe(remedy);
});

test('each kind has its words', () => {
  expect(ERROR_KIND_WORDS).toEqual({
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
  });
});
