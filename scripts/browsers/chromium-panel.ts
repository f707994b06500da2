import type { CDPSession, Page } from 'playwright-core';
import { type Code, type Panel, toExpression } from './browser.ts';
import { byEvaluating, inWholeHeight, reloading } from './panel.ts';

export interface ChromiumPanel extends Panel {
  /** For what only Playwright offers: locators, the accessibility tree. */
  page: Page;
  /** The panel's own DevTools session. */
  session: CDPSession;
}

/** Runs code in a page like its console, within the page's own CSP. @throws what it throws */
export async function runIn<Args extends unknown[]>(session: CDPSession, code: Code<Args>, args: Args) {
  const { result, exceptionDetails: thrown } = await session.send('Runtime.evaluate', {
    expression: toExpression(code, args),
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
    allowUnsafeEvalBlockedByCSP: false,
  });
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  const value: unknown = result.value;
  return value;
}

export async function toPanel(
  page: Page,
  session: CDPSession,
  close: () => Promise<void>,
): Promise<ChromiumPanel> {
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) =>
    problems.push(exception?.description ?? text),
  );
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') problems.push(args.map((arg) => arg.value ?? arg.description).join(' '));
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') problems.push(entry.text);
  });
  // Both also report what happened before.
  await session.send('Runtime.enable');
  await session.send('Log.enable');

  const evaluate: Panel['evaluate'] = (code, ...args) => runIn(session, code, args);
  const panel: ChromiumPanel = {
    ...byEvaluating(evaluate),
    evaluate,
    reload: reloading(evaluate, async (source) => {
      await session.send('Page.enable');
      await session.send('Page.addScriptToEvaluateOnNewDocument', { source });
    }),
    page,
    session,
    click: (selector) => page.locator(selector).first().click(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    // Not with Playwright, which would send the content instead of the path.
    async choose(selector, file) {
      const { root } = await session.send('DOM.getDocument');
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
      await session.send('DOM.setFileInputFiles', { nodeId, files: [file] });
    },
    async look({ width, height, scheme, forcedColors, reducedMotion }) {
      if (width !== undefined || height !== undefined) {
        await session.send('Emulation.setDeviceMetricsOverride', {
          width: width ?? Number(await evaluate('innerWidth')),
          height: height ?? Number(await evaluate('innerHeight')),
          deviceScaleFactor: 0,
          mobile: false,
        });
      }
      await page.emulateMedia({
        ...(scheme && { colorScheme: scheme }),
        ...(forcedColors !== undefined && { forcedColors: forcedColors ? 'active' : 'none' }),
        ...(reducedMotion !== undefined && { reducedMotion: reducedMotion ? 'reduce' : 'no-preference' }),
      });
    },
    screenshot: (file, look = {}) =>
      inWholeHeight(panel, look, async () => {
        await page.screenshot({ path: file, scale: 'device', animations: 'disabled' });
      }),
    problems: async () => problems,
    close,
  };
  return panel;
}
