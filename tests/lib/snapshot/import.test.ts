import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAccount, aProfile, aQualityEntry, aRun, aSnapshot, aSource } from '../../../fixtures/builders.ts';
import { snapshotSchema } from '../../../lib/schema/snapshot.ts';
import { importSnapshot, MOST_BYTES } from '../../../lib/snapshot/import.ts';
import { changed, places } from './changed.ts';

const healthy = JSON.stringify(aSnapshot());

function imported(text: string) {
  const result = importSnapshot(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function problemsOf(text: string) {
  const result = importSnapshot(text);
  return result.ok ? [] : result.problems;
}

test('a snapshot that is in scope and masked is imported unchanged', () => {
  expect(imported(healthy)).toEqual({ ok: true, snapshot: aSnapshot(), masked: 0, leftOut: 0, reordered: 0 });
});

test('the first fixture is imported unchanged', () => {
  const text = readFileSync('fixtures/tiktok-ads-france.json', 'utf8');

  expect(imported(text)).toEqual({
    ok: true,
    snapshot: JSON.parse(text),
    masked: 0,
    leftOut: 0,
    reordered: 0,
  });
});

describe('size', () => {
  test('a text of exactly 8 MiB is read', () => {
    expect(imported(healthy + ' '.repeat(MOST_BYTES - new TextEncoder().encode(healthy).length)).ok).toBe(
      true,
    );
  });

  test('one byte more is refused before it is parsed', () => {
    const text = `${' '.repeat(MOST_BYTES - 2)}€`;

    expect(problemsOf(text)).toEqual([
      { path: '', message: 'is larger than 8 MiB, the most an import takes' },
    ]);
  });

  test('bytes count, not characters', () => {
    const twoBytesEach = 'é'.repeat(MOST_BYTES / 2);

    expect(problemsOf(twoBytesEach)).toEqual([{ path: '', message: 'is not valid JSON' }]);
    expect(problemsOf(`${twoBytesEach}é`)[0]?.message).toMatch(/larger/);
  });
});

describe('problems', () => {
  test('those of the shape and credentials are reported together, in the order of the format', () => {
    const snapshot = aSnapshot({ sources: [aSource({ name: `Bearer ${'token12345'.repeat(2)}` })] });
    const text = JSON.stringify({ ...snapshot, mock: 'no', extra: 1 });

    expect(problemsOf(text).map(({ path }) => path)).toEqual(['mock', 'sources[0].name', '']);
  });

  test('only the first 20 are reported', () => {
    const zeros = Array.from({ length: 10_000 }, () => 0);
    const problems = problemsOf(changed('sources[0].sync_history', zeros));

    expect(problems).toHaveLength(20);
    expect(problems.at(-1)).toEqual({
      path: 'sources[0].sync_history[19]',
      message: 'must be a group of fields, is a number',
    });
  });

  test('also of broken references', () => {
    expect(problemsOf(changed('authorized_profile_ids', Array(2_000).fill('a')))).toHaveLength(20);
  });

  test('those of many sources are reported in order, before unknown keys', () => {
    const sources = Array.from({ length: 60 }, (_, at) =>
      aSource({ id: `${at}`, name: at % 25 ? 'Fine' : '' }),
    );
    const text = JSON.stringify({ extra: 1, ...aSnapshot({ sources }), mock: 'no' });

    expect(problemsOf(text).map(({ path }) => path)).toEqual([
      'mock',
      'sources[0].name',
      'sources[25].name',
      'sources[50].name',
      '',
    ]);
  });

  test('one problem with many keys is reported once', () => {
    const keys = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key ${index}`, 0]));

    expect(problemsOf(JSON.stringify({ ...aSnapshot(), ...keys }))).toHaveLength(1);
  });

  test('references are checked only once the shape is right', () => {
    const text = JSON.stringify(aSnapshot({ profiles: [], sources: [aSource({ name: '' })] }));

    expect(problemsOf(text)).toEqual([{ path: 'sources[0].name', message: 'must not be empty' }]);
  });

  test('a problem outside the authorized Profiles also refuses the whole import', () => {
    const foreign = aSource({ id: 'x', profile_id: 'profile-spain', enabled: true, name: ' ' });

    expect(problemsOf(JSON.stringify(aSnapshot({ sources: [foreign] })))).toHaveLength(1);
  });
});

describe('scope', () => {
  const spain = aProfile({ id: 'profile-spain', name: 'Profile Spain' });

  test('Profiles, sources and accounts outside the authorized Profiles are left out, and counted', () => {
    const shared = aSource({
      accounts: [
        anAccount(),
        anAccount({ name: 'Madrid', profile_id: spain.id }),
        anAccount({ name: 'Lyon' }),
      ],
    });
    const spanish = aSource({ id: 'spanish', profile_id: spain.id, accounts: [anAccount(), anAccount()] });
    const text = JSON.stringify(aSnapshot({ profiles: [aProfile(), spain], sources: [spanish, shared] }));
    const { snapshot, leftOut } = imported(text);

    expect(snapshot).toEqual(
      aSnapshot({ sources: [aSource({ accounts: [anAccount(), anAccount({ name: 'Lyon' })] })] }),
    );
    expect(leftOut).toBe(2);
  });

  test('what is left out does not count as masked', () => {
    const spanish = aSource({ id: 'spanish', profile_id: spain.id, name: 'Account 1234567890' });
    const text = JSON.stringify(aSnapshot({ profiles: [aProfile(), spain], sources: [spanish] }));

    expect(imported(text)).toMatchObject({ masked: 0, leftOut: 1 });
  });
});

test('references, and long numbers in names and messages, are masked and counted', () => {
  const open = aSnapshot({
    notice: 'Ask 0123456789.',
    profiles: [aProfile({ name: 'Team 1234567890' })],
    sources: [
      aSource({
        name: 'TikTok 7000000000001',
        sync_history: [aRun({ error: { code: '40105', message: 'Advertiser 7123456789012 left.' } }), aRun()],
        data_quality: [aQualityEntry({ message: 'Row 12345678901 is late.' })],
        accounts: [anAccount({ name: 'FR 1234567890', masked_ref: 'act_1234567890' }), anAccount()],
      }),
    ],
  });
  const { snapshot, masked } = imported(JSON.stringify(open));

  expect(snapshot).toEqual({
    ...open,
    notice: 'Ask •••6789.',
    profiles: [aProfile({ name: 'Team •••7890' })],
    sources: [
      aSource({
        name: 'TikTok •••0001',
        sync_history: [aRun({ error: { code: '40105', message: 'Advertiser •••9012 left.' } }), aRun()],
        data_quality: [aQualityEntry({ message: 'Row •••8901 is late.' })],
        accounts: [anAccount({ name: 'FR •••7890', masked_ref: '•••7890' }), anAccount()],
      }),
    ],
  });
  expect(masked).toBe(7);
});

describe('any text in a snapshot', () => {
  const strange = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '\u202e\u2066abc',
    '\ud800',
    '\ufeff',
    '\u0000',
    '__proto__',
    '../../etc/passwd',
  ];
  const texts = places(aSnapshot()).filter(([, held]) => typeof held === 'string');

  test.each(texts)('%s is refused without being quoted, or kept unchanged', (path) => {
    for (const text of strange) {
      const result = importSnapshot(changed(path, text));
      if (!result.ok) expect(JSON.stringify(result)).not.toContain(JSON.stringify(text).slice(1, -1));
      else if (result.leftOut === 0 && !path.endsWith('masked_ref'))
        expect(JSON.stringify(result.snapshot)).toContain(JSON.stringify(text));
    }
  });
});

describe('properties', () => {
  /** A snapshot with any value at any place, whether it belongs there or not. */
  const damaged = fc
    .tuple(
      fc.constantFrom(...places(aSnapshot()).map(([path]) => path)),
      fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.string()),
    )
    .map(([path, value]) => changed(path, value));

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 3 }), damaged), (text) => {
        const result = importSnapshot(text);
        expect(result.ok || (result.problems.length > 0 && result.problems.length <= 20)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('what the schema refuses is refused, and what is imported matches the schema', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const result = importSnapshot(text);
        if (!snapshotSchema.safeParse(JSON.parse(text)).success) expect(result.ok).toBe(false);
        if (result.ok) expect(snapshotSchema.safeParse(result.snapshot).success).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('shape problems are reported only if the schema refuses the value', () => {
    const reasonsBeyondTheSchema = /holds what looks like|is the same as|names a Profile/;
    fc.assert(
      fc.property(damaged, (text) => {
        const beyond = problemsOf(text).every(({ message }) => reasonsBeyondTheSchema.test(message));
        expect(beyond).toBe(snapshotSchema.safeParse(JSON.parse(text)).success);
      }),
      { numRuns: 400 },
    );
  });

  test('importing an imported snapshot again changes nothing', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const result = importSnapshot(text);
        if (!result.ok) return;
        const again = imported(JSON.stringify(result.snapshot));
        expect(again).toEqual({ ok: true, snapshot: result.snapshot, masked: 0, leftOut: 0, reordered: 0 });
      }),
      { numRuns: 400 },
    );
  });
});
