/** The import reads by its own walk: it takes, refuses and returns exactly what zod does, but for credentials. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAccount, aQualityEntry, aRun, aSource } from '../../../../fixtures/builders.ts';
import { runSchema, sourceSchema } from '../../../../lib/schema/snapshot.ts';
import { isPlainRun } from '../../../../lib/snapshot/import/plain-run.ts';
import { readerFor } from '../../../../lib/snapshot/import/read.ts';
import { looksLikeSecret } from '../../../../lib/snapshot/import/secrets.ts';
import { mutated, ODD } from '../../mutated.ts';

const readSource = readerFor(sourceSchema);

const failed = aRun({ status: 'failed', kind: 'history', error: { code: '190', message: 'Refused.' } });
/** Most keys of the format, some out of order, and offsets without a colon. */
const source = aSource({
  disabled_reason: 'Paused.',
  streams: [{ name: 'ads', last_successful_sync: '2026-11-20T08:00:00+0100', error: failed.error }],
  sync_history: [aRun(), aRun({ kind: 'regular', finished_at: '2026-11-20T07:00:00+0000' }), failed],
  data_quality: [aQualityEntry()],
  accounts: [anAccount({ status: 'ok', time_zone: 'Europe/Paris', currency: 'EUR' })],
});

/** With the order of its keys. */
const spelled = (value: unknown) => JSON.stringify(value);
const fromJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');
const byZod = (value: unknown) => sourceSchema.safeParse(value).data;

describe('a source', () => {
  test('is read as zod reads it, to the order of its keys', () => {
    expect(spelled(readSource(source))).toBe(spelled(byZod(source)));
    fc.assert(
      fc.property(mutated(source).map(fromJson), (value) => {
        expect(spelled(readSource(value))).toBe(spelled(byZod(value)));
      }),
      { numRuns: 1000 },
    );
  });

  test('is not copied where nothing in it changes', () => {
    const read = readSource(source);

    expect(readSource(read)).toBe(read);
  });

  test('is refused for a credential in any of its texts', () => {
    const secret = `EAA${'x'.repeat(40)}`;
    const paths: string[] = [];
    JSON.parse(JSON.stringify(source), (key, value: unknown) => {
      if (typeof value === 'string') paths.push(`${key}: ${value}`);
      return value;
    });
    for (const at of paths.keys()) {
      let text = 0;
      const changed: unknown = JSON.parse(JSON.stringify(source), (_key, value: unknown) =>
        typeof value === 'string' && text++ === at ? secret : value,
      );
      expect(readSource(changed), paths[at]).toBeUndefined();
    }
    expect(paths.length).toBeGreaterThan(30);
  });
});

describe('a plain run', () => {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('completed', 'partial') },
    { weight: 2, arbitrary: fc.constantFrom(`EAA${'x'.repeat(20)}`, 'sig=12345', 'a:b', 'é', ...ODD) },
    { weight: 1, arbitrary: fc.constant(`ghp_${'x'.repeat(20)}`) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  );
  const anyRun = fc
    .record({ status: word, kind: word, of: mutated(aRun()), api_version: word })
    .map(({ of, api_version, ...words }) => ({ ...words, ...Object(of), ...words, api_version }));

  test('is one that zod returns as it is, and that holds no credential', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(mutated(aRun()), mutated(failed), anyRun), (value) => {
        if (!isPlainRun(value)) return;
        plain += 1;
        expect(spelled(runSchema.safeParse(value).data)).toBe(spelled(value));
        expect(
          Object.values(Object(value)).filter((one) => typeof one === 'string' && looksLikeSecret(one)),
        ).toEqual([]);
      }),
      { numRuns: 5000 },
    );
    expect(plain).toBeGreaterThan(300);
  });

  test('is not one that failed: its message may hold anything', () => {
    expect(isPlainRun(aRun())).toBe(true);
    expect(isPlainRun(failed)).toBe(false);
  });
});
