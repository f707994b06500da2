/** What may hold secrets is never read, and nothing that can be written in a file makes a reader throw. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { airbytePartOf, readAirbyte } from '../../../lib/exports/airbyte.ts';
import { isDbtArtifact, readDbt } from '../../../lib/exports/dbt.ts';
import { fivetranPartOf, readFivetran } from '../../../lib/exports/fivetran.ts';
import { pagesOf } from '../../../lib/exports/pages.ts';
import { readFiles } from '../../../lib/exports/read-exports.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';
import { anyCharacter } from '../../any-text.ts';
import { file, fixture, SAVED } from './exports.ts';

/** Whatever stands under them, at any depth. */
const SECRET_KEYS = [
  'config',
  'configuration',
  'credentials',
  'connect_card',
  'setup_tests',
  'auth',
  'env',
].concat(['source_sync_details', 'configurations', 'adapter_response', 'filter', 'details']);
const MARKER = 'mArKeR';

const EXPORTS = [
  ['airbyte-connections-1.json', 'airbyte-connections-2.json', 'airbyte-jobs.json', 'airbyte-sources.json'],
  ['fivetran-connections.json', 'fivetran-groups.json'],
  ['dbt-sources.json'],
].map((names) => names.map((name) => fixture(name)));

const secret = fc.oneof(
  fc.constant(MARKER),
  fc
    .jsonValue({ maxDepth: 2 })
    .map((value) => ({ [MARKER]: value, password: MARKER, nested: [{ token: MARKER }] })),
);

/** The same document with secrets under such keys in each of its objects, where `choose` says so. */
function planted(value: unknown, choose: () => [string, unknown] | null): unknown {
  if (Array.isArray(value)) return value.map((item) => planted(item, choose));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, planted(held, choose)]));
  const chosen = choose();
  return chosen === null ? copy : { ...copy, [chosen[0]]: chosen[1] };
}

describe('what may hold secrets', () => {
  test('never gets into the result, wherever it stands', () => {
    const plan = fc.array(fc.option(fc.tuple(fc.constantFrom(...SECRET_KEYS), secret)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.nat(EXPORTS.length - 1), plan, (which, choices) => {
        const files = EXPORTS[which] ?? [];
        let next = 0;
        const choose = () => choices[next++ % choices.length] ?? null;
        const read = readFiles(
          files.map((one) => ({ ...one, text: JSON.stringify(planted(JSON.parse(one.text), choose)) })),
        );
        expect(read.ok).toBe(true);
        expect(JSON.stringify(read)).not.toContain(MARKER);
      }),
      { numRuns: 150 },
    );
  });

  test('is not even touched: reading it would throw', () => {
    const guarded = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(guarded);
      if (typeof value !== 'object' || value === null) return value;
      const copy = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, guarded(held)]));
      for (const key of SECRET_KEYS)
        Object.defineProperty(copy, key, {
          enumerable: true,
          get() {
            throw new Error(`${key} was read`);
          },
        });
      return copy;
    };
    const pages = (names: string[]) =>
      names.flatMap((name) => pagesOf(name, guarded(JSON.parse(fixture(name).text))));
    const airbyte = pages([
      'airbyte-connections-1.json',
      'airbyte-connections-2.json',
      'airbyte-jobs.json',
      'airbyte-sources.json',
    ]);
    const fivetran = pages(['fivetran-connections.json', 'fivetran-groups.json']);
    const dbt = pages(['dbt-sources.json']);
    for (const { items } of [...airbyte, ...fivetran, ...dbt])
      for (const item of items) [airbytePartOf(item), fivetranPartOf(item), isDbtArtifact(item)];
    expect(readAirbyte(airbyte, SAVED).ok).toBe(true);
    expect(readFivetran(fivetran, SAVED).ok).toBe(true);
    expect(readDbt(dbt, SAVED).ok).toBe(true);
  });

  test('a secret that stands in a field that is read stops at the import', () => {
    const jobs = [{ jobId: 1, connectionId: 'a', jobType: 'sync', status: 'succeeded' }];
    const connections = [
      { connectionId: 'a', name: 'ghp_0123456789abcdefghijABCDEFGHIJ456789', status: 'active' },
    ];
    const read = readFiles([file('c.json', connections), file('j.json', jobs)]);
    expect(read.ok && importSnapshot(read.text).ok).toBe(false);
  });
});

describe('nothing makes a reader throw', () => {
  const modified = fc.oneof(fc.constant(SAVED), fc.date({ noInvalidDate: false }));

  test('no text', () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.json(),
      fc.string({ unit: fc.constantFrom(...'{}[]",:\\ a1') }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), text, modified }), { maxLength: 3 }), (files) => {
        readFiles(files);
      }),
      { numRuns: 500 },
    );
  });

  test('no change of a true export: what is read, an import takes or refuses in words', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        '',
        '0001-01-01T00:00:00Z',
        '9999-12-31T23:59:59+14:00',
        -1,
        2 ** 60,
        '\ud800',
        {},
        [],
      ),
    );
    const changes = fc.array(fc.option(odd, { freq: 6 }), { minLength: 5, maxLength: 200 });
    fc.assert(
      fc.property(fc.nat(EXPORTS.length - 1), changes, modified, (which, values, when) => {
        const files = EXPORTS[which] ?? [];
        let next = 0;
        const changed = (value: unknown): unknown => {
          const other = values[next++ % values.length];
          if (other !== null && other !== undefined && typeof value !== 'object') return other;
          if (Array.isArray(value)) return value.map(changed);
          if (typeof value !== 'object' || value === null) return value;
          return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, changed(held)]));
        };
        const read = readFiles(
          files.map((one) => ({
            ...one,
            modified: when,
            text: JSON.stringify(changed(JSON.parse(one.text))),
          })),
        );
        if (!read.ok || read.tool === 'snapshot') return;
        const result = importSnapshot(read.text);
        // Only a secret may stop what a reader made: its shape is always that of a snapshot.
        if (!result.ok)
          expect(result.problems.map(({ message }) => message).join()).toMatch(/token|key or a password/);
      }),
      { numRuns: 300 },
    );
  });

  test('no depth of nesting', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(readFiles([file('a.json', deep)]).ok).toBe(false);
    expect(readFiles([file('a.json', `{"data": ${deep}}`)]).ok).toBe(false);
    expect(readFiles([file('a.json', '['.repeat(1_000_000))]).ok).toBe(false);
    expect(readFiles([file('a.json', '"'.repeat(999_999))]).ok).toBe(false);
  });
});
