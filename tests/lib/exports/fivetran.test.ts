import { describe, expect, test } from 'vitest';
import { assessSource } from '../../../lib/status/assess.ts';
import { file, fixture, imported, problemOf, SAVED, sourceNamed } from './exports.ts';

const whole = imported(fixture('fivetran-connections.json'), fixture('fivetran-groups.json'));
const named = (name: string) => sourceNamed(whole, name);

const connection = (changes: object = {}, status: object = {}) => ({
  id: 'relief_harden',
  service: 'google_ads',
  schema: 'google_ads',
  group_id: 'projected_sickle',
  paused: false,
  succeeded_at: '2026-11-20T07:00:00.870504Z',
  failed_at: null,
  sync_frequency: 360,
  schedule_type: 'auto',
  status: { setup_state: 'connected', sync_state: 'scheduled', tasks: [], warnings: [], ...status },
  ...changes,
});
const sourceOf = (changes: object = {}, status: object = {}) => {
  const [source] = imported(file('c.json', connection(changes, status))).sources;
  if (!source) throw new Error('no source');
  return source;
};
const codesOf = (source: ReturnType<typeof sourceOf>) =>
  assessSource(source, SAVED).findings.map(({ code }) => code);

describe('an account’s export', () => {
  test('is imported data, and says what is not reported', () => {
    expect(whole.mock).toBe(false);
    expect(whole.notice).toMatch(
      /^Made from Fivetran’s connections, as of 2026-11-20 08:00 UTC; not reported: .*mapping, accounts/,
    );
  });

  test('has its groups as Profiles', () => {
    expect(whole.profiles.map(({ name }) => name).sort()).toEqual(['Production', 'Staging']);
    expect(imported(fixture('fivetran-connections.json')).profiles.map(({ name }) => name)).toEqual([
      'Fivetran group 1',
      'Fivetran group 2',
    ]);
  });

  test('has platforms by service, and an unknown service as it is', () => {
    expect(named('bing_ads_eu').platform).toBe('microsoft_ads');
    expect(named('ga4_property').platform).toBe('google_analytics');
    expect(named('reddit_ads').platform).toBe('reddit_ads');
  });

  test('is the same with and without the envelope', () => {
    const one = connection();
    const [plain, ...others] = [
      one,
      [one],
      { items: [one] },
      { code: 'Success', data: one },
      { code: 'Success', message: 'Operation performed.', data: { items: [one], next_cursor: null } },
      { code: 'Success', data: { items: [one], nextCursor: null } },
    ].map((content) => imported(file('c.json', content)));
    for (const other of others) expect(other).toEqual(plain);
  });
});

describe('the connection', () => {
  test.each([
    ['connected', [], 'connected'],
    ['incomplete', [], 'needs_setup'],
    ['broken', [{ code: 'update_configuration', message: 'x' }], 'disconnected'],
    ['broken', [{ code: 'reconnect', message: 'Reconnect' }], 'expired'],
    ['connected', [{ code: 'reconnect', message: 'Reconnect' }], 'expired'],
    ['incomplete', [{ code: 'reconnect', message: 'Reconnect' }], 'needs_setup'],
    ['awaiting_approval', [], 'awaiting_approval'],
  ])('%s with the tasks %j is %s', (setup_state, tasks, state) => {
    expect(sourceOf({}, { setup_state, tasks }).connection).toBe(state);
  });

  test('that is not reported never counts as connected', () => {
    expect(named('hubspot').connection).toBe('not_reported');
    expect(assessSource(named('hubspot'), SAVED).health).toBe('unknown');
  });

  test('has its tasks and warnings, a broken one’s tasks as errors, without their details', () => {
    expect(named('bing_ads_eu').data_quality).toEqual([
      {
        severity: 'ERROR',
        code: 'update_configuration',
        message: 'The account is no longer there: choose another one.',
      },
      { severity: 'WARNING', code: 'resync_table_warning', message: 'Resync Table Warning' },
    ]);
  });

  test('has Fivetran’s note that its data is delayed, unless it is paused', () => {
    expect(named('google_ads_eu').data_quality).toMatchObject([
      { severity: 'WARNING', code: 'update_delayed' },
    ]);
    expect(named('snapchat_ads').data_quality).toEqual([]);
  });

  test('is switched off by the user if it is paused', () => {
    expect(named('snapchat_ads')).toMatchObject({ enabled: false, disabled_by: 'user' });
    expect(sourceOf({ paused: undefined }, { sync_state: 'paused' }).enabled).toBe(false);
  });
});

