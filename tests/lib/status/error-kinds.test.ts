import { describe, expect, test } from 'vitest';
import {
  ERROR_KIND_WORDS,
  type ErrorKind,
  errorKind,
  errorMeaning,
  remedyForErrorKind,
} from '../../../lib/status/error-kinds.ts';
import { PLATFORM_ROWS } from '../../../lib/status/errors/tables.ts';
import knownRows from './errors/known-rows.tsv?raw';

/** Rows checked by hand against their sources, from platforms' tables and from the codes that are the same everywhere. */
const KNOWN = knownRows
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter(([platform = '']) => platform === 'any' || PLATFORM_ROWS.has(platform));

test.each(KNOWN)('%s: %s is %s (%s)', (platform, code, kind) => {
  expect(errorKind(platform ?? '', code ?? '')).toBe(kind);
});

test('each platform with a table has known rows, like the codes that are the same everywhere', () => {
  const platforms = new Set(KNOWN.map(([platform]) => platform));
  expect([...platforms].toSorted()).toEqual(['any', ...PLATFORM_ROWS.keys()].toSorted());
});

test.each([
  ['tiktok_ads', '40105', 'the access token is wrong or was revoked'],
  ['meta_ads', '190/460', 'the user changed the password'],
  ['meta_ads', '190/99999', 'the access token has expired, was revoked or is not valid'],
  ['meta_ads', '251', 'a permission was not granted, or was withdrawn'],
  ['shopify', 'THROTTLED', 'the cost limit of the queries is reached'],
  ['carrier_pigeon', 'ECONNRESET', 'the connection was closed by the other side'],
])('%s: %s means “%s”', (platform, code, meaning) => {
  expect(errorMeaning(platform, code)).toBe(meaning);
});

describe('a pair of code and subcode', () => {
  test.each([
    ['2/1504038', 'request', 'the subcode says more than the code'],
    ['2', 'transient', 'the code alone'],
    ['2/77', 'transient', 'a subcode that is not known leaves the code'],
    ['99999/1504038', 'unknown', 'of a code that is not known, the subcode says nothing'],
  ])('%s is %s: %s', (code, kind) => {
    expect(errorKind('meta_ads', code)).toBe(kind);
  });
});

test.each([
  ['pinterest_ads', '{"code":400,"error":"invalid_grant"}', 'authorization'],
  ['pinterest_ads', 'HTTP 400: invalid_grant', 'authorization'],
  ['meta_ads', 'HTTP 400 (#190)', 'authorization'],
  ['meta_ads', '[Errno 104] Connection reset by peer', 'transient'],
])('%s: of several codes, the likeliest counts: %s is %s', (platform, code, kind) => {
  expect(errorKind(platform, code)).toBe(kind);
});

describe('the platform’s own table comes first', () => {
  test.each([
    ['pinterest_ads', '2', 'authorization'],
    ['meta_ads', '2', 'transient'],
    ['tiktok_ads', '2', 'unknown'],
    ['meta_ads', '412', 'authorization'],
    ['tiktok_ads', '412', 'request'],
    ['snapchat_ads', '410', 'version'],
    ['shopify', '410', 'request'],
  ])('%s: %s is %s', (platform, code, kind) => {
    expect(errorKind(platform, code)).toBe(kind);
  });
});

describe('HTTP statuses are listed one by one', () => {
  test.each([
    ['500', 'transient'],
    ['501', 'request'],
    ['502', 'transient'],
    ['503', 'transient'],
    ['504', 'transient'],
    ['499', 'unknown'],
    ['512', 'unknown'],
    ['520', 'unknown'],
    ['532', 'unknown'],
    ['599', 'unknown'],
    ['200', 'unknown'],
  ])('%s is %s', (code, kind) => {
    expect(errorKind('carrier_pigeon', code)).toBe(kind);
  });
});

const NAMES_OF_OBJECTS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'get'];

test.each([
  null,
  '',
  ' ',
  '00',
  '-1',
  'NaN',
  'null',
  '0190',
  '190.5',
  '1e2',
  '19',
  '1900',
  ...NAMES_OF_OBJECTS,
])('“%s” is not known on any platform', (code) => {
  for (const platform of [...PLATFORM_ROWS.keys(), ...NAMES_OF_OBJECTS, '']) {
    expect(errorKind(platform, code)).toBe('unknown');
    expect(errorMeaning(platform, code)).toBeNull();
  }
});

test('one platform’s codes are not another’s', () => {
  expect(errorKind('meta_ads', '40105')).toBe('unknown');
  expect(errorKind('tiktok_ads', '190')).toBe('unknown');
  expect(errorKind('carrier_pigeon', '190')).toBe('unknown');
});

test.each<[ErrorKind, string | null]>([
  ['authorization', 'reconnect'],
  ['permission', 'reconnect'],
  ['account', null],
  ['app', null],
  ['rate_limit', null],
  ['version', null],
  ['request', 'open_sync_history'],
  ['transient', 'retry_failed_sync'],
  ['partial', 'retry_failed_sync'],
  ['unknown', 'open_sync_history'],
])('%s: %s helps', (kind, remedy) => {
  expect(remedyForErrorKind(kind)).toBe(remedy);
});

test('each kind has its words', () => {
  expect(ERROR_KIND_WORDS).toEqual({
    authorization: 'the platform no longer accepts the sign-in',
    permission: 'the signed-in user, or the granted scope, may not read this',
    account: 'the account at the platform is suspended, unpaid, closed, not enabled or not there',
    app: 'the connector’s own app or developer token is refused: its maker must act',
    rate_limit: 'too many requests, or a quota used up',
    transient: 'a temporary error at the platform or on the way to it',
    version: 'the platform no longer serves this API version',
    request: 'the platform did not accept the request',
    partial: 'the platform answered only in part',
    unknown: 'a code this version does not know',
  });
});
