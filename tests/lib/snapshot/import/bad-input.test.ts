import { describe, expect, test } from 'vitest';
import {
  anAccount,
  aProfile,
  aQualityEntry,
  aRun,
  aSnapshot,
  aSource,
} from '../../../../fixtures/builders.ts';
import { importSnapshot } from '../../../../lib/snapshot/import.ts';
import { changed } from '../changed.ts';

const SECRET = 'holds what looks like a token, a key or a password';
const INSTANT = 'must be a date and time from 1970 on with its offset, as 2026-11-20T08:00:00Z';
const OTHER_PROFILE = 'names a Profile that is not in the list of profiles';
const HALF = 'holds half a character, which no text may';
const NOT_JSON = 'is not valid JSON';
const STRANGE_KEY = 'has a key that is not part of the format';
const TOO_LARGE = 'is larger than 8 MiB, the most an import takes';

const healthy = JSON.stringify(aSnapshot());
const million = 1_000_000;
/** Ten times as deep as recursion can go. */
const deep = 100_000;

/** Each input with a name, and the one problem it is refused for: its path and message. */
const refused: [name: string, text: string, path: string, message: string][] = [
  // Not JSON
  ['nothing', '', '', NOT_JSON],
  ['spaces', '  \n ', '', NOT_JSON],
  ['prose', 'The exports are in the other folder.', '', NOT_JSON],
  ['a web page', '<!doctype html><script>alert(1)</script>', '', NOT_JSON],
  ['a table', 'id,name\n1,TikTok', '', NOT_JSON],
  ['JSON cut off', healthy.slice(0, -1), '', NOT_JSON],
  ['JSON with something after it', `${healthy}]`, '', NOT_JSON],
  ['JSON with a comment', `// export\n${healthy}`, '', NOT_JSON],
  ['JSON with a trailing comma', healthy.replace(/\}$/, ',}'), '', NOT_JSON],
  ['NaN for a count', healthy.replace('"failed":0', '"failed":NaN'), '', NOT_JSON],
  ['single quotes', healthy.replaceAll('"', "'"), '', NOT_JSON],
  ['two byte order marks', `\ufeff\ufeff${healthy}`, '', NOT_JSON],
  ['a bare control character in a text', healthy.replace('TikTok', 'Tik\u0000Tok'), '', NOT_JSON],
  ['a broken escape', healthy.replace('TikTok', '\\uZZZZ'), '', NOT_JSON],
  ['a million opened lists', '['.repeat(million), '', NOT_JSON],

  // Too large
  ['50 MB', 'x'.repeat(50 * million), '', TOO_LARGE],
  ['one byte over 8 MiB', '0'.repeat(8 * 1024 * 1024 + 1), '', TOO_LARGE],
  ['few characters of many bytes', `"${'€'.repeat(2.8 * million)}"`, '', TOO_LARGE],

  // Wrong shape
  ['null', 'null', '', 'must be a group of fields, is empty (null)'],
  ['a list', '[]', '', 'must be a group of fields, is a list'],
  ['a text', '"snapshot"', '', 'must be a group of fields, is text'],
  ['a number', '1e999', '', 'must be a group of fields, is a number'],
  ['lists nested deep', '['.repeat(deep) + ']'.repeat(deep), '', 'must be a group of fields, is a list'],
  ['no date of its own', changed('generated_at', undefined), 'generated_at', 'is missing'],
  ['no sources', changed('sources', undefined), 'sources', 'is missing'],
  [
    'a run without its error',
    changed('sources[0].sync_history[1].error', undefined),
    'sources[0].sync_history[1].error',
    'is missing',
  ],
  [
    'sources as an object',
    changed('sources', { length: 1 }),
    'sources',
    'must be a list, is a group of fields',
  ],
  [
    'a source that is null',
    changed('sources[0]', null),
    'sources[0]',
    'must be a group of fields, is empty (null)',
  ],
  [
    'a source in a list',
    changed('sources[0]', [aSource()]),
    'sources[0]',
    'must be a group of fields, is a list',
  ],
  ['a name that is a number', changed('sources[0].name', 7), 'sources[0].name', 'must be text, is a number'],
  [
    'a name that is a list',
    changed('sources[0].name', ['TikTok']),
    'sources[0].name',
    'must be text, is a list',
  ],
  [
    'a name that is null',
    changed('sources[0].name', null),
    'sources[0].name',
    'must be text, is empty (null)',
  ],
  [
    'a word for a switch',
    changed('sources[0].enabled', 'false'),
    'sources[0].enabled',
    'must be true or false, is text',
  ],
  [
    'a number for a switch',
    changed('sources[0].accounts[0].selected', 1),
    'sources[0].accounts[0].selected',
    'must be true or false, is a number',
  ],
  [
    'lists nested in a name',
    healthy.replace('"TikTok Ads France"', '['.repeat(deep) + ']'.repeat(deep)),
    'sources[0].name',
    'must be text, is a list',
  ],

  // Versions and mock
  [
    'a version from the future',
    changed('schema_version', 2),
    'schema_version',
    'is of a newer format: update the extension to read this file',
  ],
  [
    'a version of old',
    changed('schema_version', 0),
    'schema_version',
    'must be 1, the version of the format',
  ],
  [
    'a version in quotes',
    changed('schema_version', '1'),
    'schema_version',
    'must be 1, the version of the format',
  ],
  ['mock as a text', changed('mock', 'true'), 'mock', 'must be true or false, is text'],

  // Numbers
  [
    'a count below 0',
    changed('sources[0].sync_history[0].failed', -1),
    'sources[0].sync_history[0].failed',
    'must be a whole number from 0 up',
  ],
  [
    'half a row',
    changed('sources[0].sync_history[0].fetched', 0.5),
    'sources[0].sync_history[0].fetched',
    'must be a whole number',
  ],
  [
    'a count with too many digits',
    changed('sources[0].sync_history[0].fetched', 2 ** 53),
    'sources[0].sync_history[0].fetched',
    'is too big a number',
  ],
  [
    'an endless count',
    healthy.replace('"failed":0', '"failed":1e999'),
    'sources[0].sync_history[0].failed',
    'must be a whole number',
  ],
  [
    'a count in quotes',
    changed('sources[0].sync_history[0].processed', '12'),
    'sources[0].sync_history[0].processed',
    'must be a whole number, is text',
  ],
  [
    'an interval of 0',
    changed('sources[0].schedule.every_minutes', 0),
    'sources[0].schedule.every_minutes',
    'must be a whole number from 1 up',
  ],
  [
    'a lateness below 0',
    changed('sources[0].schedule.latency_minutes', -5),
    'sources[0].schedule.latency_minutes',
    'must be a whole number from 0 up',
  ],

  // Dates
  ['30 February', changed('generated_at', '2026-02-30T08:00:00Z'), 'generated_at', INSTANT],
  ['29 February of a common year', changed('generated_at', '2026-02-29T08:00:00Z'), 'generated_at', INSTANT],
  [
    'a 13th month',
    changed('sources[0].rate_limited_until', '2026-13-01T00:00:00Z'),
    'sources[0].rate_limited_until',
    INSTANT,
  ],
  [
    '24 hours',
    changed('sources[0].token.expires_at', '2026-11-20T24:00:00Z'),
    'sources[0].token.expires_at',
    INSTANT,
  ],
  ['an instant without offset', changed('generated_at', '2026-11-20T08:00:00'), 'generated_at', INSTANT],
  [
    'a day without time',
    changed('sources[0].technical.api_version_sunset_at', '2026-11-20'),
    'sources[0].technical.api_version_sunset_at',
    INSTANT,
  ],
  [
    'a date in words',
    changed('sources[0].sync_history[0].finished_at', 'yesterday'),
    'sources[0].sync_history[0].finished_at',
    INSTANT,
  ],
  [
    'more than a time in the fractions of a second',
    changed('generated_at', `2026-11-20T08:00:00.${'1234567890'.repeat(4)}Z`),
    'generated_at',
    INSTANT,
  ],
  ['a year before 1970', changed('generated_at', '1969-12-31T23:59:59Z'), 'generated_at', INSTANT],
  ['seconds since 1970', changed('generated_at', 1_795_161_600), 'generated_at', 'must be text, is a number'],

  // More than the format allows
  [
    'a run too many',
    changed('sources[0].sync_history', Array(10_001).fill(aRun())),
    'sources[0].sync_history',
    'must have at most 10000 entries',
  ],
  [
    'an account too many',
    changed('sources[0].accounts', Array(2_001).fill(anAccount())),
    'sources[0].accounts',
    'must have at most 2000 entries',
  ],
  [
    'a stream too many',
    changed('sources[0].streams', Array(501).fill({ name: 'ads', last_successful_sync: null, error: null })),
    'sources[0].streams',
    'must have at most 500 entries',
  ],
  [
    'a data_quality entry too many',
    changed('sources[0].data_quality', Array(501).fill(aQualityEntry())),
    'sources[0].data_quality',
    'must have at most 500 entries',
  ],
  [
    'a source too many',
    changed('sources', Array(5_001).fill({})),
    'sources',
    'must have at most 5000 entries',
  ],
  [
    'a Profile too many',
    changed('profiles', Array(2_001).fill(aProfile())),
    'profiles',
    'must have at most 2000 entries',
  ],

  // Texts
  ['a name with half a character', changed('sources[0].name', 'TikTok \ud83d'), 'sources[0].name', HALF],
  ['an id with half a character', changed('sources[0].id', 'a\udc00'), 'sources[0].id', HALF],
  [
    'an error without code and message',
    changed('sources[0].sync_history[0].error', { code: null, message: null }),
    'sources[0].sync_history[0].error',
    'must have a code or a message',
  ],
  ['an empty id', changed('sources[0].id', ''), 'sources[0].id', 'must not be empty'],
  [
    'an id of 101 characters',
    changed('sources[0].id', 'x'.repeat(101)),
    'sources[0].id',
    'must be at most 100 characters long',
  ],
  ['an empty name', changed('profiles[0].name', ''), 'profiles[0].name', 'must not be empty'],
  ['a name of spaces', changed('sources[0].name', ' \t\u00a0'), 'sources[0].name', 'must not be blank'],
  [
    'an invisible name',
    changed('sources[0].name', '\u200b\u2060\u202e'),
    'sources[0].name',
    'must not be blank',
  ],
  [
    'a name of 201 emoji',
    changed('sources[0].name', '📈'.repeat(201)),
    'sources[0].name',
    'must be at most 200 characters long',
  ],
  [
    'a notice of a megabyte',
    changed('notice', 'so on '.repeat(million / 6)),
    'notice',
    'must be at most 2000 characters long',
  ],
  [
    'an unbounded message',
    changed('sources[0].data_quality', [
      { severity: 'INFO', code: 'x', message: 'm'.repeat(2001).replace(/.{20}/g, '$& ') },
    ]),
    'sources[0].data_quality[0].message',
    'must be at most 2000 characters long',
  ],

  // Keys
  [
    'a key of another format',
    changed('sources[0].color', 'red'),
    'sources[0]',
    'has “color”, a key that is not part of the format',
  ],
  ['a key in another case', changed('Notice', 'x'), '', 'has “Notice”, a key that is not part of the format'],
  ['a key that is markup', changed('sources[0].<b>x</b>', 1), 'sources[0]', STRANGE_KEY],
  ['an account number for a key', changed('1234567890', 1), '', STRANGE_KEY],
  ['an empty key', healthy.replace('{', '{"":1,'), '', STRANGE_KEY],
  [
    '__proto__',
    healthy.replace('{', '{"__proto__":{"mock":true},'),
    '',
    'has “__proto__”, a key that is not part of the format',
  ],
  [
    'constructor',
    changed('sources[0].constructor', { prototype: { ok: true } }),
    'sources[0]',
    'has “constructor”, a key that is not part of the format',
  ],
  [
    'objects nested deep under an unknown key',
    healthy.replace('{', `{"deep":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)},`),
    '',
    'has “deep”, a key that is not part of the format',
  ],

  // References
  [
    'the same source twice',
    changed('sources', [aSource(), aSource()]),
    'sources[1].id',
    'is the same as sources[0].id',
  ],
  [
    'the same Profile twice',
    changed('profiles', [aProfile(), aProfile({ name: 'Other' })]),
    'profiles[1].id',
    'is the same as profiles[0].id',
  ],
  [
    'the same authorization twice',
    changed('authorized_profile_ids', ['profile-france', 'profile-france']),
    'authorized_profile_ids[1]',
    'is the same as authorized_profile_ids[0]',
  ],
  [
    'a Profile that does not exist is authorized',
    changed('authorized_profile_ids', ['profile-france', 'gone']),
    'authorized_profile_ids[1]',
    OTHER_PROFILE,
  ],
  [
    'a source of nobody',
    changed('sources[0].profile_id', 'profile-spain'),
    'sources[0].profile_id',
    OTHER_PROFILE,
  ],
  [
    'an account of an unknown Profile',
    changed('sources[0].accounts', [anAccount(), anAccount({ profile_id: 'toString' })]),
    'sources[0].accounts[1].profile_id',
    OTHER_PROFILE,
  ],

  // Credentials
  [
    'a token in a name',
    changed('sources[0].name', 'Meta EAABsbCS1iHgBAJ4Kp2ZCwQ7uVb'),
    'sources[0].name',
    SECRET,
  ],
  [
    'a token in the notice',
    changed('notice', 'Authorization: Bearer 8f3k.Lp20-aQ9z_tT5w+Xy'),
    'notice',
    SECRET,
  ],
  [
    'a token for a reference',
    changed('sources[0].accounts[0].masked_ref', 'shpat_0123456789abcdef01234567'),
    'sources[0].accounts[0].masked_ref',
    SECRET,
  ],
  [
    'a token in an id',
    changed('authorized_profile_ids', ['profile-france', 'AKIAIOSFODNN7EXAMPLE']),
    'authorized_profile_ids[1]',
    SECRET,
  ],
  [
    'a token in a platform word',
    changed('sources[0].platform', 'ya29.a0AfH6SMBx7dKq2Lw9Zt-c'),
    'sources[0].platform',
    SECRET,
  ],
  [
    'a token behind zero-width characters',
    changed('sources[0].name', [...'shpat_0123456789abcdef01234567'].join('\u200b')),
    'sources[0].name',
    SECRET,
  ],
  [
    'a token in wide letters',
    changed('sources[0].name', 'ＡＫＩＡIOSFODNN7EXAMPLE'),
    'sources[0].name',
    SECRET,
  ],
  [
    'a private key',
    changed('sources[0].sync_history[0].error', {
      code: '1',
      message: '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz',
    }),
    'sources[0].sync_history[0].error.message',
    SECRET,
  ],
];

