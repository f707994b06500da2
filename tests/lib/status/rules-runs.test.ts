import { describe, expect, test } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ago, type Changes, DAY, findingOf, HOUR, MINUTE } from './verdicts.ts';

const error = (code: string) => ({ code, message: 'As the platform said it.' });
const failed = (code: string | null, finished_at: string | null = ago(HOUR)) =>
  aRun({ status: 'failed', error: code === null ? null : error(code), started_at: null, finished_at });
const cancelled = (finished_at: string | null = ago(HOUR)) =>
  aRun({ status: 'cancelled', started_at: null, finished_at });
const running = (started_at: string | null) => aRun({ status: 'running', started_at, finished_at: null });
const runs = (...sync_history: NonNullable<Changes['sync_history']>): Changes => ({ sync_history });
const every = (every_minutes: number) => ({ schedule: { every_minutes, latency_minutes: 0 } });

describeRule('sync_failing', {
  effect: 'error',
  onDisabled: 'suppressed',
  remedy: 'reconnect',
  holds: {
    'three failed runs in a row': [
      runs(failed('40105'), failed('60001'), failed('60001', ago(3 * DAY)), aRun()),
      '3 syncs in a row failed, the first 3 days ago: the platform no longer accepts the sign-in (40105).',
    ],
    'nothing but failed runs, without dates': [
      runs(failed('40001', null), failed(null, null), failed(null, null), failed(null, null)),
      '4 syncs in a row failed: the signed-in user, or the granted scope, may not read this (40001).',
    ],
    'cancelled runs between three failed ones': [
      runs(cancelled(), failed('40102'), cancelled(), failed(null), cancelled(), failed(null)),
      '3 syncs in a row failed, the first 60 min ago: the platform no longer accepts the sign-in (40102).',
    ],
    'a running and a queued run before three failed ones': [
      runs(aRun({ status: 'queued' }), running(null), failed('40102'), failed(null), failed(null)),
      '3 syncs in a row failed, the first 60 min ago: the platform no longer accepts the sign-in (40102).',
    ],
  },
  holdsNot: {
    'two failed runs in a row': runs(failed('40102'), failed('40102'), aRun(), failed('40102')),
    'three failed runs before one that completed': runs(aRun(), failed(null), failed(null), failed(null)),
    'a partial run between them': runs(failed(null), failed(null), aRun({ status: 'partial' }), failed(null)),
  },
});

describeRule('sync_failed', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: 'retry_failed_sync',
  holds: {
    'one failed run': [
      runs(failed('60001'), aRun()),
      'The last sync failed 60 min ago: a temporary error at the platform (60001).',
    ],
    'two failed runs, without dates': [
      runs(failed('60001', null), failed(null, null), aRun()),
      'The last sync failed: a temporary error at the platform (60001).',
    ],
    'a failed run under a cancelled one': [
      runs(cancelled(), failed('20001', ago(2 * HOUR)), aRun()),
      'The last sync failed 2 h ago: the platform answered only in part (20001).',
    ],
  },
  holdsNot: {
    'three failed runs, which is another rule': runs(failed(null), failed(null), failed(null)),
    'a failed run before one that completed': runs(aRun(), failed(null)),
    'no run': runs(),
  },
});

test.each([
  [failed('77', null), 'The last sync failed: a code this version does not know (77).'],
  [failed(null, ago(2 * DAY)), 'The last sync failed 2 days ago: no error was reported.'],
])('of an error that is not known no retry is offered', (run, message) => {
  expect(findingOf('sync_failed', runs(run))).toMatchObject({ message, remedy: 'open_sync_history' });
});

describe.each(['sync_failing', 'sync_failed'])('the remedy of %s', (code) => {
  const times = code === 'sync_failing' ? 3 : 1;
  test.each([
    ['40105', 'reconnect'],
    ['40001', 'reconnect'],
    ['40133', null],
    ['40002', 'open_sync_history'],
    ['60001', 'retry_failed_sync'],
    ['20001', 'retry_failed_sync'],
    ['no such code', 'open_sync_history'],
    [null, 'open_sync_history'],
  ])('is by the newest error: %s → %s', (errorCode, remedy) => {
    const older = Array.from({ length: times - 1 }, () => failed('40102'));
    expect(findingOf(code, runs(failed(errorCode), ...older, aRun()))?.remedy).toBe(remedy);
  });

  test('is none where a version ended', () => {
    const history = Array.from({ length: times }, () => failed('2635'));
    expect(findingOf(code, { platform: 'meta_ads', sync_history: history })?.remedy).toBeNull();
  });
});

describeRule('sync_partial', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: 'retry_failed_sync',
  holds: {
    'a partial run': [runs(aRun({ status: 'partial' })), 'The last sync brought only part of the data.'],
    'a partial run that reports no count': [
      runs(aRun({ status: 'partial', fetched: null, processed: null, failed: null })),
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
    'a partial run under a cancelled one': [
      runs(cancelled(), aRun({ status: 'partial', fetched: 1, failed: 1 })),
      'The last sync brought only part of the data: 1 of 1 row failed.',
    ],
  },
  holdsNot: {
    'a completed run without failed rows': runs(aRun({ failed: 0 })),
    'a completed run that does not say': runs(aRun({ failed: null })),
    'a failed run with failed rows': runs(failed(null)),
    'a partial run before a whole one': runs(aRun(), aRun({ status: 'partial' })),
    'no run': runs(),
  },
});

describeRule('sync_cancelled', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: 'manual_sync',
  holds: {
    'a newest finished run that was cancelled': [
      runs(cancelled(ago(90 * MINUTE)), aRun()),
      'The newest sync was cancelled 90 min ago.',
    ],
    'a cancelled run without a date': [runs(cancelled(null), aRun()), 'The newest sync was cancelled.'],
    'a cancelled run that only says when it started': [
      runs(aRun({ status: 'cancelled', started_at: ago(3 * HOUR), finished_at: null })),
      'The newest sync was cancelled 3 h ago.',
    ],
    'a cancelled run under one that is running': [
      runs(running(ago(MINUTE)), cancelled()),
      'The newest sync was cancelled 60 min ago.',
    ],
  },
  holdsNot: {
    'a cancelled run before one that finished': runs(aRun(), cancelled()),
    'a cancelled run before one that failed': runs(failed(null), cancelled()),
  },
});

describeRule('sync_stuck', {
  effect: 'warning',
  onDisabled: 'suppressed',
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
    'an older run among those that run': [
      runs(running(ago(HOUR)), running(ago(3 * DAY)), running(ago(7 * HOUR)), aRun()),
      'A sync has been running for 3 days.',
    ],
  },
  holdsNot: {
    'exactly 6 hours, synced hourly': { ...runs(running(ago(6 * HOUR))), ...every(60) },
    'over 2 intervals but not over 6 hours': { ...runs(running(ago(5 * HOUR))), ...every(60) },
    'over 6 hours but exactly 2 intervals': { ...runs(running(ago(8 * HOUR))), ...every(240) },
    'exactly 24 hours without a schedule': { ...runs(running(ago(24 * HOUR))), schedule: null },
    'a run that does not say since when': runs(running(null)),
    'a run that waits in the queue': runs(aRun({ status: 'queued', started_at: ago(9 * DAY) })),
  },
});
