/** The words of the settings: how the panel looks, and its keys. */

export const settingsTexts = {
  close: 'Close',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  singleKeys: 'The keys / and ?',
  singleKeysWords: { on: 'On', off: 'Off' },
  keyboard: 'Keyboard',
  keys: [
    { key: '/', does: 'Search the list' },
    { key: 'Esc', does: 'Empty the search, close this, or go back to the list' },
    { key: '?', does: 'Open this' },
  ],
  panel: 'Open or close the panel from any tab:',
  notSet: 'not set',
  change: 'Change it',
  changeRefused: 'The browser does not open that page. You can change it',
  where: {
    chromium: 'at chrome://extensions/shortcuts',
    firefox: 'in about:addons → gear → Manage Extension Shortcuts',
  },
};
