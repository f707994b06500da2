import { describe, expect, test } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { ERROR_KIND_WORDS } from '../../../lib/status/error-kinds.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, type Changes, codesOf, DAY, findingOf, HOUR, MINUTE } from './verdicts.ts';

const kinds = ERROR_KIND_WORDS;
const error = (code: string) => ({ code, message: 'As the platform said it.' });
const failed = (code: string | null, finished_at: string | null = ago(MINUTE)) =>
  aRun({ status: 'failed', error: code === null ? null : error(code), started_at: null, finished_at });
const cancelled = (finished_at: string | null = ago(MINUTE)) =>
  aRun({ status: 'cancelled', started_at: null, finished_at });
const running = (started_at: string | null) => aRun({ status: 'running', started_at, finished_at: null });
const queued = (started_at: string | null) => aRun({ status: 'queued', started_at, finished_at: null });
const runs = (...sync_history: NonNullable<Changes['sync_history']>): Changes => ({ sync_history });
const every = (every_minutes: number) => ({ schedule: { every_minutes, latency_minutes: 0 } });
const undated = { started_at: null, finished_at: null };

describeRule('sync_refused', {
  effect: 'error',
  countsOn: 'all but off',
  remedy: 'reconnect',
  holds: {
    'one failed run that the platform refused': [
      runs(failed('40105', ago(3 * MINUTE)), aRun()),
      `The last sync failed 3 min ago: ${kinds.authorization} (40105).`,
    ],
    'three of them, by the newest': [
      runs(failed('40001'), failed('60001'), failed('60001', ago(3 * DAY))),
      `3 syncs in a row failed, the first 3 days ago: ${kinds.permission} (40001).`,
    ],
    'one under a cancelled run': [
      runs(cancelled(), failed('40105', null), aRun()),
      `The last sync failed: ${kinds.authorization} (40105).`,
    ],
  },
  holdsNot: {
    'a passing fault': runs(failed('60001'), aRun()),
    'a limit': runs(failed('40133'), aRun()),
    'a request it did not accept': runs(failed('40002'), aRun()),
    'an answer in part': runs(failed('20001'), aRun()),
    'a code it does not know': runs(failed('no such code'), aRun()),
    'an error without a code': runs(aRun({ status: 'failed', error: { code: null, message: '40105' } })),
    'no error': runs(failed(null), aRun()),
    'a refusal before a passing fault': runs(failed('60001'), failed('40105'), aRun()),
    'a refusal before a run that completed': runs(aRun(), failed('40105', ago(2 * HOUR))),
    'a completed run that carries such a code': runs(aRun({ error: error('40105') })),
  },
});

describeRule('sync_failing', {
  effect: 'error',
  countsOn: 'all but off',
  remedy: 'retry_failed_sync',
  holds: {
    'three failed runs in a row': [
      runs(
        failed('60001'),
        failed('40105'),
        failed('60001', ago(3 * DAY)),
        aRun({ finished_at: ago(4 * DAY) }),
      ),
      `3 syncs in a row failed, the first 3 days ago: ${kinds.transient} (60001).`,
    ],
    'nothing but failed runs, without dates': [
      runs(failed('20001', null), failed(null, null), failed(null, null), failed(null, null)),
      `4 syncs in a row failed: ${kinds.partial} (20001).`,
    ],
    'cancelled runs between three failed ones': [
      runs(cancelled(), failed('60001'), cancelled(), failed(null), cancelled(), failed(null)),
      `3 syncs in a row failed, the first 1 min ago: ${kinds.transient} (60001).`,
    ],
    'a running and a queued run before three failed ones': [
      runs(queued(null), running(null), failed('60001'), failed(null), failed(null)),
      `3 syncs in a row failed, the first 1 min ago: ${kinds.transient} (60001).`,
    ],
    'a run of an unknown status before three failed ones': [
      runs(aRun({ status: 'throttled', ...undated }), failed('60001'), failed(null), failed(null)),
      `3 syncs in a row failed, the first 1 min ago: ${kinds.transient} (60001).`,
    ],
    'three failed runs, the oldest listed first': [
      runs(failed('40105', ago(3 * HOUR)), failed('40105', ago(2 * HOUR)), failed('60001', ago(HOUR - 1))),
      `3 syncs in a row failed, the first 3 h ago: ${kinds.transient} (60001).`,
    ],
  },
  holdsNot: {
    'two failed runs in a row': runs(
      failed('60001'),
      failed('60001'),
      aRun(),
      failed('60001', ago(2 * HOUR)),
    ),
    'three failed runs before one that completed': runs(
      aRun(undated),
      failed(null),
      failed(null),
      failed(null),
    ),
    'a partial run between them': runs(
      failed(null),
      failed(null),
      aRun({ status: 'partial', ...undated }),
      failed(null),
    ),
    'a run between them that brought nothing': runs(
      failed(null),
      failed(null),
      aRun({ processed: 0, ...undated }),
      failed(null),
    ),
    'a run of an unknown status between them': runs(
      failed(null),
      failed(null),
      aRun({ status: 'throttled', ...undated }),
      failed(null),
    ),
    'a row that the platform refuses': runs(failed('40105'), failed('60001'), failed('60001')),
  },
});

