/** Realistic texts generated from a seed: what marketers write, and what must not be imported. */

export type Random = () => number;

/** Reproducible random numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS =
  'Prospecting Retargeting Purchase Video Summer Sale Black Friday Lookalike Broad Interest Carousel Collection Soldes Hiver Rentrée Nouveauté Promo Fête Mères Kunden Gewinnung Winter Schlussverkauf Neukunden Gutschein Rebajas Verano Captación Ofertas Saldi Estate Lançamento Promoção Zomer Actie Wyprzedaż Yaz İndirimi Catalog Advantage Shopping Performance Max Brand Generic Competitor Search Display Discovery Demand Gen Reels Stories Feed Spark Ads Creator Hook Audience AdSet Conversions Traffic Leads Awareness Reach Install Engagement Распродажа 夏セール'.split(
    ' ',
  );
const LONG_WORDS =
  'Donaudampfschifffahrtsgesellschaft Kraftfahrzeughaftpflichtversicherung Rechtsschutzversicherungsgesellschaften Rindfleischetikettierungsüberwachung anticonstitutionnellement Hottentottententententoonstelling Geschwindigkeitsbegrenzungen Weihnachtsgeschenkgutscheine'.split(
    ' ',
  );
const SHORTHANDS =
  'FR DE UK US ES IT NL PL TR BE CH AT EMEA DACH ROAS CPA CPM LAL CBO ABO DPA PMAX ATC UGC TOF MOF BOF RTG NC ASC RSA YT IG'.split(
    ' ',
  );
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const CAPITALS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A name, an address, an id or a message as in a marketing team's snapshot, including codes. */
export function ordinaryText(random: Random): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const many = (from: number, to: number, make: () => string) =>
    Array.from({ length: number(from, to) }, () => make());
  const year = () => number(2019, 2027);
  const capital = () => pick(CAPITALS);
  const two = (value: number) => String(value).padStart(2, '0');
  const word = () => pick(random() < 0.06 ? LONG_WORDS : WORDS);
  const anyCase = (text: string) => pick([text, text, text.toLowerCase(), text.toUpperCase()]);
  const code = () =>
    pick([
      () => `${pick(SHORTHANDS)}${number(1, 9)}`,
      () => `${pick(WORDS)}${pick([7, 14, 28, 30, 60, 90, 180])}d`,
      () => `Video${pick([6, 15, 30, 60])}s`,
      () => `${pick(MONTHS)}${year()}`,
      () => `${pick(MONTHS)}${number(19, 27)}`,
      () => `${pick(['V', 'v'])}${number(1, 12)}${pick(['', 'a', 'b'])}`,
      () => `Q${number(1, 4)}FY${number(24, 27)}`,
      () => `W${number(1, 52)}`,
      () => `${number(18, 45)}to${number(46, 65)}`,
      () => pick(['9x16', '1x1', '4x5', '1080x1920', '1200x628', '300x250']),
      () => `Hook${capital()}`,
      () => `${number(1, 10)}pct`,
      () => `P${pick([7, 30, 180])}D`,
      () => `${capital()}${number(1, 9)}${capital()}${number(1, 9)}`,
      () => `${year()}${two(number(1, 12))}${two(number(1, 28))}`,
      () => `UGC${number(100, 99999)}`,
      () => pick(['B2B', 'B2C', 'GA4', 'iOS18', 'Android15', 'x2', 'mp4', 'h264', '60fps']),
      () => `${pick(['Ad', 'AdSet', 'Cmp', 'Grp'])}${number(1, 40)}`,
    ])();
  const part = () => (random() < 0.5 ? code() : anyCase(random() < 0.3 ? pick(SHORTHANDS) : word()));
  const camel = () => [...many(2, 7, word), ...many(0, 1, code), ...many(0, 1, word)].join('');
  const slug = () => many(2, 5, part).join('-').toLowerCase();
  const separator = () => pick(['_', '_', '-', ' ', ' | ', ' - ', '/', '.', '__', '+']);
  return pick([
    () => many(3, 9, part).join(separator()),
    () => many(4, 12, part).join('_'),
    () => many(4, 10, code).join(pick(['_', '-'])),
    camel,
    () =>
      `https://shop.example/${slug()}/${slug()}?utm_source=tiktok&utm_campaign=${many(2, 6, part).join(pick(['_', '+', '%20']))}&utm_content=${camel()}&utm_id=${number(1e9, 9e9)}`,
    () => `https://cdn.example/${year()}/${number(1, 12)}/${many(2, 5, part).join('_')}_1080x1920.mp4`,
    () =>
      `SKU-${capital()}${capital()}${number(100, 999)}-${pick(['XL', 'S', '42'])}-${capital()}${number(1, 9)}${capital()}${number(10, 99)}-${number(1000, 9999)}`,
    () => [8, 4, 4, 4, 12].map((length) => text(random, HEX, length)).join('-'),
    () =>
      `${year()}-11-20T08:00:00.000+01:00 to ${year()}-12-01T00:00:00Z, API v${number(20, 26)}.0.${number(0, 9)}`,
    () =>
      `act_${number(1e8, 9e14)} ${word()}: error ${number(100, 99999)} (${camel()}Exception) in ${word()}, request ${number(1, 9)} of 9`,
  ])();
}

const HEX = '0123456789abcdef';
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** The alphabets of random tokens. */
export const ALPHABETS = {
  base64: `${ALPHANUMERIC}+/`,
  base64url: `${ALPHANUMERIC}-_`,
  alphanumeric: ALPHANUMERIC,
};

/** Random characters of an alphabet. */
export function text(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}
