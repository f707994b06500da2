/**
 * Texts that marketers and platforms write, by family: none may be refused. `«…»` marks ids that support asks for, which no
 * mask may touch; the marks themselves are not part of the text. The messages follow the platforms' own documents.
 */
export const ORDINARY: Record<string, string[]> = {
  // Campaigns, in ten languages
  'English campaigns': [
    'Summer Sale 2026 | Prospecting | US',
    'Black Friday: 50OFF2026 – last call',
    'Secret: Santa2026',
    'Top Secret Sale_2026_Q4',
  ],
  'French campaigns': [
    'Soldes d’hiver 2026 – Retargeting – FR',
    'Rentrée: mot de passe oublié ?',
    'Noël_Cadeaux_Lookalike3_2026',
  ],
  'German campaigns': [
    'Winterschlussverkauf 2026 DE/AT/CH',
    'Kraftfahrzeughaftpflichtversicherung_Neukunden',
    'Passwort vergessen: Hilfe',
  ],
  'Spanish campaigns': ['Rebajas de verano 2026 · Captación', 'Contraseña: consejos de seguridad'],
  'Italian campaigns': ['Saldi Estate 2026 – Nuovi clienti', 'Offerta_Lampo_48h_IT'],
  'Portuguese campaigns': ['Promoção de Lançamento 2026 BR', 'Volta às aulas | PT | Conversões'],
  'Dutch campaigns': ['Zomeractie 2026 – Prospecting NL', 'Hottentottententententoonstelling'],
  'Polish campaigns': ['Wyprzedaż letnia 2026 – PL', 'Nowości_Jesień_2026'],
  'Turkish campaigns': ['Yaz İndirimi 2026 – TR', 'Yeni_Müşteri_Kazanımı'],
  'Japanese campaigns': ['夏のセール2026｜新規獲得', 'ブランド認知_動画15秒_2026年Q4'],
  'Russian campaigns': ['Распродажа 2026 – Новые клиенты', 'Зима_Ретаргетинг_RU'],
  'Arabic campaigns': ['تخفيضات الصيف ٢٠٢٦', 'رمضان_2026_تحويلات'],
  'Campaigns full of codes': [
    'FR_Prospecting_LAL2_Purchase180d_Video15s_Nov2026_AdSetBroadV3',
    'US|TOF|CBO|VV50|9x16|UGC123|Hook_A|Q4FY26',
  ],
  'Campaigns with prefixes of credentials': [
    'EAAConference2026_Registration',
    'sk-zimny-vypredaj-2026-bratislava',
    'live_shopping_event_2026_november_fr',
    'SG.Singapore_Brand_2026',
    'pat-fr1-summer-collection',
    'hf_summer_promotion_campaign_2026',
    'key-visual-2026-final-version-fr',
    'api-launch-campaign-2026',
  ],
  'Ads and creatives': [
    'VID_15s_9x16_HookA_V3_1080x1920_60fps_h264_8Mbps_final2',
    'IMG_20261120_carousel_03',
  ],
  'Ad groups and keywords': ['[running shoes] - exact', '+red +running +shoes', '"buy running shoes online"'],
  'Product names': ['iPhone 17 Pro Max 256GB', 'SKU-AB123-XL-C4D56-7890', 'Ref. 42-1138/B'],
  'Long words': [
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
    'DynamicProductAdsRetargetingCatalogSalesQ4FY2026EMEA',
  ],
  'Accounts and shops': [
    'TikTok Ads - Cyspera FR',
    'boutique-parisienne.myshopify.com',
    'Nordlicht Outdoor GmbH & Co. KG',
  ],
  'Emoji and signs': ['🔥 BFCM 2026 🔥 -70 %', '→ Prospecting ← / ★ Retargeting ★'],

  // Links
  'Links with UTM': [
    'https://shop.example/fr/soldes?utm_source=tiktok&utm_medium=cpc&utm_campaign=FR_Soldes_2026&utm_content=VideoA&utm_id=1234567',
  ],
  'Links with gclid': ['https://shop.example/?gclid=Cj0KCQiA3uGqBhDdARIsAFeJ5r0kL9z8Xv7Qw2TnYb4HsMpE'],
  'Links with fbclid': [
    'https://shop.example/?fbclid=IwAR2xK9pLmN4qRsT7uVwXyZ0aBcDeFgHiJkLmNoPqRsTuVwXyZ12345',
  ],
  'Links with ttclid': ['https://shop.example/p?ttclid=E.C.P.CpYBv7dKq2Lw9ZtcXy4HsMpE0a1b2c3d4e5f'],
  'Links with msclkid': ['https://shop.example/?msclkid=a94a8fe5ccb19ba61c4c0873d391e987'],
  'Links with hashed files': ['https://cdn.example/assets/da39a3ee5e6b4b0d3255bfef95601890afd80709.jpg'],
  'Links to documents': [
    'https://developers.facebook.com/docs/marketing-api/error-reference',
    'https://business-api.tiktok.com/portal/docs?id=1737172488964097',
  ],
  'Links with a port and an @': [
    'https://shop.example:8443/@nordlicht/sale',
    'See https://example.com/a:b@c',
  ],
  'Links with a session name': ['https://shop.example/?session=summer&auth=google-oauth2'],

  // Ids, versions, dates, amounts
  UUIDs: ['«8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60»', 'Job «8F14E45F-CEEA-467F-A0E6-1B2C3D4E5F60» failed'],
  Versions: [
    'API v26.0',
    'chrome/156.0.7204.49',
    'facebook-business 25.0.1',
    'airbyte/source-tiktok-marketing:4.5.2',
  ],
  Dates: [
    '2026-11-20T08:00:00.123456+01:00',
    '20.11.2026 – 01.12.2026',
    '20261120-20261201',
    'Fri, 20 Nov 2026 08:00:00 GMT',
  ],
  Amounts: ['1,234,567,890.12 EUR', '€ 1.234.567.890', '1 234 567 890 rows', '$12,345.67 spent'],
  Numbers: ['24 000 000 of 24 000 000 rows', '123456789', '0.000123456'],
  'Field names': [
    'ad_insights',
    'actions_video_type',
    'conversion_rate_ranking',
    'access_token',
    'client_secret',
    'refresh_token',
  ],
  'Time zones and currencies': ['Europe/Paris', 'America/Argentina/Buenos_Aires', 'EUR', 'UTC+01:00'],
  'Code and stack lines': [
    'at Object.<anonymous> (/app/dist/source.js:42:13)',
    'File "/airbyte/source.py", line 88, in read_records',
  ],
  'HTTP lines': [
    'GET /v1.3/report/integrated/get/ 429 Too Many Requests',
    'HTTP/1.1 503 Service Unavailable',
  ],
  'Hashes with a name': [
    'image digest sha256:«e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855»',
    'ETag: "«33a64df551425fcc55e4d42a148795d9f25f89d4»"',
    'commit «da39a3ee5e6b4b0d3255bfef95601890afd80709»',
  ],

  // Placeholders and redacted values
  'Redacted tokens': [
    'access_token=*** is expired',
    'Authorization: Bearer [REDACTED]',
    'client_secret=••••••••',
    '"password": "********"',
  ],
  Placeholders: [
    'access_token=<token>',
    'api_key={{api_key}}',
    'password=$PASSWORD',
    `client_secret=\${CLIENT_SECRET}`,
    'token=YOUR_TOKEN',
    'access_token=your_access_token',
    'sig=…',
  ],
  'Passwords hidden in addresses': [
    'postgres://airbyte:***@db.example:5432/ads',
    'https://user:[redacted]@host.example',
  ],
  'Sentences about credentials': [
    'access_token: Invalid access token',
    '{"access_token":"cannot be blank"}',
    '{"password":"should contain letters and digits"}',
    "password: 'cannot be blank'",
    'password: required',
    'The access token could not be decrypted',
    'token: expired',
    'Authorization: missing header',
    'Secret: must not be empty',
    'api_key is missing',
    'The client secret must be renewed by an administrator',
    'bearer of good news',
    'Authorization: Basic authentication required',
    'Authorization: Bearer authentication failed',
    '1Password: Brand_2026',
    'Cookie: Chocolate_2026_Launch',
  ],
  'Codes in the place of a credential': [
    'access_token: ACCESS_TOKEN_EXPIRED',
    'access_token: invalid_token',
    'refresh_token: invalid_grant',
    'token: authentication_token_expired_109',
    'password: too_short',
    'api_key: INVALID_API_KEY',
    'signature: SIGNATURE_DOES_NOT_MATCH_403',
    'sig=mismatch',
    'PHPSESSID=deleted',
    'access_token=ACCESS_TOKEN',
    'api_token=process.env.API_TOKEN',
    'api_token=__API_TOKEN__',
    'token=xxxxxxxx8f2a',
    'credentials: OAuth2.0',
    'API key: https://console.cloud.google.com/apis/credentials',
    'secret: arn:aws:secretsmanager:eu-west-1:123456789:secret:ads-AbCdEf',
    'refresh_token=2026-12-01',
    'WWW-Authenticate: Bearer authorization_uri="https://login.windows.net/common"',
    'Authorization: Basic realm="Fivetran"',
  ],
  'Names behind a word that credentials have as well': [
    'Basic Conversion_Campaign_2026_Q4',
    'Secret: Sale_2026_November_Special',
    'key=campaign_id/ad_group_id/ad_id/date',
    'key=Visual_2026_final_v3_1080x1920',
    'pass=Weekend_Festival_2026_Early_Bird',
    'md-retargeting-2026-q4-fr',
    'YCombinator_Startup_School_2026_Campaign',
    'partition key=dt=2026-11-20/hour=08/source=tiktok',
  ],
  'Cursors of pages': [
    'next_page_token=Cg0KBWFzZGZnEgQx',
    'sync_token: Cg0KBWFzZGZnEgQxMjM0',
    'PWD=/home/airbyte/source',
  ],
  'Names of parameters': [
    'Missing required parameter: refresh_token',
    "Parameter 'client_secret' is invalid",
    'grant_type=refresh_token',
  ],

  // TikTok
  'TikTok: token': [
    'Access token is incorrect or has been revoked. request_id: «20261120080012010117085231E5A0F4B2»',
  ],
  'TikTok: limit': [
    'Too many requests. Please retry in some time. log_id=«202611200800120101170852315555AB01»',
  ],
  'TikTok: permission': [
    'No permission to operate advertiser, request_id «2026112008001201011708523155C0DE»',
    'The advertiser isn’t authorized: {"code":40001,"request_id":"«20261120080012010117085231E5A0F4B2»"}',
  ],
  'TikTok: system': ['System error. Please try again later. [«20261120080012010117085231E5A0F4B2»]'],
  'TikTok: parameters': [
    "metrics: Invalid metric fields: ['skan_total_purchase_value']. dimension: stat_time_day",
  ],

  // Meta
  'Meta: token': [
    'Error validating access token: Session has expired on Friday, 20-Nov-26 00:00:00 PST. The current time is Friday, 20-Nov-26 01:12:33 PST.',
    '(#190) Error validating access token: The session has been invalidated because the user changed their password',
  ],
  'Meta: trace': [
    '(#17) User request limit reached (fbtrace_id: «AbCdEfGh1Ij2KlMnOpQrStU»)',
    '{"message":"Invalid OAuth access token.","type":"OAuthException","code":190,"fbtrace_id":"«A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9»"}',
  ],
  'Meta: permission': [
    '(#200) Ad account owner has NOT grant ads_management or ads_read permission',
    '(#10) Application does not have permission for this action',
  ],
  'Meta: data': [
    'Please reduce the amount of data you’re asking for, then retry your request',
    '(#100) Tried accessing nonexisting field (video_p25) on node type (AdsInsights)',
  ],
  'Meta: app secret': [
    'Invalid appsecret_proof provided in the API argument',
    'API calls from the server require an appsecret_proof argument',
  ],
  'Meta: version': [
    '(#2635) You are calling a deprecated version of the Ads API. Please update to the latest version: v26.0.',
  ],

  // Google
  'Google Ads: request id': [
    "Request with ID '«h1J_k2LmN3oPqRsTuVwXyZ»' failed with status UNAUTHENTICATED",
    'request_id: "«Pq7RsT8uVwXyZ0aBcDeFgH»" QuotaError.RESOURCE_EXHAUSTED',
  ],
  'Google Ads: permission': [
    "User doesn't have permission to access customer. Note: If you're accessing a client customer, the manager's customer id must be set in the 'login-customer-id' header.",
  ],
  'Google Ads: quota': [
    'Too many requests. Retry in 900 seconds.',
    'Resource has been exhausted (e.g. check quota).',
  ],
  'Google OAuth': [
    'invalid_grant: Token has been expired or revoked.',
    "('invalid_grant: Bad Request', {'error': 'invalid_grant', 'error_description': 'Bad Request'})",
  ],
  'Google Analytics': [
    'Exhausted property tokens per hour. These quota tokens will return in under an hour.',
    'Field unifiedPagePathScreen is not a valid dimension.',
  ],
  'Google: API not on': [
    'Google Ads API has not been used in project 87654321 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/googleads.googleapis.com/overview?project=87654321',
  ],
  'Google: scope': ['Request had insufficient authentication scopes.', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'],

  // Microsoft
  'Microsoft: token': [
    "AADSTS70000: The provided value for the 'code' parameter is not valid.",
    'AuthenticationTokenExpired: The authentication token expired. TrackingId «4f4d8f3e-2b1c-4a5d-9e8f-7a6b5c4d3e2f»',
  ],
  'Microsoft: secret': [
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID. Trace ID: «4f4d8f3e-2b1c-4a5d-9e8f-7a6b5c4d3e2f» Correlation ID: «8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60»',
  ],
  'Microsoft: limit': ['CallRateExceeded: You have exceeded the number of calls allowed per minute.'],
  'Microsoft: report': ['ReportingServiceInvalidTimePeriodColumnForSpecifiedReport (2034)'],

  // Others
  'LinkedIn: token': [
    '{"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN","message":"The token used in the request has been revoked by the user"}',
  ],
  'LinkedIn: limit': [
    'Resource level throttle APPLICATION DAY limit for calls to this resource is reached.',
    'x-li-uuid: «AAYb2cXd4Ef5Gh6Ij7Kl8Mn9Op0Q»',
  ],
  'LinkedIn: version': ['Requested version 20250100 is not active'],
  'Pinterest: token': [
    'Authentication failed. code 2',
    'You are not permitted to access that resource. x-pinterest-rid: «1234567890123456»',
  ],
  'Pinterest: limit': ['You have exceeded your rate limit. Try again later. (code 8)'],
  'Snapchat: request': [
    '{"request_status":"ERROR","request_id":"«5f3a8e9b00ff0a1b2c3d4e5f60718293»","error_code":"E1001"}',
  ],
  'Snapchat: token': ['The access token expired'],
  'Amazon: profile': [
    '{"code":"UNAUTHORIZED","details":"Not authorized to manage this profile","requestId":"«ABCD1234EFGH5678»"}',
  ],
  'Amazon: token': [
    "invalid_grant: The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.",
  ],
  'Amazon: report': [
    'Report PENDING for «a1b2c3d4-e5f6-7890-abcd-ef1234567890»',
    'x-amzn-requestid: «Zx8Yw7Vu6Ts5Rq4Po3Nm2Lk1»',
  ],
  'Shopify: throttle': [
    'Throttled',
    'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.',
  ],
  'Shopify: token': [
    '[API] Invalid API key or access token (unrecognized login or wrong password)',
    'x-request-id: «8f14e45fceea467fa0e61b2c3d4e5f60»',
  ],
  'Shopify: access': ['Access denied for orders field. Required access: `read_orders` access scope.'],
  'Airbyte: job': [
    'Something went wrong in the connector. See the logs for more details. Job 12345678, attempt 3',
    'java.lang.OutOfMemoryError: Java heap space',
    'trace_id=«0af7651916cd43dd8448eb211c80319c»',
  ],
  'Fivetran: task': [
    'We cannot access your account because the token has expired. Please reconnect.',
    'reconnect: connection_lost',
  ],
  Network: [
    'connect ETIMEDOUT 203.0.113.24:443',
    'getaddrinfo ENOTFOUND business-api.tiktok.com',
    "HTTPSConnectionPool(host='graph.facebook.com', port=443): Read timed out. (read timeout=300)",
  ],
  Databases: [
    'duplicate key value violates unique constraint "ads_pkey"',
    'relation "public.ad_insights" does not exist',
  ],
};
