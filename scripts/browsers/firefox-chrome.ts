/*
 * Code for Firefox's own windows, where `--remote-allow-system-access` lets it run. None of this is a public interface:
 * if a later Firefox changes something, repair it here.
 */
import type { Bidi } from './bidi.ts';
import type { Look } from './browser.ts';

/** A browser with the extension, and the connections to it. */
export interface Driven {
  bidi: Bidi;
  addOn: string;
  origin: string;
}

/** Firefox derives names of parts of its window from the add-on's id. */
export const named = (addOn: string) => addOn.toLowerCase().replace(/[^a-z0-9_-]/g, '_');

/** Whether the window's sidebar shows the extension. */
export const isOpen = (addOn: string) =>
  `SidebarController.isOpen && SidebarController.currentID === '${named(addOn)}-sidebar-action'`;

/** The sidebar's document inside Firefox's own. */
const SIDEBAR = `document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser')`;

/**
 * Firefox's protocol covers only tabs. This patches its lookup of contexts to find sidebars too, so that they can be
 * used like tabs. Run it once, in the first window.
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

/** The context of the sidebar, once it has loaded the extension's page. */
export const sidebarContext = (origin: string) => `(() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const sidebar = ${SIDEBAR};
  if (!sidebar?.currentURI?.spec.startsWith('${origin}') || sidebar.webProgress.isLoadingDocument) return null;
  sidebar.permanentKey ??= {};
  sidebar.focus();
  return NavigableManager.getIdForBrowser(sidebar);
})()`;

/** Focuses the sidebar, in case another page has taken the window's focus. */
export const FOCUS_SIDEBAR = `void ${SIDEBAR}.focus()`;

/** Runs code in every document of the sidebar before the document's own; the protocol can do that only in tabs. */
export function runFirst(code: string): string {
  const script = `addEventListener('DOMWindowCreated', ({ target: { defaultView } }) => {
    const sandbox = new Cu.Sandbox(defaultView, { sandboxPrototype: defaultView, wantXrays: false });
    Cu.evalInSandbox(${JSON.stringify(code)}, sandbox);
  })`;
  const address = `data:,${encodeURIComponent(script)}`;
  return `void ${SIDEBAR}.messageManager.loadFrameScript(${JSON.stringify(address)}, false)`;
}

/** Applies these user preferences to the sidebar's document. */
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

/** The errors of the extension's pages, as shown in the browser's console. */
export const errorsOf = (origin: string) => `Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith('${origin}')
    && !(message.flags & Ci.nsIScriptError.warningFlag))
  .map((message) => message.errorMessage)`;

/** Answers requests for these hosts with this page, before any connection is made. */
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

/** Presses a button of the extension's permission prompt, in any window; false if there is no prompt. */
export const pressInQuestion = (button: 'button' | 'secondaryButton') => `(() => {
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    const question = window.document.getElementById('addon-webext-permissions-notification');
    if (!question || window.PopupNotifications.panel.state !== 'open') continue;
    question.${button}.click();
    return true;
  }
  return false;
})()`;

/** Does the same as the switches on Firefox's add-ons page. */
export const withdraw = (addOn: string, origins: readonly string[]) => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('${addOn}');
  const taken = { permissions: [], origins: ${JSON.stringify(origins)} };
  await ExtensionPermissions.remove(extension.id, taken, extension);
})()`;
