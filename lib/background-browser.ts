/** The browser APIs that only the background uses: the toolbar button, the badge, the installation. */
import polyfill from 'webextension-polyfill';
import type { Badge } from './badge.ts';

/** The part of Chrome's side panel API used here. The polyfill passes it through but has no types for it. */
interface SidePanel {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}

/** Only Chrome can hide its storage from content scripts. The polyfill has no types for it. */
interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Chrome has a side panel, Firefox a sidebar. */
type BrowserApi = Omit<typeof polyfill, 'sidebarAction'> & {
  sidePanel?: SidePanel;
  sidebarAction?: typeof polyfill.sidebarAction;
};

export const browser: BrowserApi = polyfill;

/** Lets only the extension's own pages read the storage from now on. */
export async function closeStorage(): Promise<void> {
  const local: typeof polyfill.storage.local & Closable = polyfill.storage.local;
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Sets the toolbar button, in every window. */
export async function showBadge({ text, colour, title }: Badge): Promise<void> {
  const { action } = polyfill;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: colour }),
    action.setBadgeTextColor?.({ color: '#ffffff' }),
    action.setTitle({ title }),
  ]);
}
