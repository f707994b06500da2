import { describe, expect, test } from 'vitest';
import { AS_OF, anAccount, aQualityEntry, aRun, aSource } from '../../../fixtures/builders.ts';
import { assessSource } from '../../../lib/status/assess.ts';
import { ago, ahead, assess, type Changes, codesOf, HOUR } from './verdicts.ts';

/** Runs without dates, so that only their order counts. */
const statuses = (...words: string[]) =>
  words.map((status) => aRun({ status, started_at: null, finished_at: null }));

test('a healthy source has no findings', () => {
  expect(assess()).toEqual({
    health: 'healthy',
    headline: null,
    findings: [],
    suppressed: [],
    activity: 'idle',
    numbers: 'current',
    lifecycle: 'enabled',
    lastSuccess: '2026-11-20T07:00:00Z',
    notReported: ['end of the API version'],
  });
});

test('the same source is judged by the later day a day later', () => {
  const later = new Date(Date.parse(AS_OF) + 24 * HOUR);
  expect(assessSource(aSource(), later).headline?.message).toBe('Last success 25 h ago, due every hour.');
});

describe('health is the worst effect', () => {
  const info = { field_mapping_check_required: true };
  const pending = { ...info, mapping_status: 'confirmed' };
  test.each<[string, Changes]>([
    ['healthy', { technical: info }],
    ['pending', { technical: pending, connection: 'pending' }],
    ['warning', { technical: { ...pending, changelog_review_required: true }, connection: 'pending' }],
    ['unknown', { technical: { changelog_review_required: true }, connection: 'paused' }],
    ['error', { connection: 'paused', technical: { api_version_sunset_at: AS_OF } }],
  ])('%s', (health, changes) => {
    expect(assess(changes).health).toBe(health);
  });

  test('not the headline’s effect: an error after a milder cause still counts', () => {
    const verdict = assess({ accounts: [], data_quality: [aQualityEntry({ severity: 'ERROR' })] });
    expect(verdict.headline?.code).toBe('no_accounts');
    expect(verdict.health).toBe('error');
  });
});

test('the headline is the first finding, and every consequence is still listed', () => {
  const verdict = assess({
    connection: 'expired',
    sync_history: statuses('failed', 'failed', 'failed'),
    technical: { last_successful_sync: ago(9 * HOUR) },
  });
  expect(verdict.findings.map((finding) => finding.code)).toEqual([
    'token_expired',
    'sync_failing',
    'data_stale',
  ]);
  expect(verdict.headline).toEqual(verdict.findings[0]);
});

test('the findings that do not count on a disabled source are suppressed, in rule order', () => {
  const verdict = assess({ enabled: false, connection: 'disconnected', accounts: [], sync_history: [] });
  const because = 'the source is switched off';
  expect(verdict.suppressed).toEqual([
    { code: 'disconnected', because },
    { code: 'no_accounts', because },
  ]);
  expect(verdict).toMatchObject({ health: 'healthy', headline: null });
});

test('a stopped source still shows causes, and suppresses what its stop explains', () => {
  const verdict = assess({
    enabled: false,
    disabled_by: 'billing',
    connection: 'disconnected',
    sync_history: statuses('failed', 'failed', 'failed'),
    technical: { last_successful_sync: ago(27 * 24 * HOUR) },
  });
  expect(verdict.findings.map(({ code }) => code)).toEqual([
    'disconnected',
    'sync_failing',
    'disabled_by_system',
  ]);
  expect(verdict.suppressed).toEqual([{ code: 'data_stale', because: 'the source was stopped' }]);
  expect(verdict).toMatchObject({ health: 'error', lifecycle: 'stopped', numbers: 'frozen' });
});

describe('activity', () => {
  test.each([
    ['idle', []],
    ['idle', ['completed', 'running', 'queued']],
    ['queued', ['queued', 'completed']],
    ['queued', ['queued']],
    ['running', ['running', 'failed']],
    ['running', ['queued', 'running', 'cancelled']],
    ['running', ['running', 'queued', 'partial']],
    ['running', ['skipped', 'running']],
    ['queued', ['queued', 'skipped', 'queued']],
    ['queued', ['queued', 'failed', 'running']],
    ['queued', ['queued', 'partial', 'running']],
    ['idle', ['cancelled', 'running']],
  ])('is %s for the runs %j', (activity, words) => {
    expect(assess({ sync_history: statuses(...words) }).activity).toBe(activity);
  });

  test('changes neither health nor headline', () => {
    for (const words of [['failed'], ['completed'], ['cancelled', 'completed']]) {
      const calm = assess({ sync_history: statuses(...words) });
      const busy = assess({ sync_history: statuses('queued', 'running', ...words) });
      expect(busy).toEqual({ ...calm, activity: 'running' });
    }
  });
});

