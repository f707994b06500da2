import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../lib/exports/read-exports.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';
import { file, fixture, imported, problemOf, SAVED } from './exports.ts';

const connections = fixture('fivetran-connections.json');
const sources = fixture('dbt-sources.json');

describe('which tool a file comes from', () => {
  test.each([
    ['airbyte', ['airbyte-connections-1.json', 'airbyte-connections-2.json'], 'file'],
    ['fivetran', ['fivetran-one-connection.json'], 'file'],
    ['dbt', ['dbt-sources.json'], 'export'],
  ])('%s, recognised by its shape alone', (tool, names, takenFrom) => {
    const files = names.map((name, index) => ({ ...fixture(name), name: `${index}.txt` }));
    expect(readFiles(files)).toMatchObject({ ok: true, tool, takenFrom });
  });

  test('a snapshot comes from none: its text is returned unchanged', () => {
    const text = '{ "schema_version": 1, "generated_at": "2026-11-20T08:00:00Z", "sources": [] }';
    expect(readFiles([file('s.json', text)])).toEqual({
      ok: true,
      text,
      tool: 'snapshot',
      takenFrom: 'export',
    });
  });

  test('a byte order mark does not matter', () => {
    expect(imported({ ...sources, text: `\ufeff${sources.text}` })).toEqual(imported(sources));
  });
});

describe('files that are refused', () => {
  test.each([
    ['no file', [], ': is missing: choose at least one file'],
    ['an empty file', [file('a.json', ' \n')], 'a.json: is empty'],
    [
      'a sign-in page',
      [file('a.json', '<!doctype html><title>Sign in</title>')],
      'a.json: is a web page, not JSON',
    ],
    ['half a file', [file('a.json', sources.text.slice(0, 2000))], 'a.json: ends in the middle of its JSON'],
    [
      'a file cut off in a text',
      [file('a.json', '{"data": [{"name": "Goo')],
      'a.json: ends in the middle of its JSON',
    ],
    ['what is no JSON', [file('a.json', 'name,service\nx,y')], 'a.json: is not valid JSON'],
    [
      'what is of no tool',
      [file('a.json', { hello: 'world' })],
      'a.json: is none of the files that can be read here: Airbyte’s',
    ],
    [
      'a list of anything',
      [file('a.json', [1, 'two', null])],
      'a.json: is none of the files that can be read here',
    ],
    ['a mixed list', [file('a.json', [{ jobId: 1 }, { hello: 1 }])], 'a.json: is none of the files'],
    [
      'a connection without an id',
      [file('a.json', [{ connectionId: '', sourceId: 's', destinationId: 'd' }])],
      'is none of the files',
    ],
    ['an empty page', [file('a.json', { data: [] })], 'a.json: hold nothing to read'],
    [
      'Airbyte’s refusal',
      [file('a.json', { status: 403, type: 'x', title: 'forbidden' })],
      'a.json: holds an API’s error',
    ],
    [
      'Fivetran’s refusal',
      [file('a.json', { code: 'Unauthorized', message: 'no' })],
      'a.json: holds an API’s error',
    ],
    [
      'two tools',
      [connections, sources],
      'fivetran-connections.json, dbt-sources.json: come from different tools',
    ],
    [
      'a snapshot beside an export',
      [sources, file('s.json', { schema_version: 1 })],
      'come from different tools',
    ],
    [
      'two snapshots',
      [file('s.json', { schema_version: 1 }), file('t.json', { schema_version: 1 })],
      'are several snapshots',
    ],
    [
      'a file without a date',
      [{ ...connections, modified: new Date(Number.NaN) }],
      'has no date: save the export again',
    ],
    ['a file dated 1970', [{ ...connections, modified: new Date(0) }], 'has no date: save the export again'],
  ])('%s', (_, files, problem) => {
    expect(problemOf(...files)).toContain(problem);
  });

  test('each file has its own problem', () => {
    expect(problemOf(file('a.json', ''), file('b.json', '<html>'), sources)).toMatch(
      /^a\.json: is empty\nb\.json: is a web page/,
    );
  });

  test('no problem quotes the text', () => {
    const marker = 'mArKeR123';
    for (const text of [
      `{"${marker}": 1}`,
      `<${marker}>`,
      `${marker}`,
      `{"a": "${marker}`,
      `{"code":"${marker}","message":"${marker}"}`,
    ])
      expect(problemOf(file('a.json', text))).not.toContain(marker);
  });
});

test('several pages in one file are read as if each had its own file', () => {
  const [first, second] = [1, 2].map((number) => fixture(`airbyte-connections-${number}.json`));
  if (!first || !second) throw new Error('no fixture');
  const together = file('both.json', `${first.text}${second.text}`);
  expect(imported(together).sources).toEqual(imported(first, second).sources);
});

test('files with byte order marks that were joined are read as one', () => {
  const [first, second] = [1, 2].map((number) => fixture(`airbyte-connections-${number}.json`));
  if (!first || !second) throw new Error('no fixture');
  const joined = file('both.json', `\ufeff${first.text}\ufeff${second.text}`);
  expect(imported(joined).sources).toEqual(imported(first, second).sources);
});

test('a file of many small documents is refused once, in no time', { timeout: 3000 }, () => {
  expect(problemOf(file('a.json', '{}'.repeat(100_000)))).toMatch(/^a\.json: is none of the files[^\n]*$/);
});

test('a thousand connections with thirty jobs each fit an import', () => {
  const id = (index: number) => `9c55843b-d33b-4e1c-964a-${String(index).padStart(12, '0')}`;
  const connection = (index: number) => ({
    connectionId: id(index),
    name: `Google Ads ${index}`,
    sourceId: id(index),
    status: 'active',
  });
  const job = (index: number) => ({
    jobId: index,
    connectionId: id(index % 1000),
    jobType: 'sync',
    status: 'succeeded',
    startTime: new Date(SAVED.getTime() - index * 60_000).toISOString(),
    lastUpdatedAt: new Date(SAVED.getTime() - index * 60_000).toISOString(),
    rowsSynced: 12_345_678,
  });
  const read = readFiles([
    file(
      'c.json',
      Array.from({ length: 1000 }, (_, index) => connection(index)),
    ),
    file(
      'j.json',
      Array.from({ length: 30_000 }, (_, index) => job(index)),
    ),
  ]);
  const result = importSnapshot(read.ok ? read.text : '');
  expect(result.ok && result.snapshot.sources.every(({ sync_history }) => sync_history.length === 30)).toBe(
    true,
  );
});
