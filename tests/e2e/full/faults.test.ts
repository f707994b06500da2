import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type RunningChromium } from '../../../scripts/browsers/chromium.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { builtFor } from '../../../scripts/browsers/launch.ts';
import { freshProfile, type Profile } from '../../../scripts/browsers/profile.ts';
import { waitUntil } from '../../../scripts/browsers/wait-until.ts';
import { seeded } from '../../lib/snapshot/import/samples.ts';
import {
  beginImport,
  imported,
  leftOver,
  openData,
  readStored,
  type Sample,
  sample,
  wholeOf,
} from './stored-snapshots.ts';
import { openLog, tear } from './torn-log.ts';

const found = await findBrowser(['chromium']);
const random = seeded(20261120);

const other = sample('other', 50, 30);
/** Of different sizes, so that a mixture would be noticed: about 250 and 400 kB, and 6 MB. */
const [small, middle, large] = [sample('small', 40, 30), sample('middle', 65, 30), sample('large', 1000, 30)];
const SAMPLES = [small, middle, large];

/** Small and middle alternate; every few rounds, the large one. */
const sampleOf = (round: number, largeEvery: number): Sample =>
  round % largeEvery === largeEvery - 1 ? large : round % 2 === 0 ? middle : small;

const launchIt = (profile?: Profile) =>
  launchChromium('chromium', {
    executable: found?.executable ?? '',
    extension: builtFor('chromium'),
    headless: true,
    ...(profile && { profile }),
  });

/** How long an undisturbed import takes, in milliseconds: the longest time before it is killed. */
async function durations(page: Page): Promise<Map<Sample, number>> {
  const taken = new Map<Sample, number>();
  for (const one of [middle, ...SAMPLES]) {
    const begun = performance.now();
    await beginImport(page, one);
    await imported(page, one);
    taken.set(one, performance.now() - begun);
  }
  return taken;
}

/** Counts how often the new snapshot was found, and how often still the old one. */
class Tally {
  readonly #what: string;
  readonly #found = { old: 0, new: 0, leftOver: 0 };

  constructor(what: string) {
    this.#what = what;
  }

  /** @throws if what is stored is not one of the two, complete */
  count(stored: Record<string, unknown>, before: Sample, next: Sample): Sample {
    const whole = wholeOf(stored, [before, next]);
    this.#found[whole === next ? 'new' : 'old'] += 1;
    if (leftOver(stored, whole).length > 0) this.#found.leftOver += 1;
    return whole;
  }

  tell() {
    const { old, new: fresh, leftOver } = this.#found;
    process.stdout.write(
      `\n${this.#what}: ${old + fresh} times, ${old + fresh} whole (${old} old, ${fresh} new, ${leftOver} with left-overs)\n`,
    );
    return this.#found;
  }
}

