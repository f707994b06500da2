/**
 * Would the tests notice? Breaks lib/status in one place at a time and runs its tests on each mutant. Prints every
 * survivor, and fails if one is not among the expected survivors, or if an expected one can no longer be made. Takes
 * file names to be quick: `npm run mutate -- rules.ts`.
 * (StrykerJS 10 needs a compiler API that TypeScript 7 does not have, and takes an hour on these module-level tables.)
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

/** `was` is the original line, `change` the change in it: `> → >=`. */
type Mutant = Record<'file' | 'was' | 'change' | 'text', string> & { line: number };

/** Mutations that no test can notice, by their line, and why. Each must still be possible. */
const EQUIVALENT: Record<string, string> = {
  'return EFFECTS.indexOf(a) < EFFECTS.indexOf(b) ? a : b;  < → <=': 'of two equals either will do',
  'return instant != null && instant >= FIRST_REAL_YEAR ? instant : null;  >= → >':
    'an instant is more than a year',
};

/** Lines that only save work: without them the answer is the same, only slower. */
const SHORTCUTS = [
  'if (heldCodes.size === 0 && data_quality.length === 0) return findings;',
  'return instant.charCodeAt(instant.length - 1) === CODE_OF_Z;',
  'const CODE_OF_Z = 90;',
  'if (value < 1000) return String(value);',
  'return found.length === 0 ? found : [...new Set(found)].sort();',
];

const ROOT = join(import.meta.dirname, '..');
const LIBRARY = 'lib/status';
/** The forms in which error codes are written; everything else in its folder is data. */
const FORMS = 'errors/spellings.ts';
const EFFECTS = ['error', 'unknown', 'warning', 'pending', 'info'];
const COUNTS_ON = ['every source', 'all but off', 'enabled only'];

/** Each is replaced by its neighbour: the first by the second, the second by the first, and so on. */
const OPERATORS = ['<', '<=', '>', '>=', '===', '!==', '&&', '||'];

function mutantsOf(file: string, source: string): Mutant[] {
  const mutants: Mutant[] = [];
  const replace = (at: number, old: string, by: string, change = `${old} → ${by}`) => {
    const line = source.slice(0, at).split('\n').length;
    const was = source.split('\n')[line - 1]?.trim() ?? '';
    mutants.push({ file, line, was, change, text: source.slice(0, at) + by + source.slice(at + old.length) });
  };

  if (file === FORMS) {
    // Numbers and operators in it are parts of patterns, which its examples can't hold to the last digit.
    for (const { 0: form, index } of source.matchAll(/^ {2}form\([\s\S]+?\),\n(?= {2}\/\/|\];)/gm)) {
      replace(index, form, '', 'dropped');
    }
    return mutants;
  }

  let at = 0;
  for (const line of source.split('\n')) {
    if (!/^\s*(\*|\/\*|\/\/|import |\} from )/.test(line)) {
      for (const { 0: found, index } of line.matchAll(/(?<= )([<>]=?|[!=]==|&&|\|\|)(?= |$)/g)) {
        replace(at + index, found, OPERATORS[OPERATORS.indexOf(found) ^ 1] ?? found);
      }
      for (const { 0: found, index } of line.matchAll(/(?<![\w.])\d[\d_]*(\.\d+)?(?!\w)/g)) {
        const value = Number(found.replaceAll('_', ''));
        for (const shifted of [value + 1, value - 1]) replace(at + index, found, `${shifted}`);
      }
    }
    at += line.length + 1;
  }
  if (file === 'rules.ts') mutateRules(source, replace);
  return mutants;
}

function mutateRules(source: string, replace: (at: number, old: string, by: string, change: string) => void) {
  const entries = [...source.matchAll(/^ {2}(rule\('(\w+)'[\s\S]*?^ {2}\}\)|\{ reported: '(\w+)'.*\}),\n/gm)];
  entries.forEach(({ 0: entry, 2: code, 3: severity, index }, place) => {
    const name = code ?? `reported ${severity}`;
    const within = (pattern: RegExp, by: string, change: string) => {
      const found = pattern.exec(entry);
      if (found) replace(index + found.index, found[0], by, `${name}: ${change}`);
    };
    replace(index, entry, '', `${name}: dropped`);
    const next = entries[place + 1]?.[0];
    if (next) replace(index, entry + next, next + entry, `${name}: swapped with the next`);

    const effect = EFFECTS.find((one) => new RegExp(`(', |effect: )'${one}'`).test(entry)) ?? '';
    for (const other of EFFECTS.filter((one) => one !== effect)) {
      within(new RegExp(`'${effect}'`), `'${other}'`, `effect ${other}`);
    }
    within(/remedy: '\w+'/, "remedy: 'disable_source'", 'another remedy');
    if (code) within(/\n {4}remedy: \w+,|\n {4}remedy: '\w+',/, '', 'no remedy');
    if (code && !entry.includes('remedy')) within(/\n {2}\}\)/, "\nremedy: 'reconnect' })", 'a remedy');
    const countsOn = /\n {4}countsOn: '([\w ]+)',/.exec(entry)?.[1] ?? 'every source';
    for (const other of COUNTS_ON.filter((one) => code && one !== countsOn)) {
      if (countsOn === 'every source') within(/, \{\n/, `, { countsOn: '${other}',\n`, `counts on ${other}`);
      else within(/countsOn: '[\w ]+'/, `countsOn: '${other}'`, `counts on ${other}`);
    }
    within(/\n {4}nextStep: .*,/, '', 'no next step');
  });
}

