import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { BrowserWindow } from './browser.ts';
import { type ChromiumPanel, toPanel } from './chromium-panel.ts';
import { waitUntil } from './wait-until.ts';

export interface ChromiumWindow extends BrowserWindow {
  /** The page beside the panel. */
  page: Page;
  openPanel(): Promise<ChromiumPanel>;
}

/** A browser with the extension, and the connections to it. */
interface Driven {
  context: BrowserContext;
  protocol: CDPSession;
  /** The extension's id. */
  id: string;
  origin: string;
  /** Where another connection reaches the browser. */
  endpoint: string;
}

/** The ids of the targets with this type and an address that starts with `url`. */
export async function targets(protocol: CDPSession, type: string, url = ''): Promise<string[]> {
  const { targetInfos } = await protocol.send('Target.getTargets', { filter: [{}] });
  return targetInfos
    .filter((target) => target.type === type && target.url.startsWith(url))
    .map(({ targetId }) => targetId);
}

/** The ids of the open panels' pages. */
export function panelTargets({ protocol, origin }: Driven): Promise<string[]> {
  return targets(protocol, 'page', `${origin}sidepanel.html`);
}

/** The window that exists from the start. */
export async function firstWindow(driven: Driven): Promise<ChromiumWindow> {
  const [page] = driven.context.pages();
  const [tab] = await targets(driven.protocol, 'tab');
  if (!page || tab === undefined) throw new Error('The browser has no window');
  return toWindow(driven, page, tab);
}

export async function newWindow(driven: Driven): Promise<ChromiumWindow> {
  const { context, protocol } = driven;
  const before = await targets(protocol, 'tab');
  const opening = context.waitForEvent('page');
  await protocol.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  const page = await opening;
  const tab = (await targets(protocol, 'tab')).find((target) => !before.includes(target));
  if (tab === undefined) throw new Error('The new window has no tab');
  return toWindow(driven, page, tab);
}

/** @param tab the target of type `tab` that contains the page */
function toWindow(driven: Driven, page: Page, tab: string): ChromiumWindow {
  const { protocol, id } = driven;
  async function pressButton() {
    await protocol.send('Extensions.triggerAction', { id, targetId: tab });
  }
  return {
    page,
    pressButton,
    async visit(url) {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    async openPanel() {
      const before = await panelTargets(driven);
      await pressButton();
      const opened = await waitUntil('the panel to open', async () =>
        (await panelTargets(driven)).find((target) => !before.includes(target)),
      );
      // A connection doesn't see panels that open after it, so each panel gets its own.
      const connection = await chromium.connectOverCDP(driven.endpoint);
      for (const page of connection.contexts().flatMap((context) => context.pages())) {
        const session = await page.context().newCDPSession(page);
        const { targetInfo } = await session.send('Target.getTargetInfo');
        if (targetInfo.targetId !== opened) continue;
        return toPanel(page, session, async () => {
          await pressButton();
          await waitUntil('the panel to close', async () => !(await panelTargets(driven)).includes(opened));
          await connection.close();
        });
      }
      throw new Error('The open panel is not among the pages of the browser');
    },
  };
}
