import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { CONSOLE_ORIGINS } from './lib/consoles.ts';
import { bundledFile, writeLicenses } from './scripts/licenses.ts';
import { rowsVersion } from './scripts/rows-version.ts';

/** Own scripts, styles and pictures; no connection of any kind, no markup from strings. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const NAME = 'Source Status Panel';

/** What it takes to read and build the extension. Named one by one, so that nothing that lies about is packed. */
const SOURCES = [
  '{.npmrc,LICENSE,package.json,package-lock.json,tsconfig.json,wxt.config.ts}',
  '{CHANGELOG,CONTRIBUTING,README}.md',
  '{components,entrypoints,fixtures,lib,public,scripts}/**/*.{css,html,json,png,svg,ts,tsx}',
  'docs/*.{json,md,png}',
];

/** The browser paints nothing before the panel's code has run: an empty frame would only hold up the first rows. */
const noEmptyFrame: Plugin = {
  name: 'no-empty-frame',
  // Vite drops the attribute where it is written in the page.
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // Chromium does not start for root in dev mode: load .output/chrome-mv3-dev by hand then.
  webExt: { disabled: process.getuid?.() === 0 },
  zip: { includeSources: SOURCES },
  vite: () => ({
    plugins: [noEmptyFrame],
    define: { 'import.meta.env.ROWS_VERSION': JSON.stringify(rowsVersion(import.meta.dirname)) },
    build: {
      // What both browsers understand as it is written, :dir() and light-dark() among it.
      target: ['chrome123', 'firefox142'],
      // Both browsers have it.
      modulePreload: { polyfill: false },
    },
  }),
  hooks: {
    'build:done': ({ config }, output) => writeLicenses(config.outDir, output),
    'vite:build:extendConfig'(entrypoints, config) {
      config.build = {
        ...config.build,
        license: { fileName: bundledFile(entrypoints[0]?.name ?? 'nothing') },
      };
      const options = config.build.rolldownOptions;
      // The background is one file, and so is what runs before the first paint.
      if (!options || entrypoints.some(({ type }) => type !== 'sidepanel')) return;
      const groups = [
        // In one file the fixtures, which are much alike, pack into a third of what they take one by one.
        { name: 'fixtures', test: /[\\/]fixtures[\\/](?!a-teams-morning)[^\\/]*\.json$/ },
        // What the list needs is one file too: each more is one more answer to wait for.
        { name: 'list', tags: ['$initial' as const] },
        // What is asked of a file from outside, at an import and where a stored source is damaged.
        {
          name: 'import',
          test: /[\\/]lib[\\/]snapshot[\\/](import|(import|storage)[\\/](check|damage|problems|references|secrets))\.ts$/,
        },
      ];
      options.output = { ...[options.output].flat()[0], codeSplitting: { groups } };
    },
  },
  manifest: ({ browser, command }) => ({
    name: NAME,
    // Firefox hides a new button behind its puzzle piece, unless it is told where to put it.
    action: { default_title: NAME, ...(browser === 'firefox' && { default_area: 'navbar' }) },
    permissions: ['storage'],
    // What is imported or remembered is stored beyond a private window, so the panel stays out of them.
    incognito: 'not_allowed',
    // Without this key any extension could send messages to Chrome's background. Firefox does not know the key.
    ...(browser !== 'firefox' && { externally_connectable: { ids: [] } }),
    // Asked for when the user turns on following an ads console; the installation asks for nothing.
    optional_host_permissions: [...CONSOLE_ORIGINS],
    // The dev server needs a connection of its own; what is built never has one.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+S' },
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'source-status-panel@mock.invalid',
              // data_collection_permissions
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // light-dark() in theme.css
        { minimum_chrome_version: '123' }),
  }),
});
