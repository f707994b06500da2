/** Generates docs/errors.md from the tables in lib/status/errors. */

import { platformName } from '../lib/platforms.ts';
import { AMAZON_ADS_ROWS, AMAZON_ADS_SOURCES } from '../lib/status/errors/amazon-ads.ts';
import type { ErrorTable } from '../lib/status/errors/error-table.ts';
import { EVERYWHERE_ROWS, EVERYWHERE_SOURCES } from '../lib/status/errors/everywhere.ts';
import { GOOGLE_ADS_ROWS, GOOGLE_ADS_SOURCES } from '../lib/status/errors/google-ads.ts';
import { GOOGLE_ANALYTICS_ROWS, GOOGLE_ANALYTICS_SOURCES } from '../lib/status/errors/google-analytics.ts';
import { LINKEDIN_ADS_ROWS, LINKEDIN_ADS_SOURCES } from '../lib/status/errors/linkedin-ads.ts';
import { META_ADS_ROWS, META_ADS_SOURCES } from '../lib/status/errors/meta-ads.ts';
import { MICROSOFT_ADS_ROWS, MICROSOFT_ADS_SOURCES } from '../lib/status/errors/microsoft-ads.ts';
import { PINTEREST_ADS_ROWS, PINTEREST_ADS_SOURCES } from '../lib/status/errors/pinterest-ads.ts';
import { SHOPIFY_ROWS, SHOPIFY_SOURCES } from '../lib/status/errors/shopify.ts';
import { SNAPCHAT_ADS_ROWS, SNAPCHAT_ADS_SOURCES } from '../lib/status/errors/snapchat-ads.ts';
import { TIKTOK_ADS_ROWS, TIKTOK_ADS_SOURCES } from '../lib/status/errors/tiktok-ads.ts';

/** By the snapshot's word for the platform; the last one applies after the platform's own. */
export const ERROR_TABLES: ReadonlyMap<string, ErrorTable> = new Map([
  ['tiktok_ads', { rows: TIKTOK_ADS_ROWS, sources: TIKTOK_ADS_SOURCES }],
  ['meta_ads', { rows: META_ADS_ROWS, sources: META_ADS_SOURCES }],
  ['shopify', { rows: SHOPIFY_ROWS, sources: SHOPIFY_SOURCES }],
  ['pinterest_ads', { rows: PINTEREST_ADS_ROWS, sources: PINTEREST_ADS_SOURCES }],
  ['snapchat_ads', { rows: SNAPCHAT_ADS_ROWS, sources: SNAPCHAT_ADS_SOURCES }],
  ['google_ads', { rows: GOOGLE_ADS_ROWS, sources: GOOGLE_ADS_SOURCES }],
  ['google_analytics', { rows: GOOGLE_ANALYTICS_ROWS, sources: GOOGLE_ANALYTICS_SOURCES }],
  ['microsoft_ads', { rows: MICROSOFT_ADS_ROWS, sources: MICROSOFT_ADS_SOURCES }],
  ['linkedin_ads', { rows: LINKEDIN_ADS_ROWS, sources: LINKEDIN_ADS_SOURCES }],
  ['amazon_ads', { rows: AMAZON_ADS_ROWS, sources: AMAZON_ADS_SOURCES }],
  ['everywhere', { rows: EVERYWHERE_ROWS, sources: EVERYWHERE_SOURCES }],
]);

export function errorsText(): string {
  const tables = [...ERROR_TABLES];
  const rows = tables.reduce((sum, [, table]) => sum + table.rows.length, 0);
  return `# Error codes

What ${rows} documented error codes mean, and which kind of error each is; [codes.md](codes.md#errors-of-a-sync) says what helps
against a kind. Made by \`npm run errors-document\` from the tables in \`lib/status/errors\`: change those. The meanings are our
own words, the sources the platforms' pages and well-kept connectors. Where sources disagree, a comment at the row says so, and
the row takes the kind whose remedy does no harm.

A pair, \`190/463\`, is a code and its subcode: the panel looks for the pair first, then for the code alone. It looks in the
platform's own table first, then in what means the same everywhere. \`lib/status/errors/spellings.ts\` reads the ways
connectors write a code.

${tables.map(([platform, table]) => section(platform, table)).join('\n')}`;
}

function section(platform: string, { rows, sources }: ErrorTable): string {
  const title = platform === 'everywhere' ? 'The same everywhere' : platformName(platform);
  return `## ${title}

| code | kind | what it means | source |
|---|---|---|---|
${rows.map(([code, kind, meaning, source]) => `| \`${code}\` | ${kind} | ${meaning} | ${source} |`).join('\n')}

${Object.entries(sources)
  .map(([key, source]) => `- ${key}: ${source.startsWith('https:') ? `<${source}>` : `\`${source}\``}`)
  .join('\n')}
`;
}
