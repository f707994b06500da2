import type { Look } from '../lib/panel/look.ts';

const SCHEMES: Record<Look['theme'], string> = { system: 'light dark', light: 'light', dark: 'dark' };

/** Applies the chosen theme and density to a document: colours by `color-scheme`, distances by the tokens of theme.css. */
export function applyTheme(document: Document, { theme, density }: Look): void {
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', SCHEMES[theme]);
  document.documentElement.dataset.density = density;
}
