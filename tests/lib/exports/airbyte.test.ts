import { describe, expect, test } from 'vitest';
import { assessSource } from '../../../lib/status/assess.ts';
import { file, fixture, imported, problemOf, SAVED, sourceNamed } from './exports.ts';

const ALL = ['connections-1', 'connections-2', 'jobs', 'sources', 'workspaces'].map((name) =>
  fixture(`airbyte-${name}.json`),
);
const whole = imported(...ALL);
const named = (name: string) => sourceNamed(whole, `${name} → BigQuery`);

const connection = (changes: object = {}) => ({
  connectionId: '9c55843b-d33b-4e1c-964a-ced336eb194a',
  name: 'Google Ads',
  sourceId: '326a71df-aece-41e4-8b8b-b26ff46305cf',
  destinationId: 'f7d3caea-37e5-4641-8cb2-68f97283ff6f',
  workspaceId: '5a8212cd-cc3f-4c35-a435-b35db7e00128',
  status: 'active',
  schedule: { scheduleType: 'basic', basicTiming: 'Every 24 HOURS' },
  ...changes,
});
let jobIds = 1000;
const job = (changes: object = {}) => ({
  jobId: jobIds++,
  connectionId: connection().connectionId,
  jobType: 'sync',
  status: 'succeeded',
  startTime: '2026-11-20T07:00:00Z',
  lastUpdatedAt: '2026-11-20T07:10:00Z',
  rowsSynced: 5,
  ...changes,
});
const sourceOf = (changes: object, ...jobs: object[]) => {
  const files = [file('connections.json', { data: [connection(changes)] })];
  const [source] = imported(
    ...files,
    ...(jobs.length > 0 ? [file('jobs.json', { data: jobs })] : []),
  ).sources;
  if (!source) throw new Error('no source');
  return source;
};
const codesOf = (source: ReturnType<typeof sourceOf>) =>
  assessSource(source, SAVED).findings.map(({ code }) => code);

describe('a team’s export', () => {
  test('is imported data, as of the file’s time, and says what is not reported', () => {
    expect(whole).toMatchObject({ mock: false, generated_at: '2026-11-20T08:00:00Z' });
    expect(whole.notice).toMatch(
      /^Made from Airbyte’s connections, jobs and sources, as of 2026-11-20 08:00 UTC; not reported: mapping, accounts, sign-in/,
    );
  });

  test('has the workspaces as Profiles, all authorized, with an unreported role', () => {
    expect(whole.profiles.map(({ name }) => name).sort()).toEqual(['Marketing', 'Shop']);
    expect(whole.authorized_profile_ids.toSorted()).toEqual(whole.profiles.map(({ id }) => id).sort());
    expect(new Set(whole.profiles.map(({ role }) => role))).toEqual(new Set(['not_reported']));
  });

  test('has platforms by the sources’ types, and an unknown type as it is', () => {
    expect(whole.sources.map(({ platform }) => platform)).toEqual(
      ['meta_ads', 'google_ads', 'tiktok_ads', 'microsoft_ads', 'shopify', 'linkedin_ads'].concat([
        'pinterest_ads',
        'postgres',
        'amazon_ads',
        'carrier-pigeon',
      ]),
    );
  });

  test('is null where the API reports nothing', () => {
    for (const source of whole.sources) {
      expect(source).toMatchObject({ connection: 'connected', token: null, accounts: null });
      expect(source.technical).toMatchObject({
        mapping_status: null,
        api_version: null,
        schema_changed: null,
      });
    }
  });

  test('is the same in any order of its files', () => {
    expect(imported(...ALL.toReversed())).toEqual(whole);
  });

  test('is read from bare lists, from single connections, and from pages in one file', () => {
    const one = connection();
    const asEnvelope = imported(file('a.json', { data: [one], next: '', previous: '' }));
    expect(imported(file('a.json', [one]))).toEqual(asEnvelope);
    expect(imported(file('a.json', one))).toEqual(asEnvelope);
    expect(imported(file('a.json', [{ data: [one], next: '' }]))).toEqual(asEnvelope);
    expect(imported(file('a.json', `${JSON.stringify(one)}\n${JSON.stringify(one)}`))).toEqual(asEnvelope);
  });
});

describe('who switched it off', () => {
  test.each([
    ['LinkedIn Ads', 'user'],
    ['Pinterest', 'system'],
    ['Postgres', 'locked'],
  ])('%s: %s', (name, by) => {
    expect(named(name)).toMatchObject({ enabled: false, disabled_by: by });
  });

  test('with the reason that Airbyte gives', () => {
    expect(named('Postgres').disabled_reason).toBe('The workspace is over its limit of credits.');
  });

  test('an unknown status makes the verdict unknown', () => {
    expect(codesOf(sourceOf({ status: 'hibernating' }, job()))).toContain('unknown_value');
  });
});

