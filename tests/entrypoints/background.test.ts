import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background.ts';

const closeStorage = vi.fn(async () => {});

beforeEach(() => {
  closeStorage.mockClear();
  fakeBrowser.reset();
  // What the fake browser lacks.
  fakeBrowser.sidePanel.setPanelBehavior = async () => {};
  fakeBrowser.storage.local.setAccessLevel = closeStorage;
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, _options: unknown, task: () => Promise<void>) => task() },
  });
});

/** Makes every call of these APIs reject. */
function breakBrowser(): void {
  const refuse = vi.fn(() => Promise.reject(new Error('IO error')));
  fakeBrowser.sidePanel.setPanelBehavior = refuse;
  Object.assign(fakeBrowser.storage.local, {
    setAccessLevel: refuse,
    get: refuse,
    set: refuse,
    remove: refuse,
  });
}

const stored = async () => Object.keys(await fakeBrowser.storage.local.get()).length;

it('hides the storage from content scripts', () => {
  background.main();
  expect(closeStorage).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});

describe('on installation', () => {
  it('stores the fixtures when nothing is stored', async () => {
    background.main();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await expect.poll(stored).toBe(16);
  });

  it('overwrites nothing, not even unreadable data', async () => {
    await fakeBrowser.storage.local.set({ snapshot: 'damaged' });
    background.main();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' });
    expect(await fakeBrowser.storage.local.get()).toEqual({ snapshot: 'damaged' });
  });
});

describe('on every start', () => {
  const starts = [
    ['of the browser', () => fakeBrowser.runtime.onStartup.trigger()],
    [
      'after an update',
      () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' }),
    ],
  ] as const;

  it.each(starts)('%s: removes what an interrupted save has left', async (_, start) => {
    background.main();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await expect.poll(stored).toBe(16);
    const whole = await fakeBrowser.storage.local.get();
    await fakeBrowser.storage.local.set({ 'source/14': '', 'source/15': '', preferences: '{}' });
    await start();
    await expect.poll(() => fakeBrowser.storage.local.get()).toEqual({ ...whole, preferences: '{}' });
  });

  it.each(starts)('%s: leaves data from a newer version alone', async (_, start) => {
    const newer = { snapshot: '{"layout":9}', 'source/0': 'of its own kind' };
    await fakeBrowser.storage.local.set(newer);
    background.main();
    await start();
    expect(await fakeBrowser.storage.local.get()).toEqual(newer);
  });
});

describe('in a browser that refuses everything', () => {
  it('fails silently, but still registers its listeners', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    breakBrowser();
    background.main();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await fakeBrowser.runtime.onStartup.trigger();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(fakeBrowser.runtime.onInstalled.hasListeners()).toBe(true);
  });
});
