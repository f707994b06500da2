import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  frontDoor,
  keptLook,
  sessionArea,
  shortcut,
  storageArea,
  windowKey,
  withLock,
} from '../../lib/browser.ts';
import { TimeoutError } from '../../lib/with-timeout.ts';

const DEFAULT_LOOK = { theme: 'system', density: 'comfortable', singleKeys: 'on' };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const never = () => new Promise<never>(() => {});
const refuse = () => Promise.reject(new Error('IO error'));
const throws = () => {
  throw new TypeError('not a function');
};

/** What a promise settles to after all timers have ended. */
async function settle<T>(promise: Promise<T>): Promise<T | unknown> {
  const settled = promise.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

describe.each([
  ['never answers', never],
  ['refuses', refuse],
  ['lacks the API', throws],
])('optional APIs in a browser that %s', (_, broken) => {
  beforeEach(() => {
    vi.spyOn(fakeBrowser.windows, 'getCurrent').mockImplementation(broken);
    Object.assign(fakeBrowser.storage.session, { get: broken, set: broken });
    Object.assign(fakeBrowser.permissions, { getAll: broken, remove: broken });
    Object.assign(fakeBrowser.commands, { getAll: broken });
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(broken);
    vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(broken);
  });

  it('neither reject nor hang', async () => {
    expect(await settle(windowKey())).toMatch(/^window\/[0-9a-f-]{36}$/);
    expect(await settle(sessionArea.get())).toEqual({});
    expect(await settle(sessionArea.set({ a: 1 }))).toBeUndefined();
    expect(await settle(frontDoor.isAllowed())).toBe(false);
    expect(await settle(frontDoor.giveBack())).toBeUndefined();
    expect(await settle(frontDoor.tab())).toBeUndefined();
    expect(await settle(shortcut.read())).toBeNull();
    expect(await settle(shortcut.change())).toBeUndefined();
  });
});

it('reports the console and account of the active tab, but not its address', async () => {
  const url = 'https://ads.tiktok.com/i18n/perf?aadvid=7012345678905678&token=rosebud';
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 7, url, title: 'Rosebud', status: 'complete' }],
  });
  const tab = await frontDoor.tab();
  expect(tab).toEqual({
    id: 7,
    console: { platform: 'tiktok_ads', name: 'TikTok Ads Manager' },
    account: { platform: 'tiktok_ads', id: '7012345678905678', isOnlyName: true },
    isLoading: false,
  });
});

describe('storage', () => {
  it('reports that it never answers', async () => {
    Object.assign(fakeBrowser.storage.local, { get: never, set: never, remove: never });
    expect(await settle(storageArea.get(null))).toBeInstanceOf(TimeoutError);
    expect(await settle(storageArea.set({ a: '1' }))).toBeInstanceOf(TimeoutError);
    expect(await settle(storageArea.remove(['a']))).toBeInstanceOf(TimeoutError);
  });
});

describe('the lock', () => {
  /** Like in a browser, the request waits until the lock is free or its signal aborts. */
  function stubLocks(free: Promise<void>) {
    const request = async (_: string, { signal }: { signal: AbortSignal }, task: () => Promise<unknown>) => {
      const aborted = new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      await Promise.race([free, aborted]);
      return task();
    };
    vi.stubGlobal('navigator', { locks: { request } });
  }

  it('is not waited for forever', async () => {
    stubLocks(never());
    const task = vi.fn(async () => {});
    expect(await settle(withLock(task))).toBeInstanceOf(TimeoutError);
    expect(task).not.toHaveBeenCalled();
  });

  it('is held for as long as its task takes', async () => {
    stubLocks(Promise.resolve());
    const slow = () => new Promise<string>((resolve) => setTimeout(resolve, 600_000, 'done'));
    expect(await settle(withLock(slow))).toBe('done');
  });
});

describe.each<[string, () => void]>([
  ['is missing', () => vi.stubGlobal('localStorage', null)],
  ['is refused', () => vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(throws)],
])('a localStorage that %s', (_, breakIt) => {
  it('leads to the default look, and choices are not kept', () => {
    breakIt();
    keptLook.keep({ theme: 'dark', density: 'compact', singleKeys: 'off' });
    expect(keptLook.read()).toEqual(DEFAULT_LOOK);
  });
});
