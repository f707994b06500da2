/** The notes under the table of rules, each as an example. */
import { describe, expect, test } from 'vitest';
import { aQualityEntry, aRun } from '../../../fixtures/builders.ts';
import { ago, ahead, assess, type Changes, codesOf, DAY, findingOf, HOUR } from './verdicts.ts';

const undated = { started_at: null, finished_at: null };
const statuses = (...words: string[]) => words.map((status) => aRun({ status, ...undated }));

describe('a cancelled run', () => {
  test('does not count as a failure', () => {
    expect(codesOf({ sync_history: statuses('cancelled', 'cancelled', 'cancelled') })).toEqual([
      'sync_cancelled',
    ]);
  });

  test('does not break a row of failures', () => {
    const sync_history = statuses('failed', 'cancelled', 'failed', 'cancelled', 'failed');
    expect(codesOf({ sync_history })).toContain('sync_failing');
  });

  test.each<[string, Changes]>([
    ['sync_failed', { sync_history: statuses('cancelled', 'failed') }],
    ['sync_partial', { sync_history: statuses('cancelled', 'partial') }],
    ['inconsistent_counts', { sync_history: [...statuses('cancelled'), aRun({ fetched: 1 })] }],
  ])('does not hide what happened before: %s', (code, changes) => {
    expect(codesOf(changes)).toEqual(expect.arrayContaining(['sync_cancelled', code]));
  });
});

describe('a run’s time', () => {
  const only = (run: Partial<ReturnType<typeof aRun>>): Changes => ({
    sync_history: [aRun(run)],
    technical: { last_successful_sync: null },
  });

  test('is when it finished', () => {
    expect(codesOf(only({ started_at: ago(9 * HOUR), finished_at: ago(HOUR) }))).toEqual([]);
  });

  test('is when it started, if it does not say when it finished', () => {
    const changes = only({ started_at: ago(2 * HOUR), finished_at: null });
    expect(findingOf('data_late', changes)?.message).toBe('Last success 2 h ago, due every hour.');
  });

  test('decides the last success by date, not by order', () => {
    const sync_history = [aRun({ finished_at: ago(9 * HOUR) }), aRun({ finished_at: ago(HOUR) })];
    expect(codesOf({ sync_history, technical: { last_successful_sync: ago(8 * HOUR) } })).toEqual([]);
  });

  test.each(['failed', 'cancelled', 'running', 'queued', 'skipped'])(
    'is not a success for a run that is %s',
    (status) => {
      const changes = {
        sync_history: [aRun({ status, finished_at: ago(HOUR) })],
        technical: { last_successful_sync: ago(2 * HOUR) },
      };
      expect(codesOf(changes)).toContain('data_late');
    },
  );
});

test('a partial run brought data: its time counts as a success, and sync_partial reports the rest', () => {
  const sync_history = [aRun({ status: 'partial', finished_at: ago(HOUR) })];
  expect(codesOf({ sync_history, technical: { last_successful_sync: null } })).toEqual(['sync_partial']);
});

test.each(['completed', 'partial'])(
  'a %s run without a date: no late, no stale, no never_synced',
  (status) => {
    const verdict = assess({
      sync_history: [aRun({ status, ...undated })],
      technical: { last_successful_sync: null },
    });
    const codes = verdict.findings.map((finding) => finding.code);
    expect(codes).toEqual(status === 'partial' ? ['sync_partial'] : []);
  },
);

test('a success without a date beside an older dated one: the age is the dated one’s', () => {
  const sync_history = [aRun(undated), aRun({ finished_at: ago(5 * HOUR) })];
  expect(codesOf({ sync_history, technical: { last_successful_sync: null } })).toEqual(['data_stale']);
});

test('a refreshable token past its expiry is no finding until the platform says it is expired', () => {
  const token = { expires_at: ago(30 * DAY), refreshable: true };
  expect(codesOf({ token })).toEqual([]);
  expect(codesOf({ token, connection: 'expired' })).toEqual(['token_expired']);
});

describe('a null count is not zero', () => {
  test.each<[string, Partial<ReturnType<typeof aRun>>, string[]]>([
    ['fetched', { fetched: null }, ['stats_missing']],
    ['processed', { processed: null }, ['stats_missing']],
    ['failed', { failed: null }, ['stats_missing']],
  ])('%s', (_, run, codes) => {
    expect(codesOf({ sync_history: [aRun(run), aRun(run), aRun(), aRun()] })).toEqual(codes);
  });
});

test('more fetched than processed is normal across attempts; the reverse is not', () => {
  expect(codesOf({ sync_history: [aRun({ fetched: 20, processed: 10 })] })).toEqual([]);
  expect(codesOf({ sync_history: [aRun({ fetched: 10, processed: 20 })] })).toEqual(['inconsistent_counts']);
});

describe('a rule without its premise finds nothing', () => {
  test.each<[string, Changes]>([
    ['no schedule', { schedule: null, sync_history: [], technical: { last_successful_sync: ago(99 * DAY) } }],
    ['no expiry', { token: { expires_at: null, refreshable: false } }],
    ['no sunset', { technical: { api_version_sunset_at: null } }],
    ['no dates', { sync_history: [aRun(undated)], technical: { last_successful_sync: null } }],
    ['no version', { technical: { api_version: null } }],
  ])('%s', (_, changes) => {
    expect(codesOf(changes)).toEqual([]);
  });
});

test('no sentence invents a countdown if the time is not known or already past', () => {
  const token = { expires_at: ahead(DAY), refreshable: true };
  expect(findingOf('token_expired', { connection: 'expired', token })?.message).toBe('Sign-in expired.');
  const sync_history = [aRun({ status: 'failed', finished_at: ahead(1) })];
  expect(findingOf('sync_failed', { sync_history })?.message).toBe(
    'The last sync failed: no error code was reported.',
  );
});

test('a reported message is shown unchanged, a rule’s own is a plain sentence', () => {
  const message = '  <b>raw</b> — as it came ';
  const data_quality = [aQualityEntry({ message })];
  expect(assess({ data_quality, connection: 'revoked' }).findings.map((finding) => finding.message)).toEqual([
    'The authorization was revoked.',
    message,
  ]);
});
