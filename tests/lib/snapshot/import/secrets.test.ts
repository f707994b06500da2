import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeSecret } from '../../../../lib/snapshot/import/secrets.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';
import { places } from '../changed.ts';
import { ordinaryText, seeded } from './samples.ts';

/** Joined here, so that no scanner takes this file for a leak. */
const key = (...parts: string[]) => parts.join('');

const secrets: [name: string, text: string][] = [
  ['a bearer token', 'Authorization: Bearer mF_9.B5f-4.1JqM0aQz7Lp'],
  ['a bearer token in capitals', 'BEARER abcdefghijklmnopqrst'],
  ['a bearer token in an address', 'bearer%20abcdefghijklmnopqrst'],
  ['a JWT', key('eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N')],
  ['a JWT without algorithm', key('eyJ', 'hbGciOiJub25lIn0.eyJzdWIiOiIxIn0.')],
  ['a Shopify admin token', key('shpat_', '0123456789abcdef01234567')],
  ['a Shopify shared secret', key('shpss_', '0123456789abcdef01234567')],
  ['a Shopify custom app token', key('shpca_', '0123456789abcdef01234567')],
  ['a Shopify private app token', key('shppa_', '0123456789ABCDEF01234567')],
  ['a Meta token', `token=${key('EAA', 'BsbCS1iHgBAJ4Kp2ZCwQ7uVb')}`],
  ['a Google access token', key('ya29', '.a0AfH6SMBx7dKq2Lw9Zt-c')],
  ['a Google API key', key('AIza', 'SyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY')],
  ['a Google client secret', key('GOCSPX', '-1r0aNTSEiLbPXFDPkJlbHGdO5A4')],
  ['an AWS key id', key('AKIA', 'IOSFODNN7EXAMPLE')],
  ['an AWS session key id', key('ASIA', 'Y34FZKBOKMUTVV7A')],
  ['a private key', '-----BEGIN PRIVATE KEY-----'],
  ['an RSA private key', 'x\n-----BEGIN RSA PRIVATE KEY-----\nMIIE'],
  ['an elliptic private key', '-----BEGIN EC PRIVATE KEY-----'],
  ['an SSH private key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
  ['a GitHub token', key('ghp_', '16C7e42F292c6912E7710c838347Ae178B4a')],
  ['a Slack token', key('xoxb', '-123456789012-abcdefghijkl')],
  ['a Stripe key', key('sk_live_', '4eC39HqLyjWDarjtT1zdp7dc')],
  ['one after a character of no word', `(${key('AKIA', 'IOSFODNN7EXAMPLE')})`],
  ['one with zero-width characters', [...key('shpat_', '0123456789abcdef01234567')].join('\u200b')],
  ['one with soft hyphens', [...key('AKIA', 'IOSFODNN7EXAMPLE')].join('\u00ad')],
  ['one with combining marks', [...key('AKIA', 'IOSFODNN7EXAMPLE')].join('\u0301')],
  ['one in wide letters', 'ｓｈｐａｔ＿０１２３４５６７８９ａｂｃｄｅｆ０１２３'],
  ['one in mathematical letters', '𝐀𝐊𝐈𝐀𝐈𝐎𝐒𝐅𝐎𝐃𝐍𝐍𝟕𝐄𝐗𝐀𝐌𝐏𝐋𝐄'],
  ['one behind ten thousand characters', `${'so on '.repeat(2000)}${key('AKIA', 'IOSFODNN7EXAMPLE')}`],
  ['one across 4,000 characters', `${' '.repeat(3990)}${key('AKIA', 'IOSFODNN7EXAMPLE')}`],
];

test.each(secrets)('%s looks like a secret', (_name, text) => {
  expect(looksLikeSecret(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a prefix alone', key('shpat_', '')],
  ['a prefix that begins a name', 'EAAConference2026'],
  ['a prefix with 19 characters', key('shpat_', '0123456789abcdef012')],
  ['bearer as a word', 'The bearer of good news: conversions rose'],
  ['a word that ends in a prefix', 'SLOVAKIAPROSPECTING2026'],
  ['a continent', 'ASIAPACIFICPROSPECTING'],
  ['a continent with a year', 'ASIAPACIFIC2026SALES'],
  ['a song', 'HeyJude_Campaign_2026_Prospecting_FR'],
  ['a language', 'sk-prospecting-broad-2026-q4-video'],
  ['a UUID', '8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60'],
  ['two UUIDs', '8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60/8f14e45f-ceea-467f-a0e6-1b2c3d4e5f61'],
  ['an instant', '2026-11-20T08:00:00.123456+01:00'],
  ['versions', 'v26.0 → v27.0, chrome/156.0.7204.49'],
  [
    'an address',
    'https://shop.example/fr/soldes-hiver-2026/Landing_Page_V2?utm_source=tiktok&utm_medium=cpc&utm_campaign=FR_Soldes_Hiver_2026',
  ],
  ['a campaign full of codes', 'FR_Prospecting_LAL2_Purchase180d_Video15s_Nov2026_AdSetBroadV3'],
  ['a creative full of sizes', 'VID_15s_9x16_HookA_V3_1080x1920_60fps_h264_8Mbps_final2'],
  ['glued words', 'DynamicProductAdsRetargetingCatalogSalesQ4FY2026EMEA'],
  ['a long German word', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'],
  ['a long number', '1234567890123456789012345678901'],
  ['31 hex digits', 'd41d8cd98f00b204e9800998ecf8427'],
  ['a masked reference', 'act_••••••••••••••••••••••••••••••••1234'],
  ['one letter forty times', 'x'.repeat(40)],
  ['a public key', '-----BEGIN PUBLIC KEY-----'],
])('%s does not', (_name, text) => {
  expect(looksLikeSecret(text)).toBe(false);
});

describe('measured', () => {
  test('no false positive in 10,000 ordinary texts', () => {
    const random = seeded(20261120);
    const texts = Array.from({ length: 10_000 }, () => ordinaryText(random));

    expect(texts.filter(looksLikeSecret)).toEqual([]);
  });

  test('no false positive in the fixtures', () => {
    const files = readdirSync('fixtures').filter((file) => file.endsWith('.json'));
    const texts = files.flatMap((file) => places(JSON.parse(readFileSync(`fixtures/${file}`, 'utf8'))));

    expect(files).not.toEqual([]);
    expect(texts.filter(([, held]) => typeof held === 'string' && looksLikeSecret(held))).toEqual([]);
  });
});

test('a secret is found wherever it is and whatever hides it', () => {
  const invisible = fc.constantFrom('', '\u200b', '\u2060', '\ufeff', '\u00ad', '\u{e0041}');
  const prose = fc.string({ unit: fc.constantFrom(' ', '.', 'é', '\n', '→', '(') });
  fc.assert(
    fc.property(fc.constantFrom(...secrets), prose, invisible, prose, ([, secret], before, joint, after) => {
      expect(looksLikeSecret(`${before} ${[...secret].join(joint)} ${after}`)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const inHex = (character: string) => (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
const percent = (text: string) => Array.from(text, (character) => `%${inHex(character)}`).join('');
const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const inTheMiddle = (part: string) => (text: string) => text.slice(0, 12) + part + text.slice(12);

test.each<[name: string, disguise: (text: string) => string]>([
  ['percent-encoding', percent],
  ['percent-encoding, three times', (text) => encodeURIComponent(encodeURIComponent(percent(text)))],
  ['percent-encoding, before bytes that are no text', (text) => `${percent(text)}%ff`],
  ['percent-encoding, after bytes that are no text', (text) => `%ff${percent(text)}`],
  ['percent-encoding of wide characters', (text) => encodeURIComponent(wide(text))],
  ['JSON in JSON in JSON', (text) => JSON.stringify(JSON.stringify(JSON.stringify(text)))],
  [
    'characters that JSON escapes twice',
    (text) => Array.from(text, (character) => `\\\\u00${inHex(character)}`).join(''),
  ],
  ['a zero-width space', inTheMiddle('\u200b')],
  ['a zero-width space, percent-encoded', inTheMiddle('%E2%80%8B')],
  ['a zero-width space, escaped by JSON', inTheMiddle('\\u200b')],
  ['a control character', inTheMiddle('\u0000')],
  ['a line break', inTheMiddle('\r\n  ')],
  ['a line break, escaped by JSON twice', inTheMiddle('\\\\n')],
  ['a line that goes on behind a backslash', inTheMiddle('\\\n')],
  ['a page break', inTheMiddle('\f')],
  ['the next line of ISO 8859', inTheMiddle('\u0085')],
])('a credential is found behind %s', (_name, disguise) => {
  const credential = key('shpat_', '0123456789abcdef01234567');

  expect(looksLikeSecret(`Refused: ${disguise(credential)}`)).toBe(true);
});

/** At these lengths a mistake takes minutes, or overflows the stack. */
test.each([
  ['one letter', 'x', 8_000_000],
  ['almost a token', `${'xY1'.repeat(11)}xY `, 100_000],
  ['almost hex', `${'a'.repeat(31)} `, 100_000],
  ['a prefix', 'bearer ', 500_000],
  ['the start of a key', '-----BEGIN ', 300_000],
  ['marks out of order', '\u0301\u0316', 80_000],
  ['what normalising makes eighteen times as long', '\ufdfa', 1_000_000],
])('a long text takes less than seconds: %s', async (_name, unit, times) => {
  const search = () => expect(looksLikeSecret(unit.repeat(times))).toBe(false);
  expect(await cpuTimeOf(search)).toBeLessThan(3000);
});

test('a value that is almost a name takes less than a second', async () => {
  const search = () => expect(looksLikeSecret(`key=${'a_b_c_'.repeat(30)}!!`)).toBe(true);
  expect(await cpuTimeOf(search)).toBeLessThan(1000);
});
