/** WCAG 2.2, 1.4.3 and 1.4.11: every colour of the theme has enough contrast with its background, in both schemes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const theme = readFileSync(join(import.meta.dirname, '../../components/theme.css'), 'utf8');

/** Name → its light and dark colour. */
const colors = new Map(
  Array.from(
    theme.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

const TONES = ['error', 'warning', 'healthy', 'pending', 'unknown', 'off', 'info'];
const tints = TONES.map((tone) => `${tone}-tint`);
const GROUNDS = ['page', 'surface', 'surface-hover'];

/** Text colours and their backgrounds. */
const WORDS: [color: string, grounds: string[]][] = [
  ['text', [...GROUNDS, ...tints]],
  ['text-quiet', [...GROUNDS, 'unknown-tint', 'off-tint', 'info-tint']],
  ['link', [...GROUNDS, ...tints]],
  // Badges, chosen badges with reversed colours, and words of a row or a fact without a background of their own.
  ...TONES.map((tone): [string, string[]] => [tone, [`${tone}-tint`, ...GROUNDS]]),
];

/** Lines and shapes that carry meaning, and the colours around them. */
const SHAPES: [color: string, grounds: string[]][] = [
  ['line-strong', ['page', 'surface']],
  ['focus', [...GROUNDS, ...tints]],
  ...['error-ink', 'warning-ink', 'healthy-ink', 'pending-ink', 'unknown-ink', 'off-ink'].map(
    (ink): [string, string[]] => [ink, GROUNDS],
  ),
  ...['meta', 'google-ads', 'google-analytics', 'pinterest', 'linkedin', 'microsoft'].map(
    (platform): [string, string[]] => [`mark-${platform}`, ['surface', 'surface-hover']],
  ),
  ['rows', ['surface']],
  ['rows-outline', ['surface']],
];

/** Lines that carry no meaning, and the veil behind a dialog. */
const DECORATION = ['line', 'veil'];

const schemes = ['light', 'dark'] as const;
const pairs = (list: typeof WORDS) =>
  list.flatMap(([color, grounds]) =>
    grounds.flatMap((ground) => schemes.map((scheme) => [color, ground, scheme] as const)),
  );

/** For two colours written as `#rrggbb`: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(first, second) / Math.min(first, second);
}

const contrastOf = (color: string, ground: string, scheme: 'light' | 'dark') =>
  contrast(colors.get(color)?.[scheme] ?? '', colors.get(ground)?.[scheme] ?? '');

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the theme’s colours', () => {
  it.each(pairs(WORDS))('%s can be read on %s, in %s', (color, ground, scheme) => {
    expect(contrastOf(color, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(SHAPES))('%s can be seen on %s, in %s', (color, ground, scheme) => {
    expect(contrastOf(color, ground, scheme)).toBeGreaterThanOrEqual(3);
  });

  it('are all checked, each with a value for light and for dark', () => {
    const colored = Array.from(theme.matchAll(/--([\w-]+): .*(#|rgb|hsl|oklch)/g), ([, name]) => name);
    const named = [...WORDS, ...SHAPES].flatMap(([color, grounds]) => [color, ...grounds]);
    expect([...new Set([...named, ...DECORATION])].sort()).toEqual([...colored].sort());
    const values = theme.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(values).toHaveLength(colors.size * 2);
  });

  it('are measured as the standard says', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
