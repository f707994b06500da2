import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CONSOLE_ORIGINS } from '../../lib/consoles.ts';
import { builtFor } from '../../scripts/browsers/launch.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const Manifest = z.looseObject({
  browser_specific_settings: z.looseObject({ gecko: z.looseObject({}) }).optional(),
});

async function manifestOf(kind: 'chromium' | 'firefox') {
  const text = await readFile(join(builtFor(kind), 'manifest.json'), 'utf8');
  return Manifest.parse(JSON.parse(text));
}

describe.each([
  { kind: 'chromium', permissions: ['storage', 'sidePanel'], command: '_execute_action' },
  { kind: 'firefox', permissions: ['storage'], command: '_execute_sidebar_action' },
] as const)('what is built for $kind', ({ kind, permissions, command }) => {
  it('paints nothing before the panel’s code has run', async () => {
    const page = await readFile(join(builtFor(kind), 'sidepanel.html'), 'utf8');
    const scripts = [...page.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g)].map(([script]) => script);
    expect(scripts).toHaveLength(2);
    expect(scripts[0]).not.toMatch(/type=|async|defer/);
    expect(scripts[1]).toContain('type="module" blocking="render"');
  });

  it('requests only storage and the side panel on installation, and no site', async () => {
    const manifest = await manifestOf(kind);

    expect(manifest.permissions).toEqual(permissions);
    for (const key of [
      'host_permissions',
      'optional_permissions',
      'content_scripts',
      'web_accessible_resources',
    ]) {
      expect(manifest, key).not.toHaveProperty(key);
    }
  });

  // So that the list can follow the user's ads console: requested when the user clicks, never before.
  it('may later ask the user for the ads consoles, and for no other site', async () => {
    const manifest = await manifestOf(kind);

    expect(manifest.optional_host_permissions).toEqual(CONSOLE_ORIGINS);
  });

  it('allows its pages no connections', async () => {
    const manifest = await manifestOf(kind);

    expect(manifest.content_security_policy).toEqual({ extension_pages: CONTENT_SECURITY_POLICY });
  });

  it('has one shortcut, which opens the panel', async () => {
    const manifest = await manifestOf(kind);

    expect(manifest.commands).toEqual({ [command]: { suggested_key: { default: 'Alt+Shift+S' } } });
  });
});

it.each(['chromium', 'firefox'] as const)('stays out of private windows (%s)', async (kind) => {
  expect(await manifestOf(kind)).toMatchObject({ incognito: 'not_allowed' });
});

it('allows no page and no other extension to connect to it', async () => {
  expect(await manifestOf('chromium')).toMatchObject({ externally_connectable: { ids: [] } });
  // Firefox doesn't know the key; there, an extension without a listener gets no messages.
  expect(await manifestOf('firefox')).not.toHaveProperty('externally_connectable');
});

it.each(['chromium', 'firefox'] as const)(
  'contains the licences of everything bundled (%s)',
  async (kind) => {
    const licences = await readFile(join(builtFor(kind), 'LICENSES.txt'), 'utf8');
    const named = licences.match(/^(\S+) \d+\.\d+\.\d+ \(/gm)?.map((line) => line.split(' ')[0]);

    expect(licences).toMatch(/^Source Status Panel\n\nMIT License/);
    expect(named).toEqual([
      '@preact/signals',
      '@preact/signals-core',
      '@wxt-dev/browser',
      'croner',
      'preact',
      'simple-icons',
      'webextension-polyfill',
      'wxt',
      'zod',
    ]);
  },
);

it('needs a Chrome that knows light-dark()', async () => {
  expect(await manifestOf('chromium')).toMatchObject({
    minimum_chrome_version: '123',
    side_panel: { default_path: 'sidepanel.html' },
  });
});

it('needs a Firefox that shows which data is collected: none', async () => {
  const { browser_specific_settings: settings } = await manifestOf('firefox');

  expect(settings?.gecko).toMatchObject({
    strict_min_version: '142.0',
    data_collection_permissions: { required: ['none'] },
  });
});

it('leaves Firefox’s sidebar closed until the user opens it', async () => {
  expect(await manifestOf('firefox')).toMatchObject({ sidebar_action: { open_at_install: false } });
});
