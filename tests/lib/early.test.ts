import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storageArea } from '../../lib/browser.ts';
import { askEarly, takeEarly } from '../../lib/early.ts';

const LIST = ['snapshot', 'rows'];

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ snapshot: 'first' });
});
afterEach(() => {
  globalThis.early = undefined;
  vi.restoreAllMocks();
});

it('the list uses the early answer once', async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  askEarly();
  expect(await storageArea.get(LIST)).toEqual({ snapshot: 'first' });
  expect(get).toHaveBeenCalledTimes(1);
  await fakeBrowser.storage.local.set({ snapshot: 'second' });
  expect(await storageArea.get(LIST)).toEqual({ snapshot: 'second' });
  expect(get).toHaveBeenCalledTimes(2);
});

it('no early answer is used for a different request', async () => {
  askEarly();
  await fakeBrowser.storage.local.set({ 'source/0': 'whole' });
  expect(await storageArea.get(['source/0'])).toEqual({ 'source/0': 'whole' });
});

it('an early answer is dropped once anything is stored', async () => {
  askEarly();
  await fakeBrowser.storage.local.set({ snapshot: 'second' });
  expect(takeEarly('list')).toBeUndefined();
  expect(await storageArea.get(LIST)).toEqual({ snapshot: 'second' });
});

it('if the browser refuses, the panel gets the error, and its next request is a new one', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('IO error'));
  askEarly();
  await expect(storageArea.get(LIST)).rejects.toThrow('IO error');
  expect(await storageArea.get(LIST)).toEqual({ snapshot: 'first' });
});

it('if the browser lacks the API, the page goes on', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce(() => {
    throw new TypeError('not a function');
  });
  askEarly();
  expect(await storageArea.get(LIST)).toEqual({ snapshot: 'first' });
});