describe.skipIf(!found)('an interrupted import leaves one complete snapshot', () => {
  let running: RunningChromium;
  let taken: Map<Sample, number>;

  /** Some moment during an import, or shortly after it. */
  const anyMoment = (of: Sample) => pause(random() * 1.2 * (taken.get(of) ?? 0));

  beforeAll(async () => {
    running = await launchIt();
    const page = await openData(await running.context.newPage(), running.origin);
    taken = await durations(page);
    await page.close();
  });
  afterAll(() => running.close());

  const stored = () => readStored(running);
  const set = (items: Record<string, string>) =>
    running.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);

  it('when the page is closed: 110 times', async () => {
    const tally = new Tally('Page closed');
    let before = wholeOf(await stored(), SAMPLES);
    for (let round = 0; round < 110; round++) {
      const next = sampleOf(round, 12);
      const page = await openData(await running.context.newPage(), running.origin);
      await beginImport(page, next);
      await anyMoment(next);
      await page.close();
      before = tally.count(await stored(), before, next);
    }
    const { old, new: fresh } = tally.tell();
    expect(Math.min(old, fresh)).toBeGreaterThan(0);
  });

  it('when the service worker is killed: 50 times', async () => {
    const tally = new Tally('Worker killed');
    const page = await openData(await running.context.newPage(), running.origin);
    let before = wholeOf(await stored(), SAMPLES);
    for (let round = 0; round < 50; round++) {
      const next = sampleOf(round, 12);
      // An event wakes it again.
      await page.evaluate('chrome.runtime.sendMessage({}).catch(() => {})');
      await beginImport(page, next);
      await anyMoment(next);
      await running.killWorker();
      wholeOf(await stored(), [before, next]);
      await imported(page, next);
      before = tally.count(await stored(), before, next);
    }
    await page.close();
    expect(tally.tell()).toMatchObject({ new: 50 });
  });

  it('when the whole browser is killed: 50 times, each with a fresh start', async () => {
    const tally = new Tally('Browser killed');
    const profile = await freshProfile();
    let crashing = await launchIt(profile);
    try {
      const first = await openData(await crashing.context.newPage(), crashing.origin);
      await beginImport(first, small);
      await imported(first, small);
      let before = small;
      for (let round = 0; round < 50; round++) {
        const next = sampleOf(round, 12);
        const page = await openData(await crashing.context.newPage(), crashing.origin);
        await beginImport(page, next);
        await anyMoment(next);
        await crashing.kill();
        crashing = await launchIt(profile);
        before = tally.count(await readStored(crashing), before, next);
      }
      const { old, new: fresh } = tally.tell();
      expect(Math.min(old, fresh)).toBeGreaterThan(0);
    } finally {
      await crashing.close();
      await profile.remove();
    }
  });

  it('when the browser ends during the write itself: at five points of it', async () => {
    const tally = new Tally('Log torn');
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const profile = await freshProfile();
      let restarted = await launchIt(profile);
      const { extensionId } = restarted;
      const importIt = async (next: Sample) => {
        const page = await openData(await restarted.context.newPage(), restarted.origin);
        await beginImport(page, next);
        await imported(page, next);
      };
      try {
        await importIt(small);
        const before = await openLog(profile, extensionId);
        await importIt(middle);
        await restarted.close();
        await tear(before, part);
        restarted = await launchIt(profile);
        expect(tally.count(await readStored(restarted), small, middle).name).toBe('small');
        // Chromium writes it after the torn end, and reads it at the next start.
        await importIt(other);
        await restarted.close();
        restarted = await launchIt(profile);
        expect(wholeOf(await readStored(restarted), [small, middle, other]).name).toBe('other');
      } finally {
        await restarted.close();
        await profile.remove();
      }
    }
    expect(tally.tell()).toMatchObject({ old: 5 });
  });

  it('and leftovers are removed at the next start', async () => {
    const whole = wholeOf(await stored(), SAMPLES);
    const keys = Array.from({ length: 150 }, (_, at) => [`source/${whole.sources.length + at}`, '']);
    await set(Object.fromEntries(keys));
    expect(leftOver(await stored(), whole)).toHaveLength(150);
    const page = await openData(await running.context.newPage(), running.origin);
    await waitUntil('the left-overs to go', async () => {
      const items = await stored();
      return leftOver(items, whole).length === 0;
    });
    await page.close();
  });

  it('when two windows import at once: 50 times', async () => {
    const tally = new Tally('Two windows');
    const windows = [await running.newWindow(), await running.newWindow()];
    const pages = await Promise.all(windows.map(({ page }) => openData(page, running.origin)));
    for (let round = 0; round < 50; round++) {
      const pair = round % 2 === 0 ? ([small, middle] as const) : ([middle, small] as const);
      await Promise.all(pages.map((page, at) => beginImport(page, pair[at === 0 ? 0 : 1])));
      await Promise.all(pages.map((page, at) => imported(page, pair[at === 0 ? 0 : 1])));
      const items = await stored();
      expect(leftOver(items, tally.count(items, pair[0], pair[1]))).toEqual([]);
    }
    tally.tell();
    await Promise.all(pages.map((page) => page.close()));
  });

  describe('when the quota is full', () => {
    let page: Page;
    const fill = (bytes: number) => set({ ballast: 'x'.repeat(bytes) });

    beforeAll(async () => {
      page = await openData(await running.context.newPage(), running.origin);
    });
    afterAll(async () => {
      await running.evaluate("chrome.storage.local.remove('ballast')");
      await page.close();
    });

    it('a snapshot that does not fit is refused with a reason, and nothing changes', async () => {
      await beginImport(page, small);
      await imported(page, small);
      await fill(6_000_000);
      const before = await stored();
      await beginImport(page, large);
      await page
        .getByRole('status')
        .getByText('does not fit into the extension’s storage')
        .waitFor({ state: 'attached' });
      expect(await stored()).toEqual(before);
      expect(wholeOf(before, SAMPLES)).toBe(small);
    });

    it('a snapshot that fits only without the old one replaces it', async () => {
      await running.evaluate("chrome.storage.local.remove('ballast')");
      const [many, long] = [sample('many', 700, 30), sample('long', 360, 60)];
      await beginImport(page, many);
      await imported(page, many);
      await fill(4_000_000);
      await beginImport(page, long);
      await imported(page, long);
      const after = await stored();
      expect(wholeOf(after, [many, long])).toBe(long);
      expect(leftOver(after, long)).toEqual([]);
    });
  });
});
