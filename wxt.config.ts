import { basename } from 'node:path';
import { defineConfig } from 'wxt';
import { CONSOLE_ORIGINS } from './lib/consoles.ts';
import { bundledFile, writeLicenses } from './scripts/licenses.ts';
import { markPaths } from './scripts/mark-paths.ts';
import { rowsVersion } from './scripts/rows-version.ts';
import { runInBuild } from './scripts/run-in-build.ts';

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

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // Chromium does not start for root in dev mode: load .output/chrome-mv3-dev by hand then.
  webExt: { disabled: process.getuid?.() === 0 },
  zip: { includeSources: SOURCES },
  vite: () => ({
    plugins: [markPaths(), runInBuild('lib/status/errors/known-errors.ts')],
    define: { 'import.meta.env.ROWS_VERSION': JSON.stringify(rowsVersion(import.meta.dirname)) },
    // As text: browsers parse it faster than code, and it compresses better.
    json: { stringify: true, namedExports: false },
    // `Bar-icon`. Hashes do not compress.
    css: { modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}` } },
    build: {
      // What both browsers understand as it is written, :dir() and light-dark() among it.
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
      // The background is one file, and so is what runs before the first paint.
      if (!options || entrypoints.some(({ type }) => type !== 'sidepanel')) return;
      // Together, files compress better, and each further file is one more answer to wait for.
      const groups = [
        { name: 'fixtures', test: /[\\/]fixtures[\\/][^\\/]*\.json$/ },
        { name: 'list', tags: ['$initial' as const] },
        // What is asked of a file from outside, at an import and where a stored source is damaged.
        {
          name: 'import',
          test: /[\\/]lib[\\/]snapshot[\\/](import|(import|storage)[\\/](check|damage|problems|references|secrets))\.ts$/,
        },
        // What the user opens from the list without asking for a verdict.
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
