import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../lib/exports/read-exports.ts';
import { file, fixture, imported, problemOf, sourceNamed } from './exports.ts';

const whole = imported(fixture('dbt-sources.json', new Date('2026-11-24T00:00:00Z')));
const named = (name: string) => sourceNamed(whole, name);

const artifact = (results: object[], metadata: object = {}) => ({
  metadata: {
    dbt_schema_version: 'https://schemas.getdbt.com/dbt/sources/v3.json',
    generated_at: '2026-11-20T08:00:00.478402Z',
    ...metadata,
  },
  results,
  elapsed_time: 1,
});
const hours = (count: number) => ({ count, period: 'hour' });
const table = (name: string, changes: object = {}) => ({
  unique_id: `source.marketing.google_ads.${name}`,
  status: 'pass',
  max_loaded_at: '2026-11-20T07:00:00+00:00',
  criteria: { warn_after: hours(6), error_after: hours(24), filter: null },
  ...changes,
});
const sourceOf = (...tables: object[]) => {
  const [source] = imported(file('sources.json', artifact(tables))).sources;
  if (!source) throw new Error('no source');
  return source;
};

describe('a project’s freshness', () => {
  test('is as of when dbt made it, whenever the file was copied', () => {
    expect(whole).toMatchObject({ mock: false, generated_at: '2026-11-20T08:00:00Z' });
    expect(readFiles([fixture('dbt-sources.json')])).toMatchObject({ takenFrom: 'export', tool: 'dbt' });
    const undated = artifact([table('a')], { generated_at: undefined });
    expect(readFiles([file('sources.json', undated)])).toMatchObject({ takenFrom: 'file' });
  });

  test('has the project as its Profile, and a source for each database schema', () => {
    expect(whole.profiles.map(({ name }) => name)).toEqual(['marketing']);
    expect(whole.sources.map(({ name, platform }) => [name, platform])).toEqual([
      ['facebook_ads', 'meta_ads'],
      ['google_ads', 'google_ads'],
      ['shopify', 'shopify'],
      ['crm', 'dbt'],
      ['ga4', 'google_analytics'],
    ]);
  });

  test('has the tables as streams, with their last load', () => {
    expect(named('facebook_ads').streams).toEqual([
      { name: 'ad_insights', last_successful_sync: '2026-11-20T06:56:16Z', error: null },
      { name: 'campaigns', last_successful_sync: '2026-11-19T20:10:00Z', error: null },
    ]);
    expect(named('facebook_ads').technical.last_successful_sync).toBe('2026-11-20T06:56:16Z');
  });

  test('has dbt’s thresholds for late and stale', () => {
    expect(named('google_ads').schedule).toEqual({
      every_minutes: null,
      latency_minutes: 0,
      late_after_minutes: 720,
      stale_after_minutes: 1440,
    });
  });

  test('is read from dbt Fusion too, which writes its statuses with capitals', () => {
    expect(imported(fixture('dbt-sources-fusion.json')).sources.map(({ name }) => name)).toEqual([
      'tiktok_ads',
      'ledger',
    ]);
    expect(imported(fixture('dbt-sources-fusion.json')).sources[0]?.data_quality).toEqual([]);
  });
});