describe('schedules', () => {
  test.each([
    ['Every 24 HOURS', 1440],
    ['Every 24 hours', 1440],
    ['Every 15 MINUTES', 15],
    ['Every 1 DAYS', 1440],
    ['Every 2 WEEKS', 20_160],
    ['Every 1 MONTHS', 43_200],
    ['every_6_hours', 360],
    ['Every 0 HOURS', null],
    ['now and then', null],
  ])('%s is %s minutes', (basicTiming, minutes) => {
    expect(sourceOf({ schedule: { scheduleType: 'basic', basicTiming } }).schedule?.every_minutes).toBe(
      minutes,
    );
  });

  test('a manual one is none', () => {
    expect(named('Shopify').schedule).toBeNull();
  });

  test('cron has no interval, but says when a sync is due after the last success, in its own time zone', () => {
    expect(named('TikTok Marketing').schedule).toMatchObject({
      every_minutes: null,
      next_due_at: '2026-11-20T08:00:00Z',
    });
    expect(named('Bing Ads').schedule).toMatchObject({
      every_minutes: null,
      next_due_at: '2026-11-21T06:00:00Z',
    });
  });

  test('one that is missing or of an unknown kind has no interval', () => {
    expect(sourceOf({ schedule: undefined }).schedule).toEqual({ every_minutes: null, latency_minutes: 0 });
    expect(sourceOf({ schedule: { scheduleType: 'continuous' } }).schedule?.every_minutes).toBeNull();
  });
});

describe('runs', () => {
  test('are the jobs, newest first, with their status in the snapshot’s words', () => {
    expect(named('Facebook Marketing').sync_history.map(({ status }) => status)).toEqual([
      'failed',
      'failed',
      'failed',
      'completed',
      'completed',
    ]);
    expect(named('Bing Ads').sync_history.map(({ status }) => status)).toEqual(['partial', 'completed']);
    expect(named('Amazon Ads').sync_history[0]).toMatchObject({ status: 'queued', kind: 'history' });
  });

  test('report the rows that arrived, and no others', () => {
    expect(named('TikTok Marketing').sync_history).toEqual([
      {
        status: 'completed',
        kind: 'regular',
        fetched: null,
        processed: 5120,
        failed: null,
        api_version: null,
        error: null,
        started_at: '2026-11-19T08:00:02Z',
        finished_at: '2026-11-19T08:07:44Z',
      },
    ]);
  });

  test('have no end while they are running', () => {
    expect(sourceOf({}, job({ status: 'running' })).sync_history[0]).toMatchObject({
      status: 'running',
      finished_at: null,
    });
  });

  test('accept an instant without seconds, as Airbyte writes a full minute', () => {
    expect(named('Facebook Marketing').sync_history[0]?.started_at).toBe('2026-11-20T07:30:00Z');
  });

  test('do not include resets and clears, even newer ones that succeeded', () => {
    const source = sourceOf(
      {},
      job({ status: 'failed', lastUpdatedAt: '2026-11-20T07:10:00Z' }),
      job({ jobType: 'reset', lastUpdatedAt: '2026-11-20T07:20:00Z' }),
      job({ jobType: 'clear', lastUpdatedAt: '2026-11-20T07:30:00Z' }),
    );
    expect(source.sync_history.map(({ status }) => status)).toEqual(['failed']);
    expect(source.technical.last_successful_sync).toBeNull();
  });

  test('a job of an unknown type is not a success', () => {
    const source = sourceOf({}, job({ jobType: 'discover' }), job({ jobType: undefined }));
    expect(source.sync_history.map(({ status }) => status).toSorted()).toEqual(['discover', 'not_reported']);
    expect(codesOf(source)).toContain('unknown_value');
  });

  test('a job in two files counts once, in its latest version', () => {
    const jobId = 77;
    const running = job({ jobId, status: 'running', lastUpdatedAt: undefined });
    const done = job({ jobId });
    expect(sourceOf({}, running, done).sync_history.map(({ status }) => status)).toEqual(['completed']);
    expect(sourceOf({}, done, running).sync_history.map(({ status }) => status)).toEqual(['completed']);
  });

  test('are the newest hundred of thousands, with the last success even if it is older', () => {
    const minute = (index: number) => new Date(Date.UTC(2026, 10, 20, 7) - index * 60_000).toISOString();
    const jobs = Array.from({ length: 5000 }, (_, index) =>
      job({
        jobId: 5000 - index,
        status: index < 4000 ? 'failed' : 'succeeded',
        startTime: minute(index + 1),
        lastUpdatedAt: minute(index),
      }),
    );
    const source = sourceOf({}, ...jobs);
    expect(source.sync_history).toHaveLength(100);
    expect(source.sync_history[0]?.finished_at).toBe('2026-11-20T07:00:00Z');
    expect(source.technical.last_successful_sync).toBe(`${minute(4000).slice(0, 19)}Z`);
  });
});

