import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import type { LaunchOptions, Running } from './browser.ts';
import { runIn } from './chromium-panel.ts';
import { type ChromiumSettings, openSettings } from './chromium-settings.ts';
import { type ChromiumWindow, firstWindow, newWindow, panelTargets, targets } from './chromium-window.ts';
import type { Kind } from './find.ts';
import { freshProfile } from './profile.ts';
import { waitUntil } from './wait-until.ts';

export interface RunningChromium extends Running {
  context: BrowserContext;
  /** The browser's own DevTools session. */
  protocol: CDPSession;
  extensionId: string;
  settings: ChromiumSettings;
  window: ChromiumWindow;
  newWindow(): Promise<ChromiumWindow>;
  /** Ends the service worker, without waiting for its end. */
  killWorker(): Promise<void>;
  /** Kills the whole browser, like a crash. */
  kill(): Promise<void>;
}

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

const TIED = 'chrome.sidePanel.getPanelBehavior().then((behavior) => behavior.openPanelOnActionClick)';

/** @throws if the browser doesn't start or refuses the extension */
export async function launchChromium(
  kind: Exclude<Kind, 'firefox'>,
  options: LaunchOptions,
): Promise<RunningChromium> {
  const started = await start(options);
  try {
    return { kind, ...started, ...(await addExtension(started, options.extension)) };
  } catch (error) {
    await started.close();
    throw error;
  }
}

interface Started
  extends Pick<RunningChromium, 'version' | 'context' | 'protocol' | 'closed' | 'close' | 'kill'> {
  /** The folder of its profile. */
  folder: string;
}

async function start({
  executable,
  headless,
  width = 1280,
  height = 800,
  scale,
  profile: kept,
}: LaunchOptions): Promise<Started> {
  const profile = kept ?? (await freshProfile());
  const context = await chromium.launchPersistentContext(profile.folder, {
    executablePath: executable,
    headless,
    viewport: null,
    // Its sandbox doesn't work for root.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...QUIET,
      // Loading through the protocol also works in Chrome and Edge, which ignore --load-extension since 137.
      '--enable-unsafe-extension-debugging',
      // Playwright's own connection doesn't list the side panel, but another one through this port does.
      '--remote-debugging-port=0',
      // Otherwise root's window shows a warning.
      '--test-type',
      '--window-position=0,0',
      `--window-size=${width},${height}`,
      ...(scale === undefined ? [] : [`--force-device-scale-factor=${scale}`]),
    ],
  });
  const disconnected = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const browser = context.browser();
  if (!browser) throw new Error('The browser has closed');
  const protocol = await browser.newBrowserCDPSession();
  const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  const closed = disconnected.then(async () => {
    // The browser goes on writing into its profile for a while.
    await waitUntil('the browser to end', async () => !main || !isAlive(main.id));
    if (!kept) await profile.remove();
  });
  return {
    version: browser.version(),
    folder: profile.folder,
    context,
    protocol,
    closed,
    async close() {
      await context.close();
      await closed;
    },
    async kill() {
      if (main) process.kill(main.id, 'SIGKILL');
      await closed;
    },
  };
}

async function addExtension({ context, protocol, folder }: Started, extension: string) {
  const { id } = await protocol.send('Extensions.loadUnpacked', { path: extension });
  const origin = `chrome-extension://${id}/`;
  const ports = await readFile(join(folder, 'DevToolsActivePort'), 'utf8');
  const driven = { context, protocol, id, origin, endpoint: `http://127.0.0.1:${ports.split('\n')[0]}` };
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await waitUntil('the toolbar button to be tied to the panel', () => worker.evaluate(TIED));
  const settings = openSettings(context, protocol, id);
  let quiet: Promise<CDPSession> | undefined;
  return {
    origin,
    extensionId: id,
    settings,
    window: await firstWindow(driven),
    newWindow: () => newWindow(driven),
    panelsOpen: async () => (await panelTargets(driven)).length,
    async serve(hosts, html) {
      for (const host of hosts) {
        await context.route(`https://${host}/**`, (route) =>
          route.fulfill({ contentType: 'text/html', body: html }),
        );
      }
    },
    async allow(origins, ask) {
      await settings.grant(origins);
      await ask();
    },
    withdraw: settings.withdraw,
    async evaluate(code, ...args) {
      quiet ??= quietPage(context, protocol, origin);
      return runIn(await quiet, code, args);
    },
    async downloadTo(folder) {
      await protocol.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    },
    async killWorker() {
      // Not awaited: any change of the storage starts another worker immediately, with the same id.
      for (const targetId of await targets(protocol, 'service_worker', origin)) {
        await protocol.send('Target.closeTarget', { targetId });
      }
    },
  } satisfies Partial<RunningChromium>;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A page of the extension that runs none of its code, in a background tab. */
async function quietPage(context: BrowserContext, protocol: CDPSession, origin: string): Promise<CDPSession> {
  const url = `${origin}manifest.json`;
  await protocol.send('Target.createTarget', { url, background: true });
  const page = await waitUntil(url, async () => context.pages().find((page) => page.url() === url));
  return context.newCDPSession(page);
}