describe('the schedule', () => {
  test('is the frequency; a manual one is none', () => {
    expect(named('facebook_ads_eu').schedule).toMatchObject({ every_minutes: 360, latency_minutes: 0 });
    expect(named('sheets.budget').schedule).toBeNull();
  });

  test('a rescheduled sync is due when Fivetran says', () => {
    expect(named('amazon_ads').schedule?.next_due_at).toBe('2026-11-20T09:30:00Z');
  });

  test('has the team’s own threshold; the levels have no length', () => {
    expect(named('shopify_eu').schedule?.late_after_minutes).toBe(1440);
    expect(
      sourceOf({ data_delay_sensitivity: 'LOW', data_delay_threshold: 0 }).schedule?.late_after_minutes,
    ).toBeNull();
  });

  test('a threshold shorter than the schedule counts from when a sync was due', () => {
    const short = { data_delay_sensitivity: 'CUSTOM', data_delay_threshold: 120 };
    expect(sourceOf(short).schedule?.late_after_minutes).toBe(480);
  });

  test('prefers a flexible schedule to the frequency', () => {
    const every = (schedule: object) => sourceOf({ schedule }).schedule?.every_minutes;
    expect(every({ schedule_type: 'INTERVAL', interval: 90 })).toBe(90);
    expect(every({ schedule_type: 'INTERVAL', interval: 90, days_of_week: ['MONDAY'] })).toBeNull();
    expect(every({ schedule_type: 'CRON', cron: '0 6 * * 1-5' })).toBeNull();
    expect(sourceOf({ schedule: { schedule_type: 'MANUAL' } }).schedule).toBeNull();
  });
});

describe('runs', () => {
  test('are the last success and the last failure, newest first, without counts', () => {
    expect(named('google_ads_eu').sync_history).toMatchObject([
      { status: 'failed', finished_at: '2026-11-20T06:10:00Z', processed: null },
      { status: 'completed', finished_at: '2026-11-19T12:00:10Z', processed: null },
    ]);
  });

  test('include a history load that is running', () => {
    expect(named('tiktok_ads').sync_history).toMatchObject([
      { status: 'running', kind: 'history', finished_at: null },
    ]);
  });

  test('take the year 1 as never', () => {
    expect(sourceOf({ succeeded_at: '0001-01-01T00:00:00Z' }).sync_history).toEqual([]);
  });

  test('a missing last success is not known, and null means never', () => {
    expect(codesOf(sourceOf({ succeeded_at: null }))).toContain('never_synced');
    expect(codesOf(sourceOf({ succeeded_at: undefined }))).not.toContain('never_synced');
    expect(codesOf(sourceOf({ succeeded_at: undefined }))).toContain('unknown_value');
  });

  test('an unknown sync state makes the verdict unknown', () => {
    expect(codesOf(sourceOf({}, { sync_state: 'throttled' }))).toContain('unknown_value');
  });
});

describe('refused', () => {
  test('a page whose next one was not saved', () => {
    const page = { code: 'Success', data: { items: [connection()], next_cursor: 'eyJza2lwIjoxfQ' } };
    expect(problemOf(file('c.json', page))).toContain('c.json: stop in the middle: pages are missing');
    expect(problemOf(file('c.json', page), fixture('fivetran-groups.json'))).toContain('pages are missing');
    const last = { code: 'Success', data: { items: [connection({ id: 'other' })], next_cursor: null } };
    expect(imported(file('c.json', page), file('d.json', last)).sources).toHaveLength(2);
  });

  test('groups alone', () => {
    expect(problemOf(fixture('fivetran-groups.json'))).toContain('hold no connections');
  });
});
