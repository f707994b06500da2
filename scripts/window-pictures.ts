/** Pictures of a whole window as a user sees it: the panel open beside an ads console, which it follows. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { CONSOLE_ORIGINS } from '../lib/consoles.ts';
import { HAS_CONTENT, type Panel } from './browsers/browser.ts';
import { launchChromium, type RunningChromium } from './browsers/chromium.ts';
import { findBrowser } from './browsers/find.ts';
import { builtFor } from './browsers/launch.ts';

const SITE = 'https://ads.tiktok.com/';
/** An account in a team's morning: “Account …5678: TikTok Ads Maison Été · Warning”. */
const ADDRESS = `${SITE}i18n/perf/campaign?aadvid=7012345678905678`;
const PAGE = join(import.meta.dirname, 'ads-console.html');
const [WIDTH, HEIGHT] = [1280, 800];

/** Takes a picture of the panel at an address, and returns its path. */
type TakePicture = (hash: string, file: string) => Promise<void>;

/**
 * @param scale pixels of a picture per CSS pixel; the window has 1280 × 800 of those
 * @throws if Chromium, Xvfb or ImageMagick is missing
 */
export async function takePictures(
  scale: number,
  task: (take: TakePicture, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const found = await findBrowser(['chromium']);
  if (!found) throw new Error('The pictures are taken in Chromium: apt-get install chromium');
  const screen = await startScreen(`${WIDTH * scale}x${HEIGHT * scale}x24`);
  process.env.DISPLAY = screen.display;
  const running = await launchChromium('chromium', {
    executable: found.executable,
    extension: builtFor('chromium'),
    headless: false,
    width: WIDTH,
    height: HEIGHT,
    scale,
  });
  try {
    // Answers for the site, so that no network is needed.
    await running.context.route(`${SITE}**`, (route) => route.fulfill({ path: PAGE }));
    const { page } = running.window;
    await page.goto(ADDRESS);
    const panel = await running.window.openPanel();
    await panel.waitFor(HAS_CONTENT);
    await follow(running, panel);
    // Leaves the address bar, and waits until the panel has slid in.
    await page.bringToFront();
    await page.waitForFunction(
      (beside) => innerWidth <= beside,
      WIDTH - Number(await panel.evaluate('innerWidth')),
    );
    const take: TakePicture = async (hash, file) => {
      await panel.goto(hash);
      await panel.waitFor(HAS_CONTENT);
      // A mouse user sees no focus ring around the heading.
      await panel.evaluate('document.activeElement?.blur()');
      await panel.painted();
      mkdirSync(dirname(file), { recursive: true });
      const taken = spawnSync('import', ['-window', 'root', '-depth', '8', file], { stdio: 'inherit' });
      if (taken.status !== 0) throw new Error('The picture was not taken: apt-get install imagemagick');
      console.log(file);
    };
    await task(take, running.context);
  } finally {
    await running.close();
    screen.stop();
  }
}

/** Follows the console as a user would, and then shows all sources again. */
async function follow(running: RunningChromium, panel: Panel): Promise<void> {
  const filters = '[aria-controls="filter-panel"]';
  await panel.click(filters);
  await running.allow(CONSOLE_ORIGINS, () => panel.click('#filter-panel button.link'));
  await panel.click('main p:has(strong) button.link');
  await panel.click(filters);
  // The settings tab in which the permission was granted, which a user wouldn't have open.
  const settings = running.context.pages().find((page) => page.url().startsWith('chrome://extensions'));
  await settings?.close();
}

/** A screen with the window's own size, and a function that closes it. */
async function startScreen(size: string): Promise<{ display: string; stop: () => void }> {
  const xvfb = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stop = () => void xvfb.kill();
  process.once('exit', stop);
  const display = await new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Error('Xvfb does not start: apt-get install xvfb imagemagick'));
    xvfb.once('error', fail);
    xvfb.once('exit', fail);
    xvfb.stdout.once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  return { display, stop };
}
