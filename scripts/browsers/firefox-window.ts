import { z } from 'zod';
import type { Bidi } from './bidi.ts';
import type { BrowserWindow } from './browser.ts';
import { type Driven, isOpen, named, sidebarContext } from './firefox-chrome.ts';
import { toPanel } from './firefox-panel.ts';
import { waitUntil } from './wait-until.ts';

const Tree = z.object({ contexts: z.array(z.object({ context: z.string(), clientWindow: z.string() })) });
const Context = z.object({ context: z.string() });

/** The contexts of the windows themselves, as opposed to their tabs. */
export async function chromeContexts(bidi: Bidi): Promise<z.infer<typeof Tree>['contexts']> {
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 }, Tree);
  return tree.contexts;
}

export async function firstWindow(driven: Driven): Promise<BrowserWindow> {
  const { contexts } = await driven.bidi.send('browsingContext.getTree', { maxDepth: 0 }, Tree);
  const [tab] = contexts;
  if (!tab) throw new Error('The browser has no window');
  return toWindow(driven, tab.context);
}

export async function newWindow(driven: Driven): Promise<BrowserWindow> {
  const { context } = await driven.bidi.send('browsingContext.create', { type: 'window' }, Context);
  return toWindow(driven, context);
}

/** How many windows show the extension in their sidebar. */
export async function panelsOpen({ bidi, addOn }: Driven): Promise<number> {
  const windows = await chromeContexts(bidi);
  const open = await Promise.all(windows.map(({ context }) => bidi.evaluate(context, isOpen(addOn))));
  return open.filter(Boolean).length;
}

async function toWindow(driven: Driven, tab: string): Promise<BrowserWindow> {
  const { bidi, addOn, origin } = driven;
  const { contexts } = await bidi.send('browsingContext.getTree', { root: tab, maxDepth: 0 }, Tree);
  const window = (await chromeContexts(bidi)).find((own) => own.clientWindow === contexts[0]?.clientWindow);
  if (!window) throw new Error('The tab is in no window');
  const inWindow = (expression: string) => bidi.evaluate(window.context, expression);

  async function pressButton() {
    // Firefox toggles the sidebar of the front window. A real press brings its window to the front.
    await inWindow('window.focus()');
    await waitUntil('the window to come to the front', () =>
      inWindow('BrowserWindowTracker.getTopWindow() === window'),
    );
    // New buttons are hidden behind the puzzle piece until they are pinned.
    await inWindow(`CustomizableUI.addWidgetToArea('${named(addOn)}-browser-action', 'nav-bar')`);
    await inWindow(`document.getElementById('${named(addOn)}-BAP').click()`);
  }
  return {
    pressButton,
    async visit(url) {
      await bidi.send('browsingContext.navigate', { context: tab, url, wait: 'complete' }, z.unknown());
    },
    evaluate: (expression) => bidi.evaluate(tab, expression),
    async openPanel() {
      // A new window inherits the open sidebar of the previous one.
      await waitUntil('the window to be ready', () => inWindow('gBrowserInit.delayedStartupFinished'));
      await inWindow('Services.console.reset()');
      if (!(await inWindow(isOpen(addOn)))) await pressButton();
      const context = await waitUntil('the sidebar to open', async () =>
        z
          .string()
          .nullable()
          .parse(await inWindow(sidebarContext(origin))),
      );
      return toPanel(driven, context, inWindow, async () => {
        await pressButton();
        await waitUntil('the sidebar to close', async () => !(await inWindow(isOpen(addOn))));
      });
    },
  };
}