describe('jobs that are not in the export', () => {
  test('are not “never synced”: the verdict is unknown', () => {
    const source = sourceOf({});
    expect(assessSource(source, SAVED).health).toBe('unknown');
    expect(codesOf(source)).not.toContain('never_synced');
  });

  test('nor if only the newest page was saved, without any of the connection’s', () => {
    expect(codesOf(named('Pinterest'))).toContain('unknown_value');
    expect(codesOf(named('Pinterest'))).not.toContain('never_synced');
  });

  test('but in a complete list of several connections’ jobs, a connection without one never synced', () => {
    const other = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const snapshot = imported(
      file('connections.json', [connection(), connection({ connectionId: other(1), name: 'Fresh' })]),
      file('jobs.json', { data: [job(), job({ connectionId: other(2) })], next: '', previous: '' }),
    );
    expect(codesOf(sourceNamed(snapshot, 'Fresh'))).toContain('never_synced');
  });

  test('nor if all saved ones failed or were resets, and older pages are missing', () => {
    const next = 'https://api.airbyte.com/v1/jobs?limit=2&offset=2';
    for (const change of [{ status: 'failed' }, { jobType: 'reset' }]) {
      const jobs = [job(change), job(change)];
      const codes = (page: object) =>
        codesOf(sourceNamed(imported(file('c.json', [connection()]), file('j.json', page)), 'Google Ads'));
      expect(codes({ data: jobs, next, previous: '' })).not.toContain('never_synced');
      expect(codes({ data: jobs, next: '', previous: '' })).toContain('never_synced');
    }
  });

  test('and a list of one connection’s jobs says nothing about another', () => {
    const snapshot = imported(
      file('connections.json', [
        connection(),
        connection({ connectionId: '00000000-0000-4000-8000-000000000001', name: 'Other' }),
      ]),
      file('jobs.json', { data: [job(), job()], next: '', previous: '' }),
    );
    expect(codesOf(sourceNamed(snapshot, 'Other'))).not.toContain('never_synced');
    expect(codesOf(sourceNamed(snapshot, 'Google Ads'))).not.toContain('unknown_value');
  });

  test('without sources the platform is not reported', () => {
    expect(sourceOf({}).platform).toBe('not_reported');
  });
});

describe('the instant', () => {
  test('is that of the files with the jobs, which decide what is late', () => {
    const today = new Date('2026-11-20T08:00:00Z');
    const yesterday = new Date('2026-11-19T08:00:00Z');
    const snapshot = imported(
      file('c.json', [connection()], today),
      file('j.json', { data: [job()] }, yesterday),
    );
    expect(snapshot.generated_at).toBe('2026-11-19T08:00:00Z');
  });
});

describe('refused', () => {
  const page = (offset: number, next: string, previous: string) => ({
    data: [connection({ connectionId: `00000000-0000-4000-8000-00000000000${offset}` })],
    next: next && `https://api.airbyte.com/v1/connections?limit=1&offset=${next}`,
    previous: previous && `https://api.airbyte.com/v1/connections?limit=1&offset=${previous}`,
  });
  const pages = [page(0, '1', ''), page(1, '2', '0'), page(2, '', '1')].map((one, index) =>
    file(`${index}.json`, one),
  );

  test.each([
    ['stop in the middle', [0]],
    ['stop in the middle', [0, 1]],
    ['have a gap', [0, 2]],
    ['begin in the middle', [1, 2]],
    ['begin in the middle', [2]],
  ])('pages that %s: %j', (words, chosen) => {
    expect(problemOf(...chosen.flatMap((index) => pages[index] ?? []))).toContain(
      `${words}: pages of the connections are missing`,
    );
  });

  test('but not all of them', () => {
    expect(imported(...pages.toReversed()).sources).toHaveLength(3);
  });

  test('jobs whose newest page is missing', () => {
    const older = { data: [job()], next: '', previous: 'https://api.airbyte.com/v1/jobs?limit=20&offset=0' };
    expect(problemOf(file('c.json', [connection()]), file('j.json', older))).toContain(
      'pages of the jobs are missing',
    );
  });

  test('jobs or sources without connections', () => {
    expect(problemOf(file('jobs.json', { data: [job()] }))).toBe(
      'jobs.json: hold no connections: add the answer of GET /v1/connections',
    );
    expect(problemOf(fixture('airbyte-sources.json'))).toContain('hold no connections');
  });
});