/** A copy of what the library's tests need, with its own runner. */
async function openBench() {
  const root = mkdtempSync(join(tmpdir(), 'mutate-'));
  for (const part of ['lib', 'fixtures', 'docs', 'scripts', 'tests', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  // The same random cases for every mutant, so that the result is the same in each run.
  const seed = join(root, 'seed.ts');
  writeFileSync(seed, "import fc from 'fast-check';\nfc.configureGlobal({ seed: 1 });\n");
  const quiet = { watch: false, reporters: [{}] };
  const fast = { isolate: false, maxWorkers: 1, bail: 1, testTimeout: 60_000 };
  const tests = { root, include: ['tests/lib/status/**/*.test.ts'], setupFiles: seed };
  const vitest = await createVitest('test', { config: false, ...quiet, ...fast, ...tests });
  const specifications = await vitest.globTestSpecifications();
  const slow = specifications.filter(({ moduleId }) => /properties|worse-facts/.test(moduleId));
  const quick = specifications.filter((one) => !slow.includes(one));

  const write = (file: string, text: string) => {
    const path = join(root, LIBRARY, file);
    writeFileSync(path, text);
    vitest.invalidateFile(path);
  };
  const passes = async (some: typeof specifications) => {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(some, true);
    const states = testModules.map((module) => module.state());
    if (states.every((state) => state === 'passed')) return unhandledErrors.length === 0;
    // After a failure the rest is skipped. Skipped tests without a failure don't count as an answer.
    if (states.includes('failed')) return false;
    throw new Error('The tests did not run to their end.');
  };

  return {
    async notices({ file, text }: Pick<Mutant, 'file' | 'text'>): Promise<boolean> {
      write(file, text);
      const passed = (await passes(quick)) && (await passes(slow));
      write(file, read(file));
      return !passed;
    },
    close: () => vitest.close().finally(() => rmSync(root, { recursive: true })),
  };
}

const read = (file: string) => readFileSync(join(ROOT, LIBRARY, file), 'utf8');
const library = [...readdirSync(join(ROOT, LIBRARY)).filter((name) => name.endsWith('.ts')), FORMS];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : library;
const mutants = chosen.flatMap((file) => mutantsOf(file, read(file)));
const waiting = [...mutants];
const survivors: Mutant[] = [];

await Promise.all(
  Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    const bench = await openBench();
    const broken = await bench.notices({ file: 'rules.ts', text: read('rules.ts') });
    if (broken) throw new Error('The tests fail on the library as it is.');
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      if (!(await bench.notices(mutant))) survivors.push(mutant);
    }
    await bench.close();
  }),
);

const killed = mutants.length - survivors.length;
console.log(`${mutants.length} mutants, ${killed} killed, ${survivors.length} survived`);
let isAsExpected = true;
for (const { file, line, was, change } of survivors) {
  const why = EQUIVALENT[`${was}  ${change}`] ?? (SHORTCUTS.includes(was) ? 'only saves work' : undefined);
  if (why === undefined) isAsExpected = false;
  console.log(`${LIBRARY}/${file}:${line}  ${was}\n    ${change}  (${why ?? 'NOT EXPECTED'})`);
}

const lines = new Set(library.flatMap((file) => read(file).split('\n')).map((line) => line.trim()));
for (const excused of [...SHORTCUTS, ...Object.keys(EQUIVALENT).map((key) => key.split('  ')[0] ?? '')]) {
  if (lines.has(excused)) continue;
  isAsExpected = false;
  console.log(`Excused, and no longer there: ${excused}`);
}
// Vitest has set it to 1, because tests failed on mutants.
process.exitCode = isAsExpected ? 0 : 1;