describeRule('sync_failed', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'retry_failed_sync',
  holds: {
    'one failed run': [
      runs(failed('60001', ago(59 * MINUTE)), aRun()),
      `The last sync failed 59 min ago: ${kinds.transient} (60001).`,
    ],
    'two failed runs': [
      runs(failed('60001'), failed(null, ago(40 * MINUTE)), aRun()),
      `2 syncs in a row failed, the first 40 min ago: ${kinds.transient} (60001).`,
    ],
    'two failed runs, without dates': [
      runs(failed('20001', null), failed(null, null), aRun()),
      `2 syncs in a row failed: ${kinds.partial} (20001).`,
    ],
    'a failed run under a cancelled one': [
      runs(cancelled(), failed('20001', ago(58 * MINUTE)), aRun()),
      `The last sync failed 58 min ago: ${kinds.partial} (20001).`,
    ],
    'a failed run before one of an unknown status': [
      runs(failed('60001'), aRun({ status: 'throttled', ...undated }), failed(null), failed(null)),
      `The last sync failed 1 min ago: ${kinds.transient} (60001).`,
    ],
    'two failed runs before one of an unknown status': [
      runs(failed('60001'), failed(null), aRun({ status: 'throttled', ...undated }), failed(null)),
      `2 syncs in a row failed, the first 1 min ago: ${kinds.transient} (60001).`,
    ],
  },
  holdsNot: {
    'three failed runs, which is another rule': runs(failed(null), failed(null), failed(null)),
    'a run that the platform refused, which is another rule': runs(failed('40105'), aRun()),
    'a failed run before one that completed': runs(aRun(), failed(null, ago(2 * HOUR))),
    'no run': runs(),
  },
});

describe('what helps against a failure', () => {
  test.each([
    ['tiktok_ads', '40105', 'reconnect', null],
    ['tiktok_ads', '40001', 'reconnect', null],
    ['tiktok_ads', '40002', 'open_sync_history', null],
    ['tiktok_ads', '60001', 'retry_failed_sync', null],
    ['tiktok_ads', '20001', 'retry_failed_sync', null],
    ['tiktok_ads', 'no such code', 'open_sync_history', null],
    ['tiktok_ads', null, 'open_sync_history', null],
    ['tiktok_ads', '40133', null, 'Wait before the next sync: more requests now only keep the limit up.'],
    [
      'meta_ads',
      '2635',
      null,
      'Ask whoever runs the connector for a release that uses a newer API version than v1.3.',
    ],
  ])('on %s after %s is %s (%s)', (platform, code, remedy, nextStep) => {
    for (const times of [1, 3]) {
      const older = Array.from({ length: times - 1 }, () => failed('40105'));
      const changes = { platform, ...runs(failed(code), ...older, aRun()) };
      const found = ['sync_refused', 'sync_failing', 'sync_failed'].flatMap(
        (rule) => findingOf(rule, changes) ?? [],
      );
      expect(found).toMatchObject([{ remedy, nextStep }]);
    }
  });

  test('is to wait until the limit ends, if that is known', () => {
    const changes = { ...runs(failed('40133'), aRun()), rate_limited_until: ahead(18 * MINUTE) };
    expect(findingOf('sync_failed', changes)?.nextStep).toBe('Wait: the limit ends in 18 min.');
  });

  test('is just to wait, at the instant at which a limit ends', () => {
    const changes = { ...runs(failed('40133'), aRun()), rate_limited_until: ago(0) };
    expect(findingOf('sync_failed', changes)?.nextStep).toBe(
      'Wait before the next sync: more requests now only keep the limit up.',
    );
  });

  test('without a code the sentence names no kind', () => {
    for (const sync_history of [
      [failed(null, null), aRun()],
      [aRun({ status: 'failed', error: { code: null, message: 'Token expired' }, ...undated }), aRun()],
    ]) {
      expect(findingOf('sync_failed', { sync_history })?.message).toBe(
        'The last sync failed: no error code was reported.',
      );
    }
  });
});

