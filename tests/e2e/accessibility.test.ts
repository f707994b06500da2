import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { bringAxe, violations } from './axe.ts';
import { inEachBrowser } from './browsers.ts';
import { layoutFaults } from './layout-faults.ts';
import { HEADING, ROWS, STATUS } from './seen.ts';

const SOURCE = '#/source/meta-ads-france';

/** All states are checked in full/axe.test.ts. */
inEachBrowser('the panel is for everyone', (browser) => {
  let panel: Panel;

  beforeAll(async () => {
    panel = await browser().window.openPanel();
    await panel.look({ width: 360, height: 640 });
    await panel.waitFor(`${ROWS} === 14`);
    await bringAxe(panel);
  });
  afterAll(() => panel.close());

  const color = (selector: string, property: string) =>
    panel.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)}))['${property}']`);

  async function goToSource(): Promise<void> {
    await panel.goto(SOURCE);
    await panel.waitFor(`${HEADING} === "Meta Ads France"`);
  }

  const LOAD = `document.querySelector('[aria-describedby="scenario-many-runs"]')`;
  const UNDO = `document.querySelector('li:has([aria-describedby="scenario-many-runs"]) [data-tone] button')`;

  /** Enough for a chart of bars. */
  async function showManyRuns(): Promise<void> {
    await panel.goto('#/data');
    await panel.waitFor(LOAD);
    await panel.evaluate(`${LOAD}.click()`);
    await panel.waitFor(`${STATUS}.startsWith('Loaded')`);
    await panel.goto('#/source/tiktok-ads-france');
    await panel.waitFor(`${HEADING} === "TikTok Ads France" && document.querySelector('figure rect')`);
  }

  it('does not announce loading', async () => {
    expect(await panel.evaluate(STATUS)).toBe('');
    await goToSource();
    expect(await panel.evaluate(STATUS)).toBe('');
  });

  it.each(['light', 'dark'] as const)('breaks no rule of WCAG 2.2 AA, in %s', async (scheme) => {
    await panel.look({ scheme });
    await panel.goto('#/');
    await panel.waitFor(`${ROWS} === 14`);
    expect(await violations(panel)).toEqual([]);
    await goToSource();
    expect(await violations(panel)).toEqual([]);
  });

  it('cuts nothing off with text twice as large in the narrowest panel', async () => {
    await panel.look({ width: 220 });
    await panel.evaluate(`document.documentElement.style.fontSize = '200%'`);
    expect(await layoutFaults(panel)).toEqual([]);
    await panel.goto('#/');
    await panel.waitFor(`${ROWS} === 14`);
    expect(await layoutFaults(panel)).toEqual([]);
    await panel.evaluate(`document.documentElement.style.fontSize = ''`);
    await panel.look({ width: 360 });
  });

  it('announces what search and filters leave', async () => {
    await panel.click('button[data-tone="error"]');
    await panel.waitFor(`${STATUS} === 'Showing 2 of 14 sources.'`);
    await panel.click('button[data-tone="error"]');
    await panel.waitFor(`${STATUS} === 'Showing 14 of 14 sources.'`);
  });

  it('shows choices, health and runs in the user’s own colours', async () => {
    await panel.click('button[data-tone="error"]');
    await panel.look({ forcedColors: true });
    const [chosen, other] = ['button[data-tone="error"]', 'button[data-tone="warning"]'];
    expect(await color(chosen, 'backgroundColor')).not.toBe(await color(other, 'backgroundColor'));
    expect(await color('main li > span [data-tone] svg', 'color')).toBe(
      await color('main li > span [data-tone]', 'color'),
    );
    await panel.press('Tab');
    expect(await color(':focus', 'outlineStyle')).toBe('solid');
    await panel.click(chosen);

    await goToSource();
    expect(await color('figure svg', 'color')).toBe(await color('figure', 'color'));
    expect(await color('#health', 'color')).toBe(await color('figure', 'color'));
    await showManyRuns();
    expect(await color('figure rect', 'stroke')).toBe(await color('figure', 'color'));
    await panel.look({ forcedColors: false });
    await panel.goto('#/data');
    await panel.waitFor(UNDO);
    await panel.evaluate(`${UNDO}.click()`);
    await panel.waitFor(`${STATUS} === 'Undone. The previous snapshot is back.'`);
  });

  it('moves nothing for users who prefer reduced motion', async () => {
    await panel.look({ reducedMotion: true });
    await panel.goto('#/');
    await panel.waitFor(`${ROWS} === 14`);
    expect(await panel.evaluate('document.getAnimations().length')).toBe(0);
    expect(await color('html', 'scrollBehavior')).toBe('auto');
  });
});
