import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { markPaths } from '../scripts/mark-paths.ts';

/** unit and unit-dom: no browser · e2e: the built extension in real browsers · full: the long ones of those */
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
          exclude: ['tests/lib/{browser,early}.test.ts'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        plugins: [WxtVitest(), markPaths()],
        test: {
          name: 'unit-dom',
          include: ['tests/{components,entrypoints}/**/*.test.{ts,tsx}', 'tests/lib/{browser,early}.test.ts'],
          environment: 'happy-dom',
          env: { ROWS_VERSION: 'tested', TZ: 'UTC' },
          testTimeout: 20_000,
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
