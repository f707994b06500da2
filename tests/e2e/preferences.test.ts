import { afterEach, describe, expect, it } from 'vitest';
import { HAS_CONTENT, type Panel } from '../../scripts/browsers/browser.ts';
import { launch } from '../../scripts/browsers/launch.ts';
import { freshProfile } from '../../scripts/browsers/profile.ts';
import { inEachBrowser } from './browsers.ts';
import { families } from './families.ts';
import { ROWS } from './seen.ts';

const [LIGHT, DARK] = ['rgb(244, 245, 247)', 'rgb(19, 21, 25)'];
const BACKGROUND = 'getComputedStyle(document.documentElement).backgroundColor';
const DENSITY = 'document.documentElement.dataset.density';
const FOCUS = 'document.activeElement';
const OPEN = 'document.querySelector("dialog[open] kbd") !== null';
const TABS = '(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.length)';
const CLOSED = 'document.querySelector("dialog") === null';

const option = (name: string, at: number) => `:nth-child(${at} of label:has([name="${name}"])) input`;
const [AS_SYSTEM, CHOOSE_DARK] = [option('theme', 1), option('theme', 3)];
const [COMFORTABLE, COMPACT] = [option('density', 1), option('density', 2)];

async function choose(panel: Panel, ...options: string[]) {
  await panel.click('header [aria-keyshortcuts]');
  await panel.waitFor(OPEN);
  for (const each of options) {
    await panel.click(each);
    await panel.waitFor(`document.querySelector('${each}').checked`);
  }
  await panel.press('Escape');
  await panel.waitFor(CLOSED);
}

inEachBrowser('the user’s preferences', (browser) => {
  let open: Panel[] = [];
  async function openPanel(window = browser().window): Promise<Panel> {
    const panel = await window.openPanel();
    open.push(panel);
    await panel.waitFor(HAS_CONTENT);
    await panel.look({ scheme: 'light' });
    return panel;
  }
  async function close(panel: Panel) {
    open = open.filter((other) => other !== panel);
    await panel.close();
  }
  afterEach(async () => {
    const [panel, ...others] = open.reverse();
    if (panel) await choose(panel, AS_SYSTEM, COMFORTABLE);
    for (const other of [panel, ...others]) if (other) await close(other);
  });

  it('follows the system until the user chooses, and can be set back', async () => {
    const panel = await openPanel();
    expect(await panel.evaluate(BACKGROUND)).toBe(LIGHT);
    await panel.look({ scheme: 'dark' });
    await panel.waitFor(`${BACKGROUND} === "${DARK}"`);
    await choose(panel, option('theme', 2));
    await panel.waitFor(`${BACKGROUND} === "${LIGHT}"`);
    await choose(panel, AS_SYSTEM);
    await panel.waitFor(`${BACKGROUND} === "${DARK}"`);
  });

  it('are kept when the panel is reopened', async () => {
    const panel = await openPanel();
    await choose(panel, CHOOSE_DARK, COMPACT);
    await close(panel);
    const again = await openPanel();
    expect(await again.evaluate(BACKGROUND)).toBe(DARK);
    expect(await again.evaluate(DENSITY)).toBe('compact');
  });

  it('apply to the first frame and every later one', async () => {
    const panel = await openPanel();
    await choose(panel, CHOOSE_DARK);
    for (let time = 0; time < 5; time++) {
      expect(new Set(await panel.reload())).toEqual(new Set([DARK]));
    }
  });

  it('apply to other windows immediately', async () => {
    const first = await openPanel();
    const second = await openPanel(await browser().newWindow());
    await choose(second, CHOOSE_DARK, COMPACT);
    await first.waitFor(`${BACKGROUND} === "${DARK}"`);
    await first.waitFor(`${DENSITY} === "compact"`);
  });

  it('compact shows more on the screen, and keeps every target at 24 pixels', async () => {
    const panel = await openPanel();
    await panel.look({ width: 360 });
    await panel.waitFor(`${ROWS} === 14`);
    const height = async () => Number(await panel.evaluate('document.body.scrollHeight'));
    const before = await height();
    await choose(panel, COMPACT);
    expect(await panel.evaluate(ROWS)).toBe(14);
    expect(await height()).toBeLessThan(before * 0.9);
    const small = `Array.from(document.querySelectorAll('button, select, input, main li:has(h3)'), (target) =>
      target.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 24).length`;
    expect(await panel.evaluate(small)).toBe(0);
  });
});

describe.each(families)('when $family is closed and started again', ({ found }) => {
  it.skipIf(!found)('the panel has the chosen look', async () => {
    if (!found) return;
    const profile = await freshProfile();
    const inOneRun = async (use: (panel: Panel) => Promise<void>) => {
      const running = await launch(found, { headless: true, profile });
      try {
        const panel = await running.window.openPanel();
        await panel.waitFor(HAS_CONTENT);
        await use(panel);
        // Chromium writes what a page has kept when the page goes; while it is quitting that can be too late.
        await panel.close();
      } finally {
        await running.close();
      }
    };
    try {
      await inOneRun((panel) => choose(panel, CHOOSE_DARK, COMPACT));
      await inOneRun(async (panel) => {
        await panel.look({ scheme: 'light' });
        expect(await panel.evaluate(BACKGROUND)).toBe(DARK);
        expect(await panel.evaluate(DENSITY)).toBe('compact');
      });
    } finally {
      await profile.remove();
    }
  });
});

inEachBrowser('the keyboard help', (browser) => {
  it('shows the browser’s own shortcut, and returns the focus when Escape closes it', async () => {
    const panel = await browser().window.openPanel();
    await panel.waitFor('document.querySelector("search") !== null');
    // So that the panel receives the keys.
    await panel.click('main h1');
    await panel.press('/');
    await panel.waitFor(`${FOCUS}.type === "search"`);
    await panel.type('?');
    expect(await panel.evaluate(CLOSED)).toBe(true);
    await panel.press('Escape');
    await panel.waitFor(`${FOCUS}.value === ""`);
    await panel.press('Shift+Tab');
    expect(await panel.evaluate(`${FOCUS}.tagName`)).toBe('BUTTON');

    await panel.press('?');
    await panel.waitFor(OPEN);
    await panel.waitFor('document.querySelector("dialog").innerText.includes("Alt+Shift+S")');
    expect(await panel.evaluate(`${FOCUS}.textContent`)).toBe('Display and keyboard');
    await panel.press('Escape');
    await panel.waitFor(CLOSED);
    expect(await panel.evaluate(`${FOCUS}.dataset.tone`)).toBe('off');
    await panel.close();
  });

  it('links to the browser’s own page for changing the shortcut', async () => {
    const panel = await browser().window.openPanel();
    await panel.waitFor(HAS_CONTENT);
    // Firefox would reuse an empty tab for it.
    await browser().window.visit(`${browser().origin}manifest.json`);
    await panel.click('main h1');
    const before = Number(await panel.evaluate(TABS));
    await panel.press('?');
    await panel.waitFor(OPEN);
    await panel.click('dialog .link');
    await panel.waitFor(CLOSED);
    await panel.waitFor(`${TABS}.then((tabs) => tabs === ${before + 1})`);
    await panel.close();
  });
});