const arrived = (status: string, fetched: number | null, processed: number | null, lost: number | null) =>
  runs(aRun({ status, fetched, processed, failed: lost }));

describeRule('no_rows_arrived', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'retry_failed_sync',
  holds: {
    'a completed run whose rows did not arrive': [
      arrived('completed', 24_000_000, 0, 0),
      'The last sync fetched 24,000,000 rows, and none arrived.',
    ],
    'a partial run whose rows did not arrive': [
      arrived('partial', 1, 0, null),
      'The last sync fetched 1 row, and none arrived.',
    ],
    'a partial run that lost all it fetched': [
      arrived('partial', 500, null, 500),
      'The last sync fetched 500 rows, and none arrived.',
    ],
    'a partial run that fetched nothing and lost some': [
      arrived('partial', 0, null, 5),
      'The last sync brought nothing: 5 rows failed.',
    ],
    'such a run under a cancelled one': [
      runs(cancelled(), aRun({ processed: 0 })),
      'The last sync fetched 1,240 rows, and none arrived.',
    ],
  },
  holdsNot: {
    'one row that arrived': arrived('completed', 24_000_000, 1, 0),
    'a completed run that fetched nothing': arrived('completed', 0, 0, 0),
    'processed not reported': arrived('completed', 1000, null, 1000),
    'a partial run that fetched and lost nothing': arrived('partial', 0, 0, 0),
    'a partial run that fetched nothing and does not say what it lost': arrived('partial', 0, 0, null),
    'a partial run that lost all but one': arrived('partial', 500, null, 499),
    'a failed run': runs(aRun({ status: 'failed', processed: 0 })),
    'an older run': runs(aRun(), aRun({ processed: 0, finished_at: ago(2 * HOUR) })),
    'no run': runs(),
  },
});

describeRule('sync_partial', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'retry_failed_sync',
  holds: {
    'a partial run': [runs(aRun({ status: 'partial' })), 'The last sync brought only part of the data.'],
    'a partial run that reports no count': [
      arrived('partial', null, null, null),
      'The last sync brought only part of the data.',
    ],
    'a partial run that fetched a row and says no more': [
      arrived('partial', 1, null, null),
      'The last sync brought only part of the data.',
    ],
    'a partial run that processed one row it did not fetch now': [
      arrived('partial', 0, 1, 0),
      'The last sync brought only part of the data.',
    ],
    'a partial run that processed what it did not fetch now': [
      arrived('partial', 0, 12, 0),
      'The last sync brought only part of the data.',
    ],
    'a completed run with one failed row': [
      runs(aRun({ fetched: 10_000, failed: 1 })),
      'The last sync brought only part of the data: 1 of 10,000 rows failed.',
    ],
    'one failed row of not known how many': [
      runs(aRun({ fetched: null, failed: 1 })),
      'The last sync brought only part of the data: 1 row failed.',
    ],
    'failed rows of not known how many': [
      runs(aRun({ status: 'partial', fetched: null, failed: 1500 })),
      'The last sync brought only part of the data: 1,500 rows failed.',
    ],
    'more failed rows than fetched ones': [
      arrived('partial', 10, 4, 15),
      'The last sync brought only part of the data: 15 rows failed.',
    ],
    'as many failed rows as fetched ones': [
      arrived('completed', 2, 2, 2),
      'The last sync brought only part of the data: 2 of 2 rows failed.',
    ],
    'a partial run under a cancelled one': [
      runs(cancelled(), arrivedRun('partial', 2, 1, 1)),
      'The last sync brought only part of the data: 1 of 2 rows failed.',
    ],
  },
  holdsNot: {
    'a completed run without failed rows': runs(aRun({ failed: 0 })),
    'a completed run that does not say': runs(aRun({ failed: null })),
    'a partial run that fetched nothing and says no more': arrived('partial', 0, null, null),
    'a partial run that brought nothing, which is another rule': arrived('partial', 10, 0, 10),
    'a failed run with failed rows': runs(failed(null)),
    'a partial run before a whole one': runs(aRun(), aRun({ status: 'partial' })),
    'no run': runs(),
  },
});

