import { findBrowser, type Kind } from '../../scripts/browsers/find.ts';
import { howToInstall } from '../../scripts/browsers/install.ts';

const KINDS: Record<string, [Kind, ...Kind[]]> = {
  Chromium: ['chromium', 'chrome', 'edge'],
  Firefox: ['firefox'],
};

/** The two families the extension is built for, and which browser of each is here. */
export const families = await Promise.all(
  Object.entries(KINDS).map(async ([family, kinds]) => ({ family, found: await findBrowser(kinds), kinds })),
);

/** Says once per run what does not run for want of a browser. @throws in CI, where all of it has to */
export function setup() {
  for (const { family, found, kinds } of families) {
    if (found) continue;
    const line = `No ${family} here, its end-to-end tests do not run. To get it: ${howToInstall(kinds[0])}`;
    if (process.env.CI) throw new Error(line);
    process.stderr.write(`\n${line}\n`);
  }
}
