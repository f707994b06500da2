import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { CONSOLE_ORIGINS } from './lib/consoles.ts';
import { bundledFile, writeLicenses } from './scripts/licenses.ts';
import { markPaths } from './scripts/mark-paths.ts';
import { rowsVersion } from './scripts/rows-version.ts';
import { runInBuild } from './scripts/run-in-build.ts';

/** Only the extension's own scripts, styles and pictures; no connections, no markup from strings. */
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

/** Everything needed to read and build the extension. Listed one by one, so that no stray file is packed. */
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
  // Chromium doesn't start for root in dev mode: load .output/chrome-mv3-dev by hand then.
  webExt: { disabled: process.getuid?.() === 0 },
  zip: { includeSources: SOURCES },
  vite: () => ({
    plugins: [noEmptyFrame, markPaths(), runInBuild('lib/status/errors/known-errors.ts')],
    define: { 'import.meta.env.ROWS_VERSION': JSON.stringify(rowsVersion(import.meta.dirname)) },
    // As text, which browsers parse faster than code and which compresses better.
    json: { stringify: true, namedExports: false },
    // `Bar-icon` instead of a hash, which would not compress.
    css: { modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}` } },
    build: {
      // CSS features that both browsers support natively, such as :dir() and light-dark().
      target: ['chrome123', 'firefox142'],
      // Both browsers have it.
      modulePreload: { polyfill: false },
    },
  }),
  hooks: {
    // A development build is given to nobody.
    'build:done': async ({ config }, output) => {
      if (config.command === 'build') await writeLicenses(config.outDir, output);
    },
    'vite:build:extendConfig'(entrypoints, config) {
      config.build = {
        ...config.build,
        license: { fileName: bundledFile(entrypoints[0]?.name ?? 'nothing') },
      };
      const options = config.build.rolldownOptions;
      // The background is a single file, and so is the code that runs before the first paint.
      if (!options || entrypoints.some(({ type }) => type !== 'sidepanel')) return;
      // Files compress better together, and each further file is one more request to wait for.
      const groups = [
        // The fixtures are much alike: in one file they compress to a third of their separate sizes.
        { name: 'fixtures', test: /[\\/]fixtures[\\/][^\\/]*\.json$/ },
        { name: 'list', tags: ['$initial' as const] },
        // The checks for files from outside: needed for an import, or if a stored source is damaged.
        {
          name: 'import',
          test: /[\\/]lib[\\/]snapshot[\\/](import|(import|storage)[\\/](check|damage|problems|references|secrets))\.ts$/,
        },
        // Places that the user opens from the list and that need no verdict.
        {
          name: 'places',
          test: /[\\/]components[\\/](AccountLine|ComingEvents|CopyResult|DataDesk|FilterPanel|LastOutcome|Settings)\.tsx$/,
        },
        // A source that the user opens, and the rules.
        {
          name: 'source',
          test: /[\\/](components[\\/]SourceDetail\.tsx|lib[\\/](status|report|snapshot)[\\/]|lib[\\/]panel[\\/]make-report\.ts)/,
        },
      ];
      options.output = { ...[options.output].flat()[0], codeSplitting: { groups } };
    },
  },
  manifest: ({ browser, command }) => ({
    name: NAME,
    // Firefox hides a new button behind its puzzle piece unless told where to put it.
    action: { default_title: NAME, ...(browser === 'firefox' && { default_area: 'navbar' }) },
    permissions: ['storage'],
    // Imports and preferences would outlive a private window, so the panel stays out of private windows.
    incognito: 'not_allowed',
    // Without this key any extension could send messages to Chrome's background. Firefox doesn't know the key.
    ...(browser !== 'firefox' && { externally_connectable: { ids: [] } }),
    // Requested when the user turns on following an ads console; the installation itself requests nothing.
    optional_host_permissions: [...CONSOLE_ORIGINS],
    // The dev server needs its own connection; a built extension never has one.
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
