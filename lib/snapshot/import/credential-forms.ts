/**
 * What credentials look like, by issuer. The formats come from public rule sets (gitleaks, secretlint) and the issuers'
 * own documentation. If a name could start with the same prefix, the pattern requires enough characters to exclude
 * names: `EAAConference2026` and `sk-winter-sale` are not credentials.
 *
 * Each is the source of a regular expression that applies where no letter or digit precedes it. Repetitions have an
 * exact count or an upper bound, so that no text makes them slow.
 */
const TOKEN = '[\\w.~+/=-]{20}';
const ALNUM = '[A-Za-z0-9]';
const HEX = '[0-9a-f]';
const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;

/** Prefixes that are followed by 20 characters of a token. */
const after = (...prefixes: string[]) => `(?:${prefixes.join('|')})${TOKEN}`;

export const CREDENTIAL_FORMS = {
  'JSON Web Token, also in parts': `ey(?:J|Ai)[\\w-]{10}[\\w.-]{10}|ZXlK[\\w+/]{40}`,
  'private key': `-----BEGIN[ +][A-Z0-9 +]{0,40}PRIVATE[ +]KEY|PuTTY-User-Key-File-\\d|AGE-SECRET-KEY-1[A-Z0-9]{20}`,

  // Ads platforms and their sign-in
  Meta: `(?:EAA|IG(?:AA|QV)|THAA)${ALNUM}{20}|\\d{15,16}\\|[\\w-]{27}`,
  Google: after('ya29\\.', '1//0', '4/[01]A', 'GOCSPX-', 'AIza', 'GOOG1E'),
  TikTok: `(?:act|rft|clt)\\.${ALNUM}{20}`,
  Amazon: `${after('At(?:[zc][ar]?|na)\\|', 'amzn1\\.oa2-cs\\.v1\\.', 'bedrock-api-key-')}|amzn\\.mws\\.${UUID}|ABSK[\\w+/]{60}|(?:A3T[A-Z0-9]|A[KB]IA|ACCA)[A-Z0-9]{16}|ASIA(?=[A-Z]{0,15}[2-7])[A-Z2-7]{16}(?!${ALNUM})`,
  Microsoft: `[\\w~.]{3}\\dQ~[\\w~.-]{31}|M\\.[CR]\\d{1,4}_[\\w.!*$-]{20}|Ew[AB]${ALNUM}[\\w+/]{60}|[01]\\.A[A-Z][\\w.-]{100}`,
  LinkedIn: `WPL_AP\\d\\.[\\w.+/=-]{14}|AQ[A-Z][\\w-]{60}`,
  Pinterest: after('pin[acr]_'),
  Shopify: `shp[a-z]{2,3}_${ALNUM}{20}|(?:prtapi|atkn)_${ALNUM}{20}`,
  Twitter: 'A{22}[A-Za-z0-9%]{40}',

  // Where marketing data is kept, moved and read
  'data platforms': `${after('dbt[cu]_', 'pscale_(?:tkn|oauth|pw)_', 'napi_', 'sb_(?:secret|publishable)_', 'AVNS_', 'apify_api_', 'ver:\\d-hint:')}|(?:dapi|dkea|dose)${HEX}{32}|sbp_${HEX}{40}|ph[acxrs]_${ALNUM}{32}|pk_(?:${ALNUM}{6}_)?${HEX}{34}|pk_\\d{6,8}_[A-Z0-9]{32}|xau_${ALNUM}{40}|npg_(?=[A-Za-z]{0,11}\\d)${ALNUM}{12}|keen_${HEX}{40}`,
  HubSpot: `pat-[a-z]{2}\\d-${UUID}`,
  Atlassian: after('AT[AC]TT3', 'ATBB', 'ATSTT3'),
  Salesforce: `00D${ALNUM}{12}![\\w.]{60}|5Aep861[\\w.=-]{60}`,
  Airtable: `pat${ALNUM}{14}\\.${HEX}{20}`,
  Notion: `ntn_\\d{11}${ALNUM}{20}|secret_${ALNUM}{43}`,
  'Figma, Contentful, Linear, Postman, Typeform': `${after('figd_', 'CFPAT-', 'lin_(?:api|oauth)_', 'tfp_', 'rdme_', 'fio-u-')}|ATTA${HEX}{64}|\\d/\\d{16}(?:/\\d{16})?:${HEX}{32}|PMAK-${HEX}{24}`,

  // Code, packages and builds
  GitHub: `gh[opsur]_${ALNUM}{20}|github_pat_\\w{20}`,
  GitLab: `${after('gl(?:pat|dt|rtr?|ptt|ft|imt|agent|oas|soat|ffct|wt)-', 'GR1348941')}|glcbt-\\w{1,5}_[\\w-]{20}`,
  packages: `npm_${ALNUM}{30}|pypi-AgE[\\w-]{20}|rubygems_${HEX}{40}|oy2[a-z0-9]{43}|cio${ALNUM}{32}(?!${ALNUM})|dckr_[po]at_[\\w-]{20}|CLOJARS_\\w{20}|hf_${ALNUM}{30}|api_org_${ALNUM}{30}`,
  builds: `${after('bk(?:ua|aj|at|ct|ds)_', 'CCI(?:PAT|PRJ)_', 'dp\\.(?:pt|ct|sa|st|scim|audit)\\.', 'pnu_', 'tskey-')}|${ALNUM}{14}\\.atlasv1\\.[\\w=-]{20}|pul-${HEX}{40}|ico-${ALNUM}{32}|s-s4t2(?:ud|af)-${HEX}{40}|[ps]at\\.[\\w-]{22}\\.${HEX}{24}\\.${ALNUM}{20}|API-(?=[A-Z]{0,25}\\d)[A-Z0-9]{26}(?!\\w)`,

  // Clouds, monitoring and vaults
  clouds: `${after('do[opr]_v1_', 'nfp_', 'vc[prika]_', 'HRKU-', 'fo1_', 'fm[12][ar]?_', 'FlyV1 fm', 'sha256~', 'tk-us-')}|LTAI${ALNUM}{20}|AKID${ALNUM}{32}|SCW(?=[A-Z]{0,16}\\d)[A-Z0-9]{17}(?!\\w)|dnkey-[\\w=-]{26}-[\\w=-]{40}|AKCp${ALNUM}{60}|cmVmd${ALNUM}{50}|AQVN[\\w-]{35}|t1\\.[\\w-]{20}[\\w=.-]{60}|YC(?!\\w?[A-Za-z]{1,30}(?:[_-](?:[A-Za-z]{1,30}|\\d{1,4})){2,20}(?![\\w-]))(?=[\\w-]{0,36}\\d)(?=[\\w-]{0,36}[a-z])[A-Za-z0-9][\\w-]{37}(?![\\w-])|v1\\.0-${HEX}{24}-${HEX}{40}|rnd_${ALNUM}{28}|4b1d${ALNUM}{38}`,
  monitoring: `${after('sntry[su]_', 'NR(?:AK|JS|II|RA)-', 'gl(?:c|sa)_', 'dt0[a-z]\\d\\d\\.', 'hc[abs]ik_', 'lsv2_(?:pt|sk)_')}|sgp_(?:${HEX}{16}_|local_)?${HEX}{40}|sq[upa]_${HEX}{40}`,
  vaults: `s\\.(?=[A-Za-z]{0,23}\\d)${ALNUM}{24}(?![\\w-]|\\.\\w)|b\\.AAAAA[\\w-]{60}|st\\.${HEX}{24}\\.${HEX}{32}|(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\\.[a-z0-9]{4,6}\\.acc[_-][a-z0-9-]{10,32}\\.|sm_[aps]at_(?=[A-Za-z]{0,15}\\d)${ALNUM}{16}|${after('hv[bsr]\\.', 'ops_eyJ', 'p8e-')}|A3-[A-Z0-9]{6}-[A-Z0-9-]{20}|[A-Za-z0-9]{6}_${ALNUM}{29}_mmk`,
  'feature flags': `(?:api|sdk|mob)-${UUID}|(?:secret|console)-${ALNUM}{40}`,

  // Models
  models: `sk-(?:None|ant|proj|svcacct|admin|or-v1|lf)-[\\w-]{20}|sk-${ALNUM}{32}|${after('pplx-', 'gsk_', 'xai-', 'pcsk_', 'nvapi-', 'tgp_v1_', 'csk-')}|r8_${ALNUM}{30}|sk_${HEX}{48}|key_${HEX}{64}`,

  // Payments, mail and messages
  payments: `[rs]k_(?:live|test|prod)_${ALNUM}{10}|${after('whsec_', 'sq0(?:atp|csp|idp)-', 'shippo_(?:live|test)_', 'duffel_(?:live|test)_')}|access_token\\$[a-z]{7,10}\\$[a-z0-9]{16}|rzp_(?:live|test)_${ALNUM}{14}|EZ[AT]K${ALNUM}{40}|EAAA[A-Za-z0-9-][\\w-]{55}|(?:live|test)_(?:(?:pub_)?${HEX}{31}(?:${HEX}{4})?|(?=[A-Za-z]{0,29}\\d)${ALNUM}{30})(?!\\w)|FLW(?:SECK|PUBK)(?:_TEST)?-${ALNUM}{12}|access-(?:sandbox|development|production)-${UUID}`,
  mail: `SG\\.[\\w-]{16,32}\\.[\\w-]{16}|${after('xkeysib-', 'xsmtpsib-')}|(?:pub)?key-${HEX}{32}|${HEX}{32}-(?:us\\d{1,2}|${HEX}{8}-${HEX}{8}(?!\\w))|AAAA[\\w-]{7}:[\\w-]{40}|os_v2_(?:app|org)_[a-z0-9]{40}|hooks\\.zapier\\.com/hooks/catch/\\d{1,12}/\\w{6}|re_${ALNUM}{8}_${ALNUM}{20}|md-(?=[A-Za-z_-]{0,20}\\d)(?=[\\w-]{0,21}[A-Z])[\\w-]{22}(?!\\w)`,
  Slack: `${after('xox[a-eoprs](?:\\.xox[bp])?-', 'xapp-\\d-')}|hooks\\.slack\\.com/(?:services|workflows|triggers)/[\\w/]{20}`,
  Discord: `[MNO]${ALNUM}{23}[\\w-]{0,3}\\.[\\w-]{6}\\.[\\w-]{27}|mfa\\.[\\w-]{40}|discord(?:app)?\\.com/api/webhooks/\\d{15,20}/[\\w-]{20}`,
  'Telegram, Teams': `(?:bot)?\\d{8,10}:A[\\w-]{34}|webhook\\.office\\.com/webhookb2/${HEX}{8}-`,
  Twilio: `(?:AC|SK)${HEX}{32}`,
  Dropbox: 'sl\\.(?:[\\w]\\.)?[\\w-]{60}',
} as const;
