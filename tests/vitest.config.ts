import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { markPaths } from '../scripts/mark-paths.ts';

const OWN_GRAPH = [
  'tests/components/failures.test.tsx',
  'tests/entrypoints/**/*.test.ts',
  'tests/lib/{browser,early}.test.ts',
];

// `npm run mutations` tests a copy whose node_modules are outside of it.
const server = { fs: { strict: false } };

const inDom = {
  environment: 'happy-dom',
  // Printing the document for each failed query takes a tenth of the time. Set the limit to see it.
  env: { ROWS_VERSION: 'tested', TZ: 'UTC', DEBUG_PRINT_LIMIT: process.env.DEBUG_PRINT_LIMIT ?? '0' },
  testTimeout: 20_000,
  restoreMocks: true,
} as const;

/** unit, unit-dom and unit-isolated: no browser · e2e: the built extension in real browsers · full: the long ones of those */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    // Left out, one core is kept free, which on two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        // Pure code shares one module graph; nothing in it keeps state.
        test: {
          name: 'unit',
          include: ['tests/{lib,fixtures,house,scripts}/**/*.test.ts'],
          exclude: OWN_GRAPH,
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        // These files share one page and one module graph: loading both again takes longer than most tests.
        plugins: [markPaths()],
        server,
        test: {
          ...inDom,
          name: 'unit-dom',
          include: ['tests/components/**/*.test.tsx'],
          exclude: OWN_GRAPH,
          setupFiles: 'tests/components/setup.ts',
          isolate: false,
        },
      },
      {
        // These replace modules or the browser's API, or need them freshly loaded.
        plugins: [WxtVitest(), markPaths()],
        server,
        test: {
          ...inDom,
          name: 'unit-isolated',
          include: OWN_GRAPH,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/e2e/full/**'],
          globalSetup: 'tests/e2e/families.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'full',
          include: ['tests/e2e/full/**/*.test.ts'],
          globalSetup: 'tests/e2e/families.ts',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
