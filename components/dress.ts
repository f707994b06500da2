import type { Look } from '../lib/panel/look.ts';

const SCHEMES: Record<Look['theme'], string> = { system: 'light dark', light: 'light', dark: 'dark' };

/** Makes a document look like that: its colours by its `color-scheme`, its distances by the tokens of theme.css. */
export function dress(document: Document, { theme, density }: Look): void {
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', SCHEMES[theme]);
  document.documentElement.dataset.density = density;
}
