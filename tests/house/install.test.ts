import { expect, it, vi } from 'vitest';
import type { Found } from '../../scripts/browsers/find.ts';
import { findOrInstall } from '../../scripts/browsers/install.ts';

const firefox: Found = { kind: 'firefox', executable: '/usr/bin/firefox-esr' };

it('installs nothing if there is a browser', async () => {
  const install = vi.fn(() => true);
  expect(await findOrInstall(['chromium', 'firefox'], async () => firefox, install)).toBe(firefox);
  expect(install).not.toHaveBeenCalled();
});

it('installs the preferred browser, and then finds it', async () => {
  let installed = false;
  const find = async () => (installed ? firefox : undefined);
  const install = vi.fn(() => {
    installed = true;
    return true;
  });
  expect(await findOrInstall(['firefox', 'chromium'], find, install)).toBe(firefox);
  expect(install).toHaveBeenCalledExactlyOnceWith('firefox');
});

it('finds none if nothing could be installed', async () => {
  expect(
    await findOrInstall(
      ['firefox'],
      async () => undefined,
      () => false,
    ),
  ).toBeUndefined();
});
