import { describe, expect, test } from 'vitest';
import { ERROR_KIND_WORDS } from '../../../../lib/status/error-kinds.ts';
import { AMAZON_ADS_ROWS, AMAZON_ADS_SOURCES } from '../../../../lib/status/errors/amazon-ads.ts';
import type { ErrorRow } from '../../../../lib/status/errors/error-table.ts';
import { GOOGLE_ADS_ROWS, GOOGLE_ADS_SOURCES } from '../../../../lib/status/errors/google-ads.ts';
import {
  GOOGLE_ANALYTICS_ROWS,
  GOOGLE_ANALYTICS_SOURCES,
} from '../../../../lib/status/errors/google-analytics.ts';
import { LINKEDIN_ADS_ROWS, LINKEDIN_ADS_SOURCES } from '../../../../lib/status/errors/linkedin-ads.ts';
import { MICROSOFT_ADS_ROWS, MICROSOFT_ADS_SOURCES } from '../../../../lib/status/errors/microsoft-ads.ts';

const TABLES: Record<string, [rows: readonly ErrorRow[], sources: Readonly<Record<string, string>>]> = {
  google_ads: [GOOGLE_ADS_ROWS, GOOGLE_ADS_SOURCES],
  google_analytics: [GOOGLE_ANALYTICS_ROWS, GOOGLE_ANALYTICS_SOURCES],
  microsoft_ads: [MICROSOFT_ADS_ROWS, MICROSOFT_ADS_SOURCES],
  linkedin_ads: [LINKEDIN_ADS_ROWS, LINKEDIN_ADS_SOURCES],
  amazon_ads: [AMAZON_ADS_ROWS, AMAZON_ADS_SOURCES],
};

/** A meaning may begin with a capital only if it begins with a name. */
const NAMES = /^(Amazon|BETWEEN|FROM|Google|LIMIT|LinkedIn|Microsoft|ORDER|SELECT|WHERE)\b/;

