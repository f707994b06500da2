import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import firstPaint from '../../entrypoints/first-paint.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  globalThis.early = undefined;
  localStorage.clear();
});

const density = () => document.documentElement.dataset.density;

it('applies the chosen look, and each new choice', () => {
  localStorage.setItem('density', 'compact');
  firstPaint.main();
  expect(density()).toBe('compact');
  localStorage.setItem('density', 'comfortable');
  dispatchEvent(new StorageEvent('storage'));
  expect(density()).toBe('comfortable');
});

it('applies the default look if the browser has no localStorage', () => {
  vi.stubGlobal('localStorage', null);
  firstPaint.main();
  expect(density()).toBe('comfortable');
});

it('asks storage for the list before it waits for localStorage', () => {
  const ask = vi.spyOn(fakeBrowser.storage.local, 'get');
  const open = vi.spyOn(globalThis, 'localStorage', 'get');
  firstPaint.main();
  const [asked] = ask.mock.invocationCallOrder;
  const [opened] = open.mock.invocationCallOrder;
  expect(asked).toBeLessThan(Number(opened));
});
