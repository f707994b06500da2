import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ERROR_KIND_WORDS, errorKind } from '../../../../lib/status/error-kinds.ts';
import { codeKey, readCodes } from '../../../../lib/status/errors/spellings.ts';
import { PLATFORM_ROWS } from '../../../../lib/status/errors/tables.ts';
import { anyCharacter } from '../../../any-text.ts';

/** A spelling, and the codes it may mean, most likely first. */
const SPELLINGS: [spelling: string, ...codes: string[]][] = [
  // A bare number
  ['40105', '40105'],
  [' 40105\n', '40105'],
  ['"40105"', '40105'],
  ["'40105'", '40105'],
  ['40105.', '40105'],
  ['40105:', '40105'],
  ['４０１０５', '40105'],
  ['-2', '-2'],
  ['0', '0'],
  ['(40105)', '40105'],
  ['[40105]', '40105'],
  ['#17', '17'],
  ['(#80000)', '80000'],
  // A number before its explanation
  ['40105: Access token is incorrect', '40105'],
  ['40105 - Access token is incorrect', '40105'],
  ['40105 – Access token is incorrect', '40105'],
  ['40105 | Access token is incorrect', '40105'],
  ['[40105] Access token is incorrect', '40105'],
  ['(#17) User request limit reached', '17'],
  ['40105 Access token is incorrect', '40105'],
  ['503 The service is currently unavailable.', '503'],
  // A labelled number
  ['code: 40105', '40105'],
  ['Code 40105', '40105'],
  ['code=40105', '40105'],
  ['code 17 User request limit reached', '17'],
  ['error_code=40100', '40100'],
  ['errorCode: 40100', '40100'],
  ['error code: 40105', '40105'],
  ['Error code #190', '190'],
  ['(code: 190)', '190'],
  ['err 40105', '40105'],
  ['serviceErrorCode: 65601', '65601'],
  ['[serviceErrorCode: 65601, status: 401]', '65601'],
  ['Error 40105', '40105'],
  ['Error: 40105', '40105'],
  ['error 40105: Access token is incorrect', '40105'],
  ['API error 40105', '40105'],
  ['TikTok API error 40105: Access token is incorrect', '40105'],
  ['API error code 40105', '40105'],
  // The platform's name
  ['TikTok Error 40105', '40105'],
  ['TIKTOK_40105', '40105'],
  ['google_analytics_4', 'google_analytics_4'],
  ['tiktok_ads:40105', '40105'],
  ['Facebook error: (#2635) You are calling a deprecated version of the Ads API.', '2635'],
  ['Pinterest error (code: 401) with message: Authorization failed', '401'],
  // A code and its subcode
  ['190/463', '190/463', '190'],
  ['190 / 463', '190/463', '190'],
  ['190:463', '190/463', '190'],
  ['190 (463)', '190/463', '190'],
  ['(190/463)', '190/463', '190'],
  ['(#190/463)', '190/463', '190'],
  ['190/463: Session has expired', '190/463', '190'],
  ['190, subcode 463', '190/463', '190'],
  ['190 (subcode 463)', '190/463', '190'],
  ['code 190/463 expired', '190/463', '190'],
  ['code 190, subcode 463', '190/463', '190'],
  ['code=190 error_subcode=463', '190/463', '190'],
  ['error_code: 190, error_subcode: 463', '190/463', '190'],
  ['(#190) subcode 463', '190/463', '190'],
  ['-2/2490547', '-2/2490547', '-2'],
  ['code: 190/463', '190/463', '190'],
  ['Error 190/463', '190/463', '190'],
  ['OAuthException 190/463', '190/463', '190'],
  ['error_code=190&error_subcode=463', '190/463', '190'],
  // HTTP
  ['HTTP 401', '401'],
  ['http401', '401'],
  ['HTTP-401', '401'],
  ['HTTP_429', '429'],
  ['HTTP/1.1 429', '429'],
  ['HTTP/2 503', '503'],
  ['HTTP/1.1 429 Too Many Requests', '429'],
  ['HTTP Error 403: Forbidden', '403'],
  ['HTTP status code: 500', '500'],
  ['status=503', '503'],
  ['status_code=401', '401'],
  ['statusCode: 429', '429'],
  ['Status: 429 Too Many Requests', '429'],
  ['401 Unauthorized', '401'],
  ['401 (Unauthorized)', '401'],
  ['401: Unauthorized', '401'],
  ['Too Many Requests (429)', '429'],
  ['401 Client Error: Unauthorized for url: https://api.example.com/v1', '401'],
  ['503 Server Error: Service Unavailable for url: https://api.example.com/', '503'],
  ['HTTPError: 401 Client Error: Unauthorized for url', '401'],
  ['requests.exceptions.HTTPError: 404 Client Error: Not Found for url', '404'],
  ['Request failed with status code 429', '429'],
  ['AxiosError: Request failed with status code 429', '429'],
  ['Response code 401 (Unauthorized)', '401'],
  ['Server returned HTTP response code: 503 for URL: https://api.example.com', '503'],
  ['<HttpError 403 when requesting https://api.example.com returned "Forbidden">', '403'],
  ['googleapi: Error 403: The caller does not have permission, forbidden', '403'],
  ['(401) Reason: Unauthorized', '401'],
  ['Error 401 (Unauthorized)', '401'],
  ["'GET' request to 'https://api.example.com' failed with status code '401' and error message: 'x'", '401'],
  ['429 Exhausted property tokens for a project per hour', '429'],
  // HTTP, and the platform's own code behind it
  ['HTTP 400 (#190)', '190', '400'],
  ['HTTP 400: code 190', '190', '400'],
  ['HTTP 400 - OAuthException (#190)', '190', '400'],
  ['HTTP 401 / code 2', '2', '401'],
  ['400 Bad Request: (#190) Error validating access token', '190', '400'],
  ['HTTP 400: invalid_grant', 'invalid_grant', '400'],
  // The class of an exception
  ['OAuthException: 190', '190'],
  ['OAuthException (#190)', '190'],
  ['FacebookRequestError (#17)', '17'],
  ['GraphMethodException - code 100', '100'],
  ['OAuthException/190', '190', 'OAuthException'],
  ['OAuthException', 'OAuthException'],
  ['ReadTimeout', 'ReadTimeout'],
  ['TimeoutError: it took too long', 'it took too long', 'TimeoutError'],
  [
    'java.net.SocketTimeoutException: Read timed out',
    'Read timed out',
    'java.net.SocketTimeoutException',
    'SocketTimeoutException',
  ],
  ['error: invalid_grant', 'invalid_grant'],
  ['OAuth error: invalid_grant', 'invalid_grant'],
  ['GraphQL error: THROTTLED', 'THROTTLED'],
  ["OAuthTokenRequestException('invalid_grant', 'The grant is expired.')", 'invalid_grant'],
  // Words
  ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ['unauthenticated', 'UNAUTHENTICATED'],
  ['ResourceExhausted', 'RESOURCE_EXHAUSTED'],
  ['resourceExhausted', 'RESOURCE_EXHAUSTED'],
  ['resource-exhausted', 'RESOURCE_EXHAUSTED'],
  ['resource exhausted', 'RESOURCE_EXHAUSTED'],
  ['[UNAUTHENTICATED]', 'UNAUTHENTICATED'],
  ['UNAUTHENTICATED: Request had invalid credentials', 'UNAUTHENTICATED'],
  ['PERMISSION_DENIED (403)', 'PERMISSION_DENIED'],
  ['429 RESOURCE_EXHAUSTED', 'RESOURCE_EXHAUSTED', '429'],
  ['429 RESOURCE_EXHAUSTED: Quota exceeded', 'RESOURCE_EXHAUSTED', '429'],
  ['503 UNAVAILABLE', 'UNAVAILABLE', '503'],
  ['8 RESOURCE_EXHAUSTED', 'RESOURCE_EXHAUSTED'],
  ['7 PERMISSION_DENIED: The caller does not have permission', 'PERMISSION_DENIED'],
  ['StatusCode.UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ['<_InactiveRpcError of RPC that ended with: status = StatusCode.UNAVAILABLE', 'UNAVAILABLE'],
  ['rpc error: code = Unavailable desc = closing', 'UNAVAILABLE'],
  ['QuotaError.RESOURCE_EXHAUSTED', 'QuotaError.RESOURCE_EXHAUSTED', 'RESOURCE_EXHAUSTED'],
  ['quota_error: RESOURCE_EXHAUSTED', 'RESOURCE_EXHAUSTED', 'quota_error'],
  ['status: RESOURCE_EXHAUSTED', 'RESOURCE_EXHAUSTED'],
  ['AADSTS700082: The refresh token has expired', 'AADSTS700082'],
  ['E3003', 'E3003'],
  ['e3003', 'E3003'],
  ['aadsts70008', 'AADSTS70008'],
  ['invalid_grant', 'invalid_grant'],
  ['invalid_grant: Token has been expired or revoked', 'invalid_grant'],
  ['invalid_grant Token has been expired or revoked', 'invalid_grant'],
  ['Too Many Requests', 'TOO_MANY_REQUESTS'],
  ['ECONNRESET', 'ECONNRESET'],
  ['errno: ECONNRESET', 'ECONNRESET'],
  ['[Errno 104] Connection reset by peer', 'connection reset by peer'],
  ['socket hang up', 'socket hang up'],
  ['Error: socket hang up', 'socket hang up'],
  ['connect ETIMEDOUT 192.0.2.1:443', 'ETIMEDOUT'],
  ['getaddrinfo ENOTFOUND api.example.com', 'ENOTFOUND'],
  // JSON, or Python's notation of it
  ['{"code":40105}', '40105'],
  ['{"code": "40105", "message": "Access token is incorrect"}', '40105'],
  ["{'code': 40105, 'message': 'Access token is incorrect'}", '40105'],
  ['{"error":{"message":"x","code":190,"error_subcode":463}}', '190/463', '190'],
  ['{"error":"invalid_grant","error_description":"x"}', 'invalid_grant'],
  ['{"error":{"code":403,"status":"PERMISSION_DENIED"}}', 'PERMISSION_DENIED', '403'],
  [
    '{"error":{"code":403,"errors":[{"reason":"dailyLimitExceeded"}],"status":"PERMISSION_DENIED"}}',
    'dailyLimitExceeded',
    'PERMISSION_DENIED',
    '403',
  ],
  ['{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}', 'THROTTLED'],
  ['{"errorCode":{"authorizationError":"USER_PERMISSION_DENIED"}}', 'USER_PERMISSION_DENIED'],
  ['400 - {"error":{"code":190}}', '190', '400'],
  ['{"code":"190/463"}', '190/463', '190'],
  ['{"code":"invalid-grant"}', 'invalid_grant'],
  ['{"code":190,"subcode":463}', '190/463', '190'],
  ['{"serviceErrorCode":65600,"message":"Invalid access token","status":401}', '65600', '401'],
  [
    '{"status":403,"serviceErrorCode":100,"code":"ACCESS_DENIED","message":"Not enough permissions"}',
    'ACCESS_DENIED',
    '100',
    '403',
  ],
  ['{"statusCode":429,"error":"Too Many Requests"}', 'Too Many Requests', '429'],
  ['{"status":503}', '503'],
];

/** Texts that only look like a code, or are prose. */
const NOTHING = [
  '',
  ' ',
  '…',
  '00',
  '0190',
  '190.5',
  '1.190',
  '40105.0',
  '2e2',
  '190-463',
  '{"code":"190-463"}',
  '{"status":200}',
  '{"status":"401-2"}',
  '[Errno 104]',
  'errno: 104',
  '190 Campaigns were skipped',
  '17 Accounts were skipped',
  '403 Quota exceeded for this project',
  'Meta 2 accounts failed',
  'exited with code 137',
  '190/463/1',
  '19/463x',
  '12:30',
  '12:30 the sync stopped',
  '2/5 accounts failed',
  '3 rows were skipped',
  '40105 rows were skipped',
  '17 of 20 accounts failed',
  '50% of the rows',
  '190%',
  'error 2 of 5',
  '(2) accounts failed',
  'HTTP 200',
  'HTTP/1.1 200 OK',
  'status=200',
  'status: 190',
  'HTTP 4011',
  'the code is 40105',
  'it failed with 401',
  'TikTok 40105',
  'an internal error, or a timeout, made the report unavailable for now',
  'permission denied by the user who owns the account',
  'sync 40105 failed',
  '12345678901',
];

const keys = (codes: string[]) => codes.map(codeKey);

test('at least sixty spellings are read', () => {
  expect(SPELLINGS.length).toBeGreaterThanOrEqual(60);
});

test.each(SPELLINGS)('“%s” means %s', (spelling, ...codes) => {
  expect(readCodes(spelling).slice(0, codes.length)).toEqual(keys(codes));
});

test.each(NOTHING)('no code is read from “%s”', (text) => {
  expect(readCodes(text)).toEqual([]);
});

test('a number at the start of a long text is read, and none later in it', () => {
  expect(readCodes(`190: ${'x '.repeat(5_000)}`)).toEqual(['190']);
  expect(readCodes(`{"message":"${'x '.repeat(5_000)}","code":190}`)).toEqual([]);
});

test('a number is not cut in two at the limit', () => {
  for (let length = 960; length < 1_000; length += 1) {
    const codes = readCodes(`{"message":"${'x'.repeat(length)}","code":40105}`);
    expect(['40105', undefined]).toContain(codes[0]);
  }
});

describe('any text', () => {
  const PLATFORMS = [...PLATFORM_ROWS.keys(), 'carrier_pigeon'];
  const KNOWN_NUMBERS = [...PLATFORM_ROWS.values()]
    .flat()
    .flatMap(([code]) => (/^\d+$/.test(code) ? code : []));
  const pieces = fc.constantFrom(
    ...SPELLINGS.map(([spelling]) => spelling),
    ...NOTHING,
    ...'0123456789 :/#()[]{}"\'._-=,\n'.split(''),
    'code',
    'error',
    'status',
    'subcode',
  );
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: anyCharacter }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );

  test('has a kind, and never throws', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...PLATFORMS), (text, platform) => {
        expect(Object.keys(ERROR_KIND_WORDS)).toContain(errorKind(platform, text));
      }),
    );
  });

  test('yields only numbers that occur whole in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = text.normalize('NFKC');
        for (const number of readCodes(text).flatMap((code) => (/^-?\d/.test(code) ? code.split('/') : []))) {
          expect(plain).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
        }
      }),
    );
  });

  test('a known code with one more digit on either side is not read', () => {
    const digits = fc.stringMatching(/^\d{1,4}$/);
    fc.assert(
      fc.property(fc.constantFrom(...KNOWN_NUMBERS), digits, digits, pieces, (code, before, after, label) => {
        for (const number of [`${before}${code}`, `${code}${after}`, `${before}${code}${after}`]) {
          expect(readCodes(number)).not.toContain(code);
          expect(readCodes(`code: ${number}`)).not.toContain(code);
          expect(readCodes(`(#${number})`)).not.toContain(code);
          expect(readCodes(`{"code":${number}}`)).not.toContain(code);
        }
        // The label may name the code itself.
        if (!label.includes(code)) expect(readCodes(`${before}${code}${after}${label}`)).not.toContain(code);
      }),
    );
  });
});

/** Measures work, not time: how many characters the regular expressions receive. */
test('the work stays bounded, however long the text', () => {
  const given = (text: string) => {
    const exec = RegExp.prototype.exec;
    let characters = 0;
    RegExp.prototype.exec = function (this: RegExp, input: string) {
      characters += input.length;
      return exec.call(this, input);
    };
    try {
      readCodes(text);
    } finally {
      RegExp.prototype.exec = exec;
    }
    return characters;
  };
  for (const [spelling] of SPELLINGS.filter(([text]) => text.length < 100)) {
    const short = given(spelling.repeat(Math.ceil(2_000 / spelling.length)));
    const long = given(spelling.repeat(Math.ceil(200_000 / spelling.length)));
    expect(long, spelling).toBeLessThanOrEqual(short);
  }
});