/** Kinds that were checked by hand against the platforms' pages, per platform. */
const CHECKED: Record<string, Record<string, string>> = {
  google_ads: {
    authorization: `GOOGLE_ACCOUNT_COOKIE_INVALID GOOGLE_ACCOUNT_AUTHENTICATION_FAILED LOGIN_COOKIE_REQUIRED
      OAUTH_TOKEN_EXPIRED OAUTH_TOKEN_DISABLED OAUTH_TOKEN_REVOKED ADVANCED_PROTECTION_NOT_ENROLLED
      UNAUTHENTICATED 401`,
    account: `CUSTOMER_NOT_FOUND CUSTOMER_NOT_ENABLED ACCOUNT_NOT_SET_UP`,
    request: `CLIENT_CUSTOMER_ID_INVALID EXPIRED_PAGE_TOKEN REQUIRED_FIELD_MISSING
      CANNOT_BE_EXECUTED_BY_MANAGER_ACCOUNT INVALID_LOGIN_CUSTOMER_ID BAD_FIELD_NAME
      REQUESTED_METRICS_FOR_MANAGER DATE_RANGE_TOO_WIDE ALREADY_EXISTS OUT_OF_RANGE UNIMPLEMENTED
      400`,
    permission: `USER_PERMISSION_DENIED AUTHORIZATION_ERROR ACTION_NOT_PERMITTED
      ACCESS_DENIED_FOR_ACCOUNT_TYPE PERMISSION_DENIED 403`,
    app: `DEVELOPER_TOKEN_NOT_APPROVED DEVELOPER_TOKEN_PROHIBITED DEVELOPER_TOKEN_NOT_ON_ALLOWLIST
      CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION SERVICE_DISABLED BILLING_DISABLED
      CONSUMER_SUSPENDED`,
    rate_limit: `RESOURCE_TEMPORARILY_EXHAUSTED EXCESSIVE_SHORT_TERM_QUERY_RESOURCE_CONSUMPTION
      EXCESSIVE_LONG_TERM_QUERY_RESOURCE_CONSUMPTION RATE_LIMIT_EXCEEDED`,
    transient: `INTERNAL_ERROR TRANSIENT_ERROR DEADLINE_EXCEEDED RPC_DEADLINE_TOO_SHORT CANCELLED ABORTED
      DATA_LOSS 500`,
    version: `UNSUPPORTED_VERSION`,
  },
  google_analytics: {
    transient: `CANCELLED UNKNOWN INTERNAL 503`,
    request: `NOT_FOUND OUT_OF_RANGE UNIMPLEMENTED 404`,
    permission: `PERMISSION_DENIED ACCESS_TOKEN_SCOPE_INSUFFICIENT USER_BLOCKED_BY_ADMIN
      SECURITY_POLICY_VIOLATED 403`,
    authorization: `UNAUTHENTICATED API_KEY_INVALID ACCESS_TOKEN_EXPIRED CREDENTIALS_MISSING 401`,
    app: `BILLING_DISABLED CONSUMER_SUSPENDED`,
    rate_limit: `RATE_LIMIT_EXCEEDED`,
  },
  microsoft_ads: {
    transient: `0 InternalError 1010 CampaignServiceSystemInReadOnlyMode 408 503`,
    authorization: `105 InvalidCredentials UserCompromised 109 AuthenticationTokenExpired 122
      PersonalIdentityNotAvailable 123 PersonalIdentityMigratedToWork 125
      PersonalIdentityNotAllowedByCustomer`,
    permission: `106 2003 AADSTS650052`,
    request: `RequestMissingHeaders ApiExecutionError 203 InvalidAccount CampaignServiceInvalidAccountId
      2010 2011 2016 ReportingServiceInvalidAccountIds 2041 2100`,
    rate_limit: `117 CallRateExceeded 207 3227 BulkServiceTooManyRequests 4204`,
    version: `InvalidVersion 205 303 ApiVersionNoLongerSupported`,
    account: `CampaignServiceInvalidAccountStatus`,
    app: `unauthorized_client AADSTS7000215`,
    unknown: `500`,
  },
  linkedin_ads: {
    permission: `403 NO_PERMISSION_ON_ENTITY NO_PERMISSION_ON_FIELD`,
    request: `404 405 501 412 PRECONDITION_FAILED INVALID_VALUE_FOR_FIELD START_DATE_AFTER_END_DATE
      MULTIPLE_VALIDATIONS_FAILED TARGETING_FIELD_DEPRECATED RESOURCE_NOT_FOUND`,
    transient: `500 503 TIMEOUT CONFLICT UNDER_MAINTENANCE FAILED_TO_RETRIEVE_SEGMENTS`,
    account: `RESTRICTED_MEMBER`,
  },
  amazon_ads: {
    permission: `403`,
    request: `404 409 501`,
    transient: `500 502`,
    authorization: `UNAUTHORIZED`,
  },
};

const twice = (values: readonly string[]) => values.filter((value, place) => values.indexOf(value) !== place);

describe.each(Object.entries(TABLES))('the errors of %s', (platform, [rows, sources]) => {
  test('list each code once, ignoring case and the separators between its words', () => {
    expect(twice(rows.map(([code]) => code.replaceAll(/[\s_.-]/g, '').toLowerCase()))).toEqual([]);
  });

  test('have a kind that exists', () => {
    expect(rows.filter(([, kind]) => !Object.hasOwn(ERROR_KIND_WORDS, kind))).toEqual([]);
  });

  test('use exactly the sources that are listed', () => {
    expect([...new Set(rows.map(([, , , source]) => source))].toSorted()).toEqual(
      Object.keys(sources).toSorted(),
    );
    expect(Object.values(sources).filter((source) => source.trim() === '')).toEqual([]);
  });

  test('have meanings of at most 90 characters, to follow the code', () => {
    const odd = rows.filter(
      ([, , meaning]) =>
        !(/^[a-z]/.test(meaning) || NAMES.test(meaning)) || meaning.endsWith('.') || meaning.length > 90,
    );
    expect(odd).toEqual([]);
  });

  test('have every kind that was checked by hand', () => {
    const kinds = new Map(rows.map(([code, kind]) => [code, kind]));
    const checked = Object.entries(CHECKED[platform] ?? {}).flatMap(([kind, codes]) =>
      codes.split(/\s+/).map((code) => [code, kind]),
    );
    expect(checked).not.toEqual([]);
    expect(checked.map(([code]) => [code, kinds.get(code ?? '')])).toEqual(checked);
  });
});