function arrivedRun(status: string, fetched: number, processed: number, lost: number) {
  return aRun({ status, fetched, processed, failed: lost });
}

describeRule('sync_cancelled', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'manual_sync',
  holds: {
    'a newest finished run that was cancelled': [
      runs(cancelled(ago(50 * MINUTE)), aRun()),
      'The newest sync was cancelled 50 min ago.',
    ],
    'a cancelled run without a date': [runs(cancelled(null), aRun()), 'The newest sync was cancelled.'],
    'a cancelled run that only says when it started': [
      runs(aRun({ status: 'cancelled', started_at: ago(40 * MINUTE), finished_at: null }), aRun()),
      'The newest sync was cancelled 40 min ago.',
    ],
    'a cancelled run under one that is running': [
      runs(running(ago(MINUTE)), cancelled(ago(2 * MINUTE))),
      'The newest sync was cancelled 2 min ago.',
    ],
  },
  holdsNot: {
    'a cancelled run before one that finished': runs(aRun(), cancelled(ago(2 * HOUR))),
    'a cancelled run before one that failed': runs(failed(null), cancelled(ago(2 * HOUR))),
    'a cancelled run listed first and dated before one that finished': runs(cancelled(ago(2 * HOUR)), aRun()),
  },
});

describeRule('sync_stuck', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'open_sync_history',
  holds: {
    'a run a millisecond over 6 hours, synced hourly': [
      { ...runs(running(ago(6 * HOUR + 1))), ...every(60) },
      'A sync has been running for 6 h.',
    ],
    'a run a millisecond over 2 intervals of 4 hours': [
      { ...runs(running(ago(8 * HOUR + 1))), ...every(240) },
      'A sync has been running for 8 h.',
    ],
    'a run a millisecond over 24 hours without a schedule': [
      { ...runs(running(ago(24 * HOUR + 1))), schedule: null },
      'A sync has been running for 24 h.',
    ],
    'a run a millisecond over 24 hours, its interval not reported': [
      { ...runs(running(ago(24 * HOUR + 1))), schedule: { every_minutes: null, latency_minutes: 0 } },
      'A sync has been running for 24 h.',
    ],
    'a run that waits in the queue': [
      runs(queued(ago(9 * HOUR))),
      'A sync has been waiting in the queue for 9 h.',
    ],
    'the longest of those that run': [
      runs(running(ago(HOUR)), queued(ago(3 * DAY)), running(ago(7 * HOUR))),
      'A sync has been waiting in the queue for 3 days.',
    ],
    'a finished run without a date under it': [
      runs(running(ago(7 * HOUR)), aRun(undated)),
      'A sync has been running for 7 h.',
    ],
  },
  holdsNot: {
    'exactly 6 hours, synced hourly': { ...runs(running(ago(6 * HOUR))), ...every(60) },
    'over 2 intervals but not over 6 hours': { ...runs(running(ago(5 * HOUR))), ...every(60) },
    'over 6 hours but exactly 2 intervals': { ...runs(running(ago(8 * HOUR))), ...every(240) },
    'exactly 24 hours without a schedule': { ...runs(running(ago(24 * HOUR))), schedule: null },
    'a run that does not say since when': runs(running(null)),
    'a queued run that does not say since when': runs(queued(null)),
    'a run left running behind newer ones': runs(running(ago(5 * DAY)), aRun()),
    'a load of the past': runs({ ...running(ago(5 * DAY)), kind: 'history' }),
  },
});

test('a run of a kind it does not know is judged as a regular one', () => {
  expect(codesOf(runs({ ...running(ago(5 * DAY)), kind: 'resync' }))).toContain('sync_stuck');
});

describeRule('history_loading', {
  effect: 'pending',
  countsOn: 'all but off',
  remedy: null,
  nextStep: 'Wait until the past data is loaded.',
  holds: {
    'a load of the past that is running': [
      runs({ ...running(ago(5 * DAY)), kind: 'history' }),
      'Past data is being loaded: the numbers are not complete yet.',
    ],
    'one in the queue, above runs that brought data': [
      runs({ ...queued(null), kind: 'history' }, aRun()),
      'Past data is queued to be loaded: the numbers are not complete yet.',
    ],
  },
  holdsNot: {
    'a load of the past that is done': runs(aRun({ kind: 'history' })),
    'a load of the past behind a newer run': runs(aRun(), { ...running(ago(5 * DAY)), kind: 'history' }),
    'a regular run': runs({ ...running(ago(MINUTE)), kind: 'regular' }),
  },
});
