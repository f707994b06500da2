import { describe, expect, test } from 'vitest';
import { manySources } from '../../fixtures/many-sources.ts';
import { SCENARIOS } from '../../fixtures/scenarios.ts';
import { run } from '../../scripts/assess/run.ts';
import { fixture, SAVED } from '../lib/exports/exports.ts';

/** The command, on files of fixtures/exports and on `given` ones. */
function assess(line: string[], given: Record<string, string> = {}) {
  return run(line, {
    async read(name) {
      const text = given[name];
      return text === undefined ? fixture(name) : { text, modified: SAVED };
    },
    paint: (bucket, label) => (given.paint ? `<${bucket}>${label}` : label),
  });
}

const RUNS = {
  airbyte: ['connections-1', 'connections-2', 'jobs', 'sources', 'workspaces'].map(
    (part) => `airbyte-${part}.json`,
  ),
  'airbyte-connections-only': ['airbyte-connections-1.json', 'airbyte-connections-2.json'],
  fivetran: ['fivetran-connections.json', 'fivetran-groups.json'],
  'fivetran-one-connection': ['fivetran-one-connection.json'],
  dbt: ['dbt-sources.json'],
  'dbt-fusion': ['dbt-sources-fusion.json'],
};

// Each file is read by a person before it is committed.
describe.each(Object.entries(RUNS))('%s', (name, files) => {
  test.each([
    ['text', 'txt'],
    ['markdown', 'md'],
    ['json', 'json'],
  ])('as %s', async (format, ending) => {
    const { out, errors, exitCode } = await assess([...files, '--format', format]);
    expect({ errors, exitCode }).toEqual({ errors: '', exitCode: 0 });
    await expect(out).toMatchFileSnapshot(`assessed/${name}.${ending}`);
  });
});

test('a snapshot is taken too', async () => {
  const snapshot = await SCENARIOS.find(({ id }) => id === 'a-teams-morning')?.load();
  const { out } = await assess(['team.json'], { 'team.json': JSON.stringify(snapshot) });
  await expect(out).toMatchFileSnapshot('assessed/a-teams-morning.txt');
});

describe('the text', () => {
  const MANY = JSON.stringify(manySources(300, 5));

  test('fits 80 columns, lists the worst first, and ends with the summary', async () => {
    const { out } = await assess(['many.json'], { 'many.json': MANY });
    const lines = out.trimEnd().split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(80);
    const labels = lines
      .map((line) => /^(Error|Unknown|Warning|Pending|Healthy|Off) /.exec(line)?.[1])
      .filter(Boolean);
    expect(labels).toHaveLength(300);
    expect([...new Set(labels)]).toEqual(['Error', 'Unknown', 'Warning', 'Pending', 'Healthy', 'Off']);
    expect(out).toMatch(/\n\n\d+ of 300 sources need action: [\w\s,]+ off\.\n$/);
  });

  test('colours only the health', async () => {
    const { out } = await assess(['dbt-sources.json'], { paint: 'yes' });
    expect(out).toContain('<error>Error ');
    expect(out).toContain('<warning>Warning ');
  });

  test('lets no name move the cursor, change colours or reverse the text', async () => {
    const [source] = manySources(1, 1).sources;
    const name = 'Ev\u001b[31mil\u0007\u202e name \u001b]0;title\u0007';
    const text = JSON.stringify({ ...manySources(1, 1), sources: [{ ...source, name }] });
    const { out } = await assess(['s.json'], { 's.json': text });
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('JSON', () => {
  test('lists the sources in the list’s order, with all findings and unreported facts', async () => {
    const { out } = await assess([...RUNS.airbyte, '--format', 'json']);
    const document = JSON.parse(out);
    expect(Object.keys(document)).toEqual(['as_of', 'summary', 'sources']);
    expect(document.as_of).toBe('2026-11-20T08:00:00Z');
    expect(Object.keys(document.summary)).toEqual(['total', 'needs_action', 'off', 'by_health']);
    for (const source of document.sources)
      expect(Object.keys(source)).toEqual(
        ['id', 'name', 'platform', 'health', 'headline', 'numbers', 'lifecycle', 'last_success'].concat([
          'findings',
          'not_reported',
        ]),
      );
    expect(document.sources[0].not_reported).toContain('accounts');
    expect(Object.keys(document.sources[0].findings[0])).toEqual([
      'code',
      'severity',
      'effect',
      'message',
      'remedy',
    ]);
  });
});

describe('--as-of', () => {
  test('is the instant of the verdict, for exports and snapshots', async () => {
    const instant = '2026-11-22T09:00:00+01:00';
    for (const files of [RUNS.airbyte, RUNS.dbt]) {
      const { out } = await assess([...files, '--format', 'json', '--as-of', instant]);
      expect(JSON.parse(out).as_of).toBe('2026-11-22T08:00:00Z');
    }
  });
});

describe('exit codes', () => {
  const codeOf = async (...line: string[]) => (await assess(line)).exitCode;

  test('0 without a threshold, or below it', async () => {
    expect(await codeOf(...RUNS.dbt)).toBe(0);
    expect(await codeOf('dbt-sources-fusion.json', '--fail-on', 'unknown')).toBe(0);
  });

  test('1 at the threshold and above it', async () => {
    expect(await codeOf('dbt-sources-fusion.json', '--fail-on', 'warning')).toBe(1);
    expect(await codeOf('dbt-sources-fusion.json', '--fail-on', 'pending')).toBe(1);
    expect(await codeOf('dbt-sources.json', '--fail-on', 'error')).toBe(1);
  });

  test('a source that is off never reaches it', async () => {
    const connections = { data: [{ connectionId: 'a', name: 'A', status: 'inactive' }] };
    const { exitCode } = await assess(['c.json', '--fail-on', 'pending'], {
      'c.json': JSON.stringify(connections),
    });
    expect(exitCode).toBe(0);
  });

  test.each([
    [['missing.json'], 'missing.json: cannot be read.'],
    [['dbt-sources.json', 'fivetran-groups.json'], 'come from different tools'],
    [[], 'Name at least one file.'],
    [['dbt-sources.json', '--format', 'xml'], '--format takes text, json, markdown.'],
    [['dbt-sources.json', '--fail-on', 'healthy'], '--fail-on takes error, unknown, warning, pending.'],
    [['dbt-sources.json', '--as-of', 'yesterday'], '--as-of takes a date and time with its offset'],
    [['dbt-sources.json', '--as-of', '2026-11-20T08:00:00'], '--as-of takes a date and time with its offset'],
    [['dbt-sources.json', '--frmat', 'json'], '--frmat'],
    [['dbt-sources.json', '--format'], '--format'],
  ])('2 for %j', async (line, says) => {
    const { out, errors, exitCode } = await assess(line);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(errors).toContain(says);
  });

  test('2 with every problem of a refused snapshot', async () => {
    const { errors, exitCode } = await assess(['s.json'], {
      's.json': '{"schema_version": 1, "sources": []}',
    });
    expect(exitCode).toBe(2);
    expect(errors.split('\n')).toEqual(
      expect.arrayContaining(['generated_at: is missing.', 'profiles: is missing.']),
    );
  });

  test('help is not an error', async () => {
    expect(await assess(['--help'])).toMatchObject({
      exitCode: 0,
      errors: '',
      out: expect.stringContaining('Usage:'),
    });
  });
});
