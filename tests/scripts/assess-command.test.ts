/** The command in a process of its own, with real files and pipes. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'assess-'));
cpSync(join(ROOT, 'fixtures/exports'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

function assess(
  line: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  return run(process.execPath, [join(ROOT, 'scripts/assess.ts'), ...line], input, { ...inherited, ...env });
}

function run(command: string, line: string[], input: string, env: NodeJS.ProcessEnv) {
  const { status, stdout, stderr } = spawnSync(command, line, {
    cwd: ROOT,
    encoding: 'utf8',
    input,
    env,
  });
  return { status, stdout, stderr };
}

const dbt = join(folder, 'dbt-sources.json');

test('judges files, called by npm, says so by its exit code, without colours, and writes none', () => {
  const before = readdirSync(folder);
  const line = ['run', '--silent', 'assess', '--', dbt, '--fail-on', 'error'];
  expect(run('npm', line, '', process.env)).toMatchObject({
    status: 1,
    stderr: '',
    stdout: expect.stringMatching(/^Error /),
  });
  expect(readdirSync(folder)).toEqual(before);
}, 60_000);

test('reads standard input, and explains a refusal on standard error', () => {
  const piped = assess(['-', '--format', 'json'], { input: readFileSync(dbt, 'utf8') });
  expect(JSON.parse(piped.stdout)).toMatchObject({ as_of: '2026-11-20T08:00:00Z' });
  expect(assess(['-'], { input: '<html>' })).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('-: is a web page'),
  });
}, 60_000);

test('uses colours if asked to', () => {
  expect(assess([dbt], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[31mError\u001b[39m');
}, 60_000);
