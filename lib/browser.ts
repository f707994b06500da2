import polyfill from 'webextension-polyfill';
import type { Badge } from './badge.ts';
import { CONSOLE_ORIGINS } from './consoles.ts';
import type { FrontDoor } from './panel/following.ts';
import { keepLook, readLook } from './panel/look.ts';
import type { SessionArea } from './panel/memory.ts';
import type { KeptLook } from './panel/preferences.ts';
import type { Shortcut } from './panel/shortcut.ts';
import { crashProof, UNFINISHED } from './snapshot/storage/crash-proof.ts';
import type { Alone, StorageArea } from './snapshot/storage/layout.ts';

/** The part of Chrome's side panel in use here: the polyfill passes it through and has no types for it. */
interface SidePanel {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/** Chrome alone closes its storage to content scripts; the polyfill has no types for it. */
interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Chrome alone has a side panel, Firefox alone a sidebar. */
type BrowserApi = Omit<typeof polyfill, 'sidebarAction'> & {
  sidePanel?: SidePanel;
  sidebarAction?: typeof polyfill.sidebarAction;
};

/** The one door to the browser's own APIs. */
export const browser: BrowserApi = polyfill;

const local: StorageArea & Closable = polyfill.storage.local;

/** Where snapshots are kept. */
export const storageArea: StorageArea = browser.sidebarAction ? local : crashProof(local);

/** From now on only the extension's own pages read what is stored. */
export async function closeStorage(): Promise<void> {
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Kept until the browser is closed, and open to this extension's own pages only. */
export const sessionArea: SessionArea = polyfill.storage.session;

/** Says it on the toolbar button, in every window. */
export async function showBadge({ text, colour, title }: Badge): Promise<void> {
  const { action } = polyfill;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: colour }),
    action.setBadgeTextColor?.({ color: '#ffffff' }),
    action.setTitle({ title }),
  ]);
}

/** The window that this page stands beside. */
export async function windowKey(): Promise<string> {
  return `window/${(await polyfill.windows.getCurrent()).id}`;
}

/** One task at a time among all pages and the background of this extension. */
export const alone: Alone = (task) => navigator.locks.request('snapshot', task);

/** Calls back after anything was stored, by whatever window. */
export function onStored(listener: () => void): void {
  polyfill.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key !== UNFINISHED)) listener();
  });
}

/** How the reader wants the panel to look. It is `entrypoints/first-paint.ts` that makes it look so. */
export const keptLook: KeptLook = {
  read: () => readLook(localStorage),
  keep(look) {
    keepLook(localStorage, look);
    // The browser tells the other windows only.
    dispatchEvent(new StorageEvent('storage'));
  },
  onChange(listener) {
    addEventListener('storage', listener);
    return () => removeEventListener('storage', listener);
  },
};

/** The only one in the manifest. */
export const shortcut: Shortcut = {
  async read() {
    const [command] = await polyfill.commands.getAll();
    return command?.shortcut ?? '';
  },
  async change() {
    if (browser.sidebarAction) await polyfill.commands.openShortcutSettings();
    else await polyfill.tabs.create({ url: 'chrome://extensions/shortcuts' });
  },
  family: browser.sidebarAction ? 'firefox' : 'chromium',
};

const MOMENT_MS = 500;

const consoles = { origins: [...CONSOLE_ORIGINS] };

/** The tab in front in this page's own window, and the reader's permission to know which console it shows. */
export const frontDoor: FrontDoor = {
  async isAllowed() {
    // One console is enough: the reader can take back a single one in the browser's settings.
    const { origins = [] } = await polyfill.permissions.getAll();
    return origins.some((origin) => CONSOLE_ORIGINS.includes(origin));
  },
  ask: () => polyfill.permissions.request(consoles),
  async giveBack() {
    await polyfill.permissions.remove(consoles);
  },
  onAllowedChange(listener) {
    const { onAdded, onRemoved } = polyfill.permissions;
    onAdded.addListener(listener);
    onRemoved.addListener(listener);
    return () => {
      onAdded.removeListener(listener);
      onRemoved.removeListener(listener);
    };
  },
  async tab() {
    const [tab] = await polyfill.tabs.query({ active: true, currentWindow: true });
    return tab && { id: tab.id, address: tab.url, isLoading: tab.status === 'loading' };
  },
  moment: () => new Promise((resolve) => setTimeout(resolve, MOMENT_MS)),
  onTabChange(listener) {
    const { onActivated, onUpdated } = polyfill.tabs;
    // Where an address may not be read, its change is told by the loading alone.
    const onChange = (_id: number, { status, url }: { status?: string; url?: string }) => {
      if (status !== undefined || url !== undefined) listener();
    };
    onActivated.addListener(listener);
    onUpdated.addListener(onChange);
    return () => {
      onActivated.removeListener(listener);
      onUpdated.removeListener(onChange);
    };
  },
};
