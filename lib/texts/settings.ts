/** The words of the settings: how the panel looks, and its keys. */
import type { Look } from '../panel/look.ts';
import type { Shortcut } from '../panel/shortcut.ts';

export const settingsTexts = {
  close: 'Close',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Look['theme'], string>,
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' } satisfies Record<Look['density'], string>,
  singleKeys: 'The keys / and ?',
  singleKeysWords: { on: 'On', off: 'Off' } satisfies Record<Look['singleKeys'], string>,
  keyboard: 'Keyboard',
  keys: [
    { key: '/', does: 'Search the list' },
    { key: 'Esc', does: 'Empty the search, close this, or go back to the list' },
    { key: '?', does: 'Open this' },
  ],
  panel: 'Open or close the panel from any tab:',
  notSet: 'not set',
  change: 'Change it',
  where: {
    chromium: 'at chrome://extensions/shortcuts',
    firefox: 'in about:addons → gear → Manage Extension Shortcuts',
  } satisfies Record<Shortcut['family'], string>,
};