test('there are at least 60 bad inputs, each with a name of its own', () => {
  expect(new Set(refused.map(([name]) => name)).size).toBe(refused.length);
  expect(refused.length).toBeGreaterThanOrEqual(60);
});

test.each(refused)('%s is refused', (_name, text, path, message) => {
  expect(importSnapshot(text)).toEqual({ ok: false, problems: [{ path, message }] });
});

const hidden = `shpat_${'0123456789abcdef'.repeat(2)}`;
test.each([
  ['the value of a strange key', changed('sources[0].token.access_token', hidden), 'sources[0].token'],
  ['a strange key', changed(`sources[0].${hidden}`, 1), 'sources[0]'],
  ['deep below a strange key', changed('extra', { a: [{ b: [[hidden]] }] }), ''],
  ['a key below a strange key', changed('extra', { a: [{ [hidden]: 1 }] }), ''],
  ['a list where text belongs', changed('sources[0].name', ['TikTok', hidden]), 'sources[0].name'],
  ['a text that is too long', changed('sources[0].id', `${'x '.repeat(60)}${hidden}`), 'sources[0].id'],
  ['an object where a date belongs', changed('generated_at', { [hidden]: 1 }), 'generated_at'],
])('a credential in %s is reported beside other problems, and not quoted', (_where, text, path) => {
  const result = importSnapshot(text);

  expect(result).toMatchObject({ ok: false, problems: [{ path }, { path, message: SECRET }] });
  expect(JSON.stringify(result)).not.toContain('0123');
});

