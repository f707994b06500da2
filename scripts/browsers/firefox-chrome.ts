/*
 * Code for Firefox's own windows, where `--remote-allow-system-access` lets it run. None of this is an interface
 * that Firefox promises: what a later version moves is to be mended here.
 */
import type { Bidi } from './bidi.ts';
import type { Look } from './browser.ts';

/** A browser with the extension in it, and the ways to talk to it. */
export interface Driven {
  bidi: Bidi;
  addOn: string;
  origin: string;
}

/** Firefox names parts of its window after the add-on. */
export const named = (addOn: string) => addOn.toLowerCase().replace(/[^a-z0-9_-]/g, '_');

/** Whether the sidebar of the window shows the extension. */
export const isOpen = (addOn: string) =>
  `SidebarController.isOpen && SidebarController.currentID === '${named(addOn)}-sidebar-action'`;

/** The sidebar's document inside Firefox's own. */
const SIDEBAR = `document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser')`;

/**
 * Firefox keeps its protocol to tabs. This tells the part of it that looks up contexts of the sidebars too,
 * and from then on a sidebar is one like any other; run once, in the first window.
 */
export const LIST_SIDEBARS = `(() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const known = NavigableManager.getBrowserById;
  NavigableManager.getBrowserById = function (id) {
    for (const { document } of Services.wm.getEnumerator('navigator:browser')) {
      const sidebar = ${SIDEBAR};
      if (sidebar && this.getIdForBrowser(sidebar) === id) return sidebar;
    }
    return known.call(this, id);
  };
})()`;

/** The context of the sidebar, once it holds the extension's page. */
export const sidebarContext = (origin: string) => `(() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const sidebar = ${SIDEBAR};
  if (!sidebar?.currentURI?.spec.startsWith('${origin}') || sidebar.webProgress.isLoadingDocument) return null;
  sidebar.permanentKey ??= {};
  sidebar.focus();
  return NavigableManager.getIdForBrowser(sidebar);
})()`;

/** Gives the sidebar the focus of its window, which a page that was looked at meanwhile may have taken. */
export const FOCUS_SIDEBAR = `void ${SIDEBAR}.focus()`;

/** Runs code in every document of the sidebar before the document's own; the protocol does so in tabs alone. */
export function runFirst(code: string): string {
  const script = `addEventListener('DOMWindowCreated', ({ target: { defaultView } }) => {
    const sandbox = new Cu.Sandbox(defaultView, { sandboxPrototype: defaultView, wantXrays: false });
    Cu.evalInSandbox(${JSON.stringify(code)}, sandbox);
  })`;
  const address = `data:,${encodeURIComponent(script)}`;
  return `void ${SIDEBAR}.messageManager.loadFrameScript(${JSON.stringify(address)}, false)`;
}

/** Makes the sidebar's document believe in these preferences of its reader. */
export function override({ scheme, forcedColors, reducedMotion }: Look): string {
  const values = {
    ...(scheme && { prefersColorSchemeOverride: scheme }),
    ...(forcedColors !== undefined && { forcedColorsOverride: forcedColors ? 'active' : 'none' }),
    ...(reducedMotion !== undefined && {
      prefersReducedMotionOverride: reducedMotion ? 'reduce' : 'no-preference',
    }),
  };
  return `void Object.assign(${SIDEBAR}.browsingContext, ${JSON.stringify(values)})`;
}

/** The errors that pages of the extension have caused, as the browser's console words them. */
export const errorsOf = (origin: string) => `Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith('${origin}')
    && !(message.flags & Ci.nsIScriptError.warningFlag))
  .map((message) => message.errorMessage)`;

/** Answers for these hosts with this page before any connection is made. */
export const serve = (hosts: readonly string[], html: string) => `void Services.obs.addObserver((channel) => {
  if (!${JSON.stringify(hosts)}.includes(channel.QueryInterface(Ci.nsIHttpChannel).URI.host)) return;
  const answer = Cc['@mozilla.org/network/replaced-http-response;1'].createInstance(Ci.nsIReplacedHttpResponse);
  answer.init();
  answer.responseStatus = 200;
  answer.responseStatusText = 'OK';
  answer.setResponseHeader('content-type', 'text/html', false);
  answer.responseBody = ${JSON.stringify(html)};
  channel.QueryInterface(Ci.nsIHttpChannelInternal).setResponseOverride(answer);
}, 'http-on-before-connect')`;

/** Presses a button of the extension's question, in whichever window it stands; false while there is none. */
export const pressInQuestion = (button: 'button' | 'secondaryButton') => `(() => {
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    const question = window.document.getElementById('addon-webext-permissions-notification');
    if (!question || window.PopupNotifications.panel.state !== 'open') continue;
    question.${button}.click();
    return true;
  }
  return false;
})()`;

/** What the switches on the browser's page about add-ons do. */
export const withdraw = (addOn: string, origins: readonly string[]) => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('${addOn}');
  const taken = { permissions: [], origins: ${JSON.stringify(origins)} };
  await ExtensionPermissions.remove(extension.id, taken, extension);
})()`;
