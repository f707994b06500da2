import type * as webextension from 'webextension-polyfill';

/** Only Firefox has a sidebar. */
type BrowserApi = Omit<typeof webextension, 'sidebarAction'> & {
  sidebarAction?: typeof webextension.sidebarAction;
};

declare global {
  var browser: BrowserApi | undefined;
  var chrome: BrowserApi;
}

/** The browser's own API, for the panel's page. Both browsers answer with promises. */
export const api: BrowserApi = globalThis.browser ?? globalThis.chrome;