describe('numbers', () => {
  const undated = { started_at: null, finished_at: null };
  const unconfirmed = { mapping_status: 'unconfirmed' };
  const late = { last_successful_sync: ago(2 * HOUR) };
  const never = { last_successful_sync: null };
  const partial = aRun({ status: 'partial', finished_at: ago(2 * HOUR) });
  const unknown = aRun({ status: 'throttled', ...undated });
  const calendar = { every_minutes: null, latency_minutes: 0 };
  const history = aRun({ status: 'running', kind: 'history', ...undated });
  const failingStream = { name: 'a', last_successful_sync: null, error: { code: '500', message: null } };
  const lateStream = { name: 'a', last_successful_sync: ago(9 * HOUR), error: null };
  const closed = anAccount({ status: 'closed' });

  test.each<[string, string, Changes]>([
    ['hidden', 'while the mapping is not confirmed', { technical: unconfirmed }],
    ['hidden', 'while the mapping’s word is not known', { technical: { mapping_status: 'guessed' } }],
    ['current', 'while the mapping is not reported', { technical: { mapping_status: null } }],
    ['current', 'while an account’s mapping is not confirmed', { accounts: [anAccount(unconfirmed)] }],
    ['hidden', 'before frozen', { technical: unconfirmed, enabled: false }],
    ['hidden', 'before missing', { technical: { ...unconfirmed, ...never }, sync_history: [] }],
    ['frozen', 'on a source that is off', { enabled: false }],
    ['frozen', 'on a source that was stopped', { enabled: false, disabled_by: 'billing' }],
    ['frozen', 'before unknown', { enabled: false, sync_history: [unknown] }],
    ['frozen', 'before missing', { enabled: false, technical: never, sync_history: [] }],
    ['frozen', 'before late', { enabled: false, technical: late, sync_history: [] }],
    ['unknown', 'when a sync is dated ahead', { sync_history: [aRun({ finished_at: ahead(HOUR) })] }],
    ['unknown', 'when a deciding run’s status is not known', { sync_history: [unknown, aRun()] }],
    ['unknown', 'before missing', { technical: never, sync_history: [history, unknown] }],
    ['unknown', 'before late', { technical: late, sync_history: [unknown] }],
    ['unknown', 'when no success has a date', { technical: never, sync_history: [aRun(undated)] }],
    ['unknown', 'before partial', { technical: never, sync_history: [{ ...partial, ...undated }] }],
    ['current', 'when only an older run’s status is not known', { sync_history: [aRun(), unknown] }],
    ['missing', 'when no sync ever brought data', { technical: never, sync_history: statuses('failed') }],
    ['missing', 'while the past is loaded', { sync_history: [history, aRun()] }],
    ['missing', 'before late', { technical: late, sync_history: [history] }],
    ['late', 'when the data is late', { technical: late, sync_history: [] }],
    ['late', 'when it is stale', { technical: { last_successful_sync: ago(9 * HOUR) }, sync_history: [] }],
    ['late', 'before partial', { technical: late, sync_history: [partial] }],
    ['partial', 'after a partial run', { sync_history: [aRun({ status: 'partial' })] }],
    [
      'partial',
      'after a run whose rows did not arrive',
      { sync_history: [aRun({ processed: 0, ...undated }), aRun()] },
    ],
    ['partial', 'while a stream fails', { streams: [failingStream] }],
    ['partial', 'while a stream is late', { streams: [lateStream] }],
    ['partial', 'while an account cannot be read', { accounts: [anAccount(), closed] }],
    ['partial', 'while no account can be read', { accounts: [closed] }],
    ['partial', 'before as of the last sync', { schedule: null, accounts: [anAccount(), closed] }],
    [
      'as_of_last_sync',
      'without a schedule, however old',
      { schedule: null, technical: late, sync_history: [] },
    ],
    ['as_of_last_sync', 'on a calendar whose interval is not reported', { schedule: calendar }],
    ['late', 'on such a calendar, past its time', { schedule: { ...calendar, next_due_at: ago(1) } }],
    ['current', 'when the last success is in time', {}],
    [
      'current',
      'after a failed run, while the age is in time',
      { sync_history: [aRun({ status: 'failed', ...undated })] },
    ],
  ])('are %s %s', (numbers, _, changes) => {
    expect(assess(changes).numbers).toBe(numbers);
  });
});

describe('lifecycle', () => {
  test.each([
    [true, null, 'enabled'],
    [true, 'system', 'enabled'],
    [false, 'user', 'off'],
    [false, null, 'off'],
    [false, 'compliance', 'stopped'],
    [false, 'system', 'stopped'],
    [false, 'billing', 'stopped'],
  ])('enabled %s, disabled by %s: %s', (enabled, disabled_by, lifecycle) => {
    expect(assess({ enabled, disabled_by }).lifecycle).toBe(lifecycle);
  });
});

test('latency changes no verdict', () => {
  const schedule = { every_minutes: 60, latency_minutes: 99_999 };
  const changes = { sync_history: [], technical: { last_successful_sync: ago(2 * HOUR) } };
  expect(assess({ ...changes, schedule })).toEqual(assess(changes));
  expect(codesOf({ ...changes, schedule })).toEqual(['data_late']);
});
