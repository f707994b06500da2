import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { connectBidi } from './bidi.ts';
import { type LaunchOptions, type Running, toExpression } from './browser.ts';
import { type Driven, LIST_SIDEBARS, pressInQuestion, serve, withdraw } from './firefox-chrome.ts';
import { chromeContexts, firstWindow, newWindow, panelsOpen } from './firefox-window.ts';
import { freshProfile } from './profile.ts';
import { waitUntil } from './wait-until.ts';

const START_MS = 30_000;

/** The host in the extension's address, which otherwise differs in each profile. */
const HOST = '5eed5eed-0000-4000-8000-000000000000';

const Manifest = z.object({ browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }) });
const Context = z.object({ context: z.string() });

/** @throws if the browser doesn't start or refuses the extension */
export async function launchFirefox({
  executable,
  extension,
  headless,
  width = 1280,
  height = 800,
  scale,
  profile: kept,
}: LaunchOptions): Promise<Running> {
  const manifest: unknown = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const addOn = Manifest.parse(manifest).browser_specific_settings.gecko.id;
  const profile = kept ?? (await freshProfile());
  const preferences = {
    'extensions.webextensions.uuids': JSON.stringify({ [addOn]: HOST }),
    // The add-on is temporary, but must find what it stored in the previous run.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    ...(scale !== undefined && { 'layout.css.devPixelsPerPx': String(scale) }),
  };
  const lines = Object.entries(preferences).map(
    (pair) => `user_pref(${pair.map((part) => JSON.stringify(part))});`,
  );
  await writeFile(join(profile.folder, 'user.js'), lines.join('\n'));

  const child = spawn(
    executable,
    [
      ...(headless ? ['--headless'] : []),
      ...['--no-remote', '--profile', profile.folder, '--width', String(width), '--height', String(height)],
      ...['--remote-debugging-port=0', '--remote-allow-system-access', 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // Before the profile is removed.
  const stop = () => void child.kill('SIGKILL');
  process.prependOnceListener('exit', stop);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve())).then(async () => {
    process.off('exit', stop);
    if (!kept) await profile.remove();
  });
  async function close() {
    child.kill();
    await closed;
  }
  try {
    const bidi = await connectBidi(await address(child));
    await bidi.send(
      'webExtension.install',
      { extensionData: { type: 'path', path: extension } },
      z.unknown(),
    );
    const driven: Driven = { bidi, addOn, origin: `moz-extension://${HOST}/` };
    const [first] = await chromeContexts(bidi);
    if (!first) throw new Error('The browser has no window');
    const inChrome = (expression: string) => bidi.evaluate(first.context, expression);
    await inChrome(LIST_SIDEBARS);
    /** A prompt ignores its buttons for the first half second, so they are pressed until it is gone. */
    async function answer(button: 'button' | 'secondaryButton') {
      let pressed = false;
      await waitUntil('the question to be answered', async () => {
        const there = Boolean(await inChrome(pressInQuestion(button)));
        pressed ||= there;
        return pressed && !there;
      });
    }
    let quiet: Promise<string> | undefined;
    return {
      kind: 'firefox',
      version: String(await inChrome('Services.appinfo.version')),
      origin: driven.origin,
      window: await firstWindow(driven),
      newWindow: () => newWindow(driven),
      panelsOpen: () => panelsOpen(driven),
      async serve(hosts, html) {
        await inChrome(serve(hosts, html));
      },
      async allow(_origins, ask) {
        await ask();
        await answer('button');
      },
      async deny(ask) {
        await ask();
        await answer('secondaryButton');
      },
      async withdraw(origins) {
        await inChrome(withdraw(addOn, origins));
      },
      async evaluate(code, ...args) {
        quiet ??= quietPage(driven);
        return bidi.evaluate(await quiet, toExpression(code, args));
      },
      async downloadTo(folder) {
        // Otherwise the list of downloads opens and takes the focus.
        const set = `Services.prefs.setIntPref('browser.download.folderList', 2);
          Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
          Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false)`;
        await bidi.evaluate(first.context, `(() => { ${set} })()`);
      },
      closed,
      async close() {
        if (!kept) return close();
        // If killed, it would lose what its pages stored in the last seconds.
        await bidi.send('browser.close', {}, z.unknown());
        await closed;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address where the browser listens, which it prints to stderr. */
function address(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`Firefox did not start:\n${said}`));
    child.once('error', reject);
    child.once('exit', fail);
    AbortSignal.timeout(START_MS).addEventListener('abort', fail);
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

/** A page of the extension that runs none of its code, in a background tab. */
async function quietPage({ bidi, origin }: Driven): Promise<string> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: true }, Context);
  const url = `${origin}manifest.json`;
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' }, z.unknown());
  return context;
}
