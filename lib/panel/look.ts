/** The panel's look and keys. Read before the first paint, where a schema would be most of the code. */

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
/** Whether single-character keys work: WCAG 2.1.4. */
export const SINGLE_KEYS = ['on', 'off'] as const;

export interface Look {
  theme: (typeof THEMES)[number];
  density: (typeof DENSITIES)[number];
  singleKeys: (typeof SINGLE_KEYS)[number];
}

export const DEFAULT_LOOK: Look = { theme: THEMES[0], density: DENSITIES[0], singleKeys: SINGLE_KEYS[0] };

/** The part of `localStorage` used here: unlike the extension's own storage it is read synchronously. */
export type LookItems = Pick<Storage, 'getItem' | 'setItem'>;

/** The page's `localStorage`. If the browser denies access, nothing is kept and the panel has its default look. */
export function lookItems(page: { localStorage: LookItems }): LookItems {
  return {
    getItem: (key) => orNull(() => page.localStorage.getItem(key)),
    setItem: (key, value) => orNull(() => page.localStorage.setItem(key, value)),
  };
}

function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** The stored look, with the default for anything missing or unknown. */
export function readLook(items: LookItems): Look {
  return {
    theme: oneOf(THEMES, items.getItem('theme')) ?? DEFAULT_LOOK.theme,
    density: oneOf(DENSITIES, items.getItem('density')) ?? DEFAULT_LOOK.density,
    singleKeys: oneOf(SINGLE_KEYS, items.getItem('singleKeys')) ?? DEFAULT_LOOK.singleKeys,
  };
}

export function keepLook(items: LookItems, { theme, density, singleKeys }: Look): void {
  items.setItem('theme', theme);
  items.setItem('density', density);
  items.setItem('singleKeys', singleKeys);
}

function oneOf<Value extends string>(values: readonly Value[], kept: string | null): Value | undefined {
  return values.find((value) => value === kept);
}
