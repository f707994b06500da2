/** npm run screenshots [-- '#/' '#/…']: the panel at three widths, light and dark, in full height. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HAS_CONTENT } from './browsers/browser.ts';
import { findBrowser, KINDS } from './browsers/find.ts';
import { launch } from './browsers/launch.ts';

const FOLDER = join(import.meta.dirname, '../.output/screenshots');
const WIDTHS = [220, 360, 600];
const SCHEMES = ['light', 'dark'] as const;

const { values, positionals } = parseArgs({
  options: { browser: { type: 'string' } },
  allowPositionals: true,
});
const kinds = KINDS.filter((kind) => values.browser === undefined || kind === values.browser);
const found = await findBrowser(kinds);
if (!found) throw new Error(`No browser found: ${values.browser ?? KINDS.join(', ')}`);

/** `#/source/tiktok-ads-france` → `source-tiktok-ads-france` */
const nameOf = (hash: string) => hash.match(/[\w.-]+/g)?.join('-') ?? 'home';

await mkdir(FOLDER, { recursive: true });
const running = await launch(found, { headless: true });
try {
  const panel = await running.window.openPanel();
  await panel.waitFor(HAS_CONTENT);
  for (const hash of positionals.length > 0 ? positionals : ['#/']) {
    await panel.goto(hash);
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const file = join(FOLDER, `${nameOf(hash)}-${width}-${scheme}.png`);
        await panel.screenshot(file, { width, scheme });
        console.log(file);
      }
    }
  }
} finally {
  await running.close();
}
