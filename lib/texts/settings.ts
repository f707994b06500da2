/** The words of the settings: the panel's look, following the ads console, and the keyboard shortcut. */

export const settingsTexts = {
  close: 'Close',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  singleKeys: 'The keys / and ?',
  singleKeysWords: { on: 'On', off: 'Off' },
  console: {
    title: 'Ads console',
    what: 'With your permission, the list shows the sources of the ads console in the tab in front, says which of them has the account there, and goes back to what you had when you leave it.',
    sites: (names: readonly string[]) => `It knows ${names.join(', ')}.`,
    permission:
      'Your browser will ask for more than the panel uses, because there is no smaller permission. The panel only checks which console and account are open, changes nothing there, and stores nothing about your tabs.',
    on: 'The panel follows your ads console. You can withdraw the permission here or in the browser’s settings.',
  },
  keyboard: 'Keyboard',
  keys: [
    { key: '/', does: 'Search the list' },
    { key: '↓ ↑', does: 'From the search into the list, and along it' },
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
