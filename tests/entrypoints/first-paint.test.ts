import { afterEach, expect, it, vi } from 'vitest';
import firstPaint from '../../entrypoints/first-paint.ts';

afterEach(() => {
  vi.unstubAllGlobals();
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
