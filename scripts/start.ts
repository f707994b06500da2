/** npm start: opens a browser with the built extension and its panel, beside a page that needs no network. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { HAS_CONTENT, type Panel, type Running } from './browsers/browser.ts';
import { type Found, KINDS, type Kind, type Kinds } from './browsers/find.ts';
import { findOrInstall, howToInstall } from './browsers/install.ts';
import { builtFor, launch } from './browsers/launch.ts';

const USAGE = `npm start [-- --browser ${KINDS.join('|')}] [--headless]`;
const BESIDE = pathToFileURL(join(import.meta.dirname, 'ads-console.html')).href;
const PICTURE = join(import.meta.dirname, '../.output/panel.png');

/** A problem on the user's side, shown without a stack trace. */
class Plain extends Error {}

function options(): { kinds: Kinds; headless: boolean } {
  try {
    const { values } = parseArgs({ options: { browser: { type: 'string' }, headless: { type: 'boolean' } } });
    const kind = KINDS.find((known) => known === values.browser);
    if (values.browser !== undefined && !kind)
      throw new Error(`There is no browser “${values.browser}” here.`);
    return { kinds: kind ? [kind] : KINDS, headless: values.headless ?? false };
  } catch (error) {
    throw new Plain(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

async function browserOf(kinds: Kinds): Promise<Found> {
  const found = await findOrInstall(kinds);
  if (!found)
    throw new Plain(
      `No browser found (looked for ${kinds.join(', ')}). To get one: ${howToInstall(kinds[0])}`,
    );
  return found;
}

/** For a browser that doesn't let a program load an extension. */
function byHand(kind: Kind): string {
  const folder = builtFor(kind);
  return kind === 'firefox'
    ? `By hand: about:debugging#/runtime/this-firefox → Load Temporary Add-on… → ${join(folder, 'manifest.json')}`
    : `By hand: ${kind === 'edge' ? 'edge' : 'chrome'}://extensions → Developer mode → Load unpacked → ${folder}`;
}

async function openPanel(running: Running): Promise<Panel> {
  await running.window.visit(BESIDE);
  const panel = await running.window.openPanel();
  await panel.waitFor(HAS_CONTENT);
  return panel;
}

async function start() {
  const { kinds, headless } = options();
  const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const unseen = headless || noDisplay;
  const found = await browserOf(kinds);
  if (noDisplay && !headless) console.log('There is no display: the browser runs without a window.');

  const running = await launch(found, { headless: unseen }).catch((error) => {
    throw new Plain(
      `${found.executable} did not take the extension: ${error.message}\n${byHand(found.kind)}`,
    );
  });
  console.log(`${found.kind} ${running.version} (${found.executable}) with ${builtFor(found.kind)}`);
  try {
    const panel = await openPanel(running);
    if (unseen) {
      await panel.screenshot(PICTURE);
      console.log(`The panel’s picture: ${PICTURE}\n\n${await panel.text()}`);
    } else {
      console.log('The panel is open. Close the browser to end.');
      await running.closed;
    }
  } finally {
    await running.close();
  }
}

start().catch((error) => {
  console.error(error instanceof Plain ? error.message : error);
  process.exitCode = 1;
});