describe('a table', () => {
  test('that dbt could not check has its error, whatever its length', () => {
    const [contacts, deals] = named('crm').streams ?? [];
    expect(contacts?.error).toEqual({
      code: 'runtime error',
      message: expect.stringContaining('Unrecognized name: created_at'),
    });
    expect(deals?.error?.message).toBe('dbt could not check this table.');
    const long = table('a', { status: 'runtime error', error: 'x'.repeat(5000), max_loaded_at: undefined });
    expect(sourceOf(long).streams?.[0]?.error?.message).toHaveLength(2000);
  });

  test('without a row was never loaded, and keeps dbt’s own verdict', () => {
    expect(named('shopify').streams?.[2]).toMatchObject({ name: 'returns', last_successful_sync: null });
    expect(named('shopify').data_quality).toContainEqual({
      severity: 'ERROR',
      code: 'source_freshness',
      message: 'Table “returns”: dbt finds no row that says when it was loaded.',
    });
  });

  test('whose thresholds differ from the others’ keeps dbt’s verdict, and makes no other late too early', () => {
    const source = sourceOf(
      table('hourly', { status: 'warn', criteria: { warn_after: hours(1), error_after: hours(24) } }),
      table('daily', { criteria: { warn_after: hours(26), error_after: hours(48) } }),
    );
    expect(source.schedule).toMatchObject({ late_after_minutes: 26 * 60, stale_after_minutes: 48 * 60 });
    expect(source.data_quality).toMatchObject([
      { severity: 'WARNING', message: expect.stringContaining('hourly') },
    ]);
  });

  test('without a threshold leaves the source without one', () => {
    const source = sourceOf(
      table('a'),
      table('b', { criteria: { warn_after: { count: null, period: null } } }),
    );
    expect(source.schedule).toMatchObject({ late_after_minutes: null, stale_after_minutes: null });
  });

  test('that is late by the source’s own schedule is not reported twice', () => {
    expect(named('google_ads').data_quality).toEqual([]);
    expect(named('facebook_ads').data_quality).toMatchObject([{ severity: 'WARNING' }]);
  });

  test('with an unknown status makes the verdict unknown', () => {
    expect(named('ga4').data_quality).toMatchObject([{ severity: 'skipped' }]);
  });

  test('with dots in its name, or a name of an unknown form, is still one', () => {
    expect(sourceOf(table('a.b')).streams?.[0]?.name).toBe('a.b');
    expect(sourceOf({ ...table('a'), unique_id: 'sample_source' })).toMatchObject({ name: 'sample_source' });
  });
});

test('if nothing could be checked, it is not known whether data ever arrived', () => {
  expect(named('crm').sync_history.map(({ status }) => status)).toEqual(['not_reported']);
  expect(sourceOf(table('a', { max_loaded_at: '0001-01-01T00:00:00+00:00' })).sync_history).toEqual([]);
});

describe('several files', () => {
  test('of one run of the same project: the later one counts', () => {
    const earlier = artifact([table('a', { max_loaded_at: '2026-11-20T05:00:00Z' })], {
      generated_at: '2026-11-20T07:30:00Z',
    });
    const later = artifact([table('a')]);
    for (const files of [
      [earlier, later],
      [later, earlier],
    ]) {
      const snapshot = imported(...files.map((content, index) => file(`${index}.json`, content)));
      expect(snapshot.sources[0]?.technical.last_successful_sync).toBe('2026-11-20T07:00:00Z');
    }
  });

  test('made at different times are refused: a verdict needs one instant', () => {
    const old = artifact([table('a')], { generated_at: '2026-11-18T08:00:00Z' });
    expect(problemOf(file('a.json', old), file('b.json', artifact([table('b')])))).toContain(
      'more than an hour apart',
    );
  });
});

describe('refused', () => {
  test.each(['sources/v2', 'sources/v1', 'sources/v4', 'freshness/v0', 'manifest/v12', 'run-results/v6'])(
    '%s',
    (version) => {
      const other = artifact([table('a')], {
        dbt_schema_version: `https://schemas.getdbt.com/dbt/${version}.json`,
      });
      expect(problemOf(file('x.json', other))).toContain(
        'x.json: is another of dbt’s files, or of another version: choose target/sources.json',
      );
    },
  );

  test('a result without an id', () => {
    expect(problemOf(file('x.json', artifact([table('a'), { status: 'pass' }])))).toContain(
      'a result without a unique_id',
    );
  });

  test('a project without freshness checks', () => {
    expect(problemOf(file('sources.json', artifact([])))).toContain(
      'hold no source: none in the project has a freshness',
    );
  });
});
