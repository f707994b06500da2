import { findBrowser, type Kinds } from '../../scripts/browsers/find.ts';
import { findOrInstall, howToInstall } from '../../scripts/browsers/install.ts';

const KINDS: Record<string, Kinds> = {
  Chromium: ['chromium', 'chrome', 'edge'],
  Firefox: ['firefox'],
};

/** The two browser families that the extension is built for, and the installed browser of each. */
export const families = await Promise.all(
  Object.entries(KINDS).map(async ([family, kinds]) => ({ family, found: await findBrowser(kinds), kinds })),
);

/**
 * Runs once before all tests: installs a missing browser, as `npm start` does. If it can't, it says which tests are
 * skipped. @throws in CI, where all of them must run
 */
export async function setup() {
  for (const { family, kinds } of families) {
    if (await findOrInstall(kinds)) continue;
    const line = `No ${family} here, its end-to-end tests do not run. To get it: ${howToInstall(kinds[0])}`;
    if (process.env.CI) throw new Error(line);
    process.stderr.write(`\n${line}\n`);
  }
}
