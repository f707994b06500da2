import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Panel, Running } from '../../../scripts/browsers/browser.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { launch } from '../../../scripts/browsers/launch.ts';
import { bringAxe, violations } from '../axe.ts';
import { layoutFaults } from '../layout-faults.ts';
import { throughEveryState } from './every-state.ts';

const found = await findBrowser(['chromium', 'chrome', 'edge']);

const WIDTHS = [220, 360, 800];
const SCHEMES = ['light', 'dark'] as const;

/** Width in CSS pixels, text in per cent: 1280 px at 400 %, and doubled text in the narrowest and the usual panel. */
const REFLOWS = [
  [220, 100],
  [320, 100],
  [360, 100],
  [800, 100],
  [220, 200],
  [360, 200],
] as const;

describe.skipIf(!found)('every state of the panel is accessible', () => {
  let running: Running;
  let panel: Panel;

  beforeAll(async () => {
    if (found) running = await launch(found, { headless: true });
    panel = await running.window.openPanel();
    await bringAxe(panel);
  });
  afterAll(() => running.close());

  it('breaks no rule of WCAG 2.2 AA, and cuts nothing off at any width and text size', async () => {
    const tally = new Tally();
    await throughEveryState(running, panel, async (place, state) => {
      for (const width of WIDTHS) {
        for (const scheme of SCHEMES) {
          await panel.look({ width, scheme });
          tally.count(place, state, `${width} px, ${scheme}`, await violations(panel));
        }
      }
      for (const [width, percent] of REFLOWS) {
        await panel.look({ width });
        await panel.evaluate(`document.documentElement.style.fontSize = '${percent}%'`);
        tally.count(place, state, `${width} px, text ${percent} %`, await layoutFaults(panel));
      }
      await panel.evaluate(`document.documentElement.style.fontSize = ''`);
    });
    tally.tell();
    expect(tally.faults).toEqual([]);
    // Some sixty scenarios, each in twelve looks: this takes minutes, and more on a busy machine.
  }, 1_800_000);
});

/** How many states of each place were checked in each look, and what was wrong. */
class Tally {
  readonly faults: string[] = [];
  readonly #rows = new Map<string, { states: number; faults: number }>();

  count(place: string, state: string, look: string, faults: string[]): void {
    const row = this.#rows.get(`${place} | ${look}`) ?? { states: 0, faults: 0 };
    this.#rows.set(`${place} | ${look}`, {
      states: row.states + 1,
      faults: row.faults + faults.length,
    });
    this.faults.push(...faults.map((fault) => `${state}, ${look}: ${fault}`));
  }

  tell(): void {
    const rows = Array.from(
      this.#rows,
      ([name, { states, faults }]) => `| ${name} | ${states} | ${faults} |`,
    );
    const table = ['| place | look | states | violations |', '| --- | --- | --- | --- |', ...rows.sort()];
    process.stdout.write(`\n${table.join('\n')}\n`);
  }
}
