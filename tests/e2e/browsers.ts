import { afterAll, beforeAll, describe } from 'vitest';
import type { Running } from '../../scripts/browsers/browser.ts';
import { launch } from '../../scripts/browsers/launch.ts';
import { families } from './families.ts';

/** Runs the same tests in each family, with one browser for all of them; skipped if there is none. */
export function inEachBrowser(title: string, tests: (browser: () => Running) => void) {
  for (const { family, found } of families) {
    const suite = found ? describe : describe.skip;
    suite(`${title} (${family})`, () => {
      let running: Running | undefined;
      beforeAll(async () => {
        if (found) running = await launch(found, { headless: true });
      });
      afterAll(() => running?.close());
      tests(() => {
        if (!running) throw new Error('The browser did not start');
        return running;
      });
    });
  }
}
