/**
 * Would the tests notice? Applies the mutations of `mutations-list.ts` one at a time in a copy of the project, and runs
 * the tests related to the file. Prints every survivor. Fails if more than one in ten survive. A unit test keeps the
 * list current. `npm run mutations -- lib/panel` takes only the files of a folder.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { MUTATIONS, type Mutation } from './mutations-list.ts';

const ROOT = join(import.meta.dirname, '..');
const COPIED = ['lib', 'components', 'entrypoints', 'fixtures', 'tests', 'docs', 'scripts', 'public'].concat([
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
]);
const LEAST_NOTICED = 0.9;

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      /** The error of a file that could not be loaded; empty for one that was not started. */
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** A copy of the project, in which the mutated code is tested. */
function openCopy() {
  const root = mkdtempSync(join(tmpdir(), 'mutations-'));
  for (const part of COPIED) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));

  /** The names of the related tests that fail. @param bail 1 to stop at the first */
  async function failuresFor(file: string, bail = 0): Promise<string[]> {
    const report = join(root, 'report.json');
    rmSync(report, { force: true });
    await new Promise<void>((resolve) => {
      const vitest = ['node_modules/vitest/vitest.mjs', 'related', '--run', file];
      const options = [
        '--config=tests/vitest.config.ts',
        '--project=unit*',
        '--maxWorkers=1',
        `--bail=${bail}`,
      ];
      const output = ['--reporter=json', `--outputFile=${report}`];
      // It exits with an error if a test fails, as it should: the result is in the report.
      execFile('node', [...vitest, ...options, ...output], { cwd: root }, () => resolve());
    });
    const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    if (testResults.length === 0) throw new Error(`No test has to do with ${file}`);
    return testResults.flatMap(({ status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      const isBroken = failed.length === 0 && status === 'failed' && message !== '';
      return isBroken ? [message] : failed.map(({ fullName }) => fullName);
    });
  }

  return {
    failuresFor,
    /** @returns the names of the tests that notice the mutation */
    async noticed({ file, was, becomes }: Mutation, failBefore: readonly string[]): Promise<string[]> {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace(was, () => becomes),
      );
      const failing = await failuresFor(file, failBefore.length === 0 ? 1 : 0);
      writeFileSync(path, text);
      return failing.filter((name) => !failBefore.includes(name));
    },
    close: () => rmSync(root, { recursive: true }),
  };
}

const folder = process.argv[2] ?? '';
const mutations = MUTATIONS.filter(({ file }) => file.startsWith(folder));

const byFile = [...Map.groupBy(mutations, ({ file }) => file)];
const survivors: Mutation[] = [];
await Promise.all(
  Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    const copy = openCopy();
    for (let next = byFile.shift(); next; next = byFile.shift()) {
      const [file, own] = next;
      const failBefore = await copy.failuresFor(file);
      for (const name of failBefore) console.log(`Fails without a change: ${name}`);
      for (const mutation of own) {
        const noticed = await copy.noticed(mutation, failBefore);
        if (noticed.length === 0) survivors.push(mutation);
        console.log(`${file}  ${mutation.was}  → ${noticed[0] ?? 'NOT NOTICED'}`);
      }
    }
    copy.close();
  }),
);

const noticed = mutations.length - survivors.length;
console.log(`${mutations.length} changes, ${noticed} noticed`);
for (const { file, was, becomes } of survivors) console.log(`NOT NOTICED: ${file}  ${was}  → ${becomes}`);
if (noticed < LEAST_NOTICED * mutations.length) process.exitCode = 1;