/** Harmless input: it is only data, which is kept unchanged and shown as text. */
const harmless: [
  name: string,
  text: string,
  at: (result: ReturnType<typeof imported>) => unknown,
  is: unknown,
][] = [
  ['a byte order mark', `\ufeff${healthy}`, (snapshot) => snapshot, aSnapshot()],
  ['white space around', `\r\n\t ${healthy} \n`, (snapshot) => snapshot, aSnapshot()],
  [
    'a name that is markup',
    changed('sources[0].name', '<img src=x onerror=alert(1)>'),
    name,
    '<img src=x onerror=alert(1)>',
  ],
  [
    'a name that closes a script',
    changed('sources[0].name', '</script><script>alert(1)</script>'),
    name,
    '</script><script>alert(1)</script>',
  ],
  [
    'a name that changes the direction',
    changed('sources[0].name', 'TikTok \u202eecnarF'),
    name,
    'TikTok \u202eecnarF',
  ],
  [
    'a name that is a formula',
    changed('sources[0].name', '=HYPERLINK("https://x.example")'),
    name,
    '=HYPERLINK("https://x.example")',
  ],
  ['a name that is a link', changed('sources[0].name', 'javascript:alert(1)'), name, 'javascript:alert(1)'],
  ['a name of many lines', changed('sources[0].name', 'a\u2028b\u0000c\nd'), name, 'a\u2028b\u0000c\nd'],
  ['a name of 200 emoji', changed('sources[0].name', '📈'.repeat(200)), name, '📈'.repeat(200)],
  [
    'an id that is a property of every object',
    changed('sources[0].id', '__proto__'),
    ({ sources }) => sources[0]?.id,
    '__proto__',
  ],
  [
    'a duplicate key, of which the last counts',
    healthy.replace('{', '{"notice":"first",'),
    ({ notice }) => notice,
    aSnapshot().notice,
  ],
  [
    'a duplicate mock that is first false, of which the last counts',
    healthy.replace('{', '{"mock":false,'),
    ({ mock }) => mock,
    true,
  ],
  [
    'a connection of a later version',
    changed('sources[0].connection', 'hibernating'),
    ({ sources }) => sources[0]?.connection,
    'hibernating',
  ],
  [
    'a platform named constructor',
    changed('sources[0].platform', 'constructor'),
    ({ sources }) => sources[0]?.platform,
    'constructor',
  ],
  [
    'the largest count',
    changed('sources[0].sync_history[0].fetched', 2 ** 53 - 1),
    ({ sources }) => sources[0]?.sync_history[0]?.fetched,
    2 ** 53 - 1,
  ],
  [
    '29 February of a leap year',
    changed('generated_at', '2028-02-29T23:59:59.999+14:00'),
    (snapshot) => snapshot.generated_at,
    '2028-02-29T23:59:59.999+14:00',
  ],
  ['no notice', changed('notice', undefined), (snapshot) => 'notice' in snapshot, false],
  ['no source', changed('sources', []), ({ sources }) => sources, []],
  [
    'nobody authorized',
    changed('authorized_profile_ids', []),
    ({ profiles, sources }) => [profiles, sources],
    [[], []],
  ],
  [
    'a run without any known value',
    changed(
      'sources[0].sync_history[0]',
      aRun({ fetched: null, processed: null, failed: null, started_at: null, finished_at: null }),
    ),
    ({ sources }) => sources[0]?.sync_history[0]?.fetched,
    null,
  ],
];

function imported(text: string) {
  const result = importSnapshot(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.snapshot;
}

function name({ sources }: ReturnType<typeof imported>) {
  return sources[0]?.name;
}

describe('strange but harmless input', () => {
  test.each(harmless)('%s is imported unchanged', (_name, text, at, is) => {
    expect(at(imported(text))).toEqual(is);
  });
});
