import type { ErrorRow } from './error-table.ts';

export const SNAPCHAT_ADS_SOURCES: Readonly<Record<string, string>> = {
  errors: 'https://developers.snap.com/marketing-api/Ads-API/errors',
  changelog: 'https://developers.snap.com/marketing-api/Ads-API/changelog',
  limits: 'https://developers.snap.com/marketing-api/Ads-API/rate-limits',
  oauth: 'api-evangelist/snapchat:errors/snapchat-problem-types.yml',
  tap: 'singer-io/tap-snapchat-ads:tap_snapchat_ads/client.py',
};

export const SNAPCHAT_ADS_ROWS: readonly ErrorRow[] = [
  ['400', 'request', 'a parameter is missing or wrong', 'errors'],
  ['401', 'authorization', 'the access token is missing, wrong or expired', 'errors'],
  ['403', 'permission', 'the user has no permission for this', 'errors'],
  ['404', 'request', 'not found', 'errors'],
  ['405', 'request', 'the HTTP method is not allowed here', 'errors'],
  ['406', 'request', 'a format other than JSON was asked for', 'errors'],
  ['410', 'version', 'no longer offered', 'errors'],
  ['418', 'request', 'Snapchat refused the request', 'errors'],
  ['429', 'rate_limit', 'too many requests', 'limits'],
  ['500', 'transient', 'an error inside Snapchat', 'errors'],
  ['503', 'transient', 'Snapchat is not available for now', 'errors'],
  ['E2023', 'request', 'a field that cannot be changed was changed', 'changelog'],
  ['E3003', 'request', 'the resource was not found', 'tap'],
  ['invalid_request', 'request', 'the sign-in request is malformed', 'oauth'],
  ['invalid_client', 'app', 'the app’s credentials are refused', 'oauth'],
  ['invalid_grant', 'authorization', 'the code or refresh token is no longer valid', 'oauth'],
  ['unauthorized_client', 'app', 'the app may not sign in this way', 'oauth'],
  ['unsupported_grant_type', 'request', 'Snapchat does not support this way to sign in', 'oauth'],
];
