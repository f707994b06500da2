import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browsers/chromium.ts';
import { builtFor } from '../../scripts/browsers/launch.ts';
import { families } from './families.ts';

const found = families.find(({ family }) => family === 'Chromium')?.found;

describe.skipIf(!found)('the toolbar button (Chromium)', () => {
  let running: Awaited<ReturnType<typeof launchChromium>>;
  beforeAll(async () => {
    if (!found) return;
    running = await launchChromium('chromium', {
      executable: found.executable,
      extension: builtFor('chromium'),
      headless: true,
    });
  });
  afterAll(() => running?.close());

  const badge = () => running.evaluate('chrome.action.getBadgeText({})');
  const title = () => running.evaluate('chrome.action.getTitle({})');

  it('says right after installation how many sources need action', async () => {
    await expect.poll(badge).toBe('2');
    expect(await title()).toBe('Source Status Panel: 2 of 14 sources need action.');
  });

  it('still says so after its worker was killed, and follows the storage', async () => {
    await running.killWorker();
    await running.evaluate('chrome.action.setBadgeText({ text: "old" })');
    // Any change of the storage wakes the worker.
    await running.evaluate('chrome.storage.local.set({ unrelated: "1" })');
    await expect.poll(badge).toBe('2');

    await running.killWorker();
    await running.evaluate('chrome.storage.local.remove(["snapshot", "unrelated"])');
    await expect.poll(badge).toBe('');
    expect(await title()).toBe('Source Status Panel: Nothing is stored yet.');
  });
});
