import { describe, expect, test } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, assess, type Changes, codesOf, DAY, HOUR, MINUTE } from './verdicts.ts';

type Schedule = NonNullable<Changes['schedule']>;

const hourly: Schedule = { every_minutes: 60, latency_minutes: 0 };
const synced = (last: string | null, schedule: Partial<Schedule> = {}): Changes => ({
  schedule: { ...hourly, ...schedule },
  sync_history: [],
  technical: { last_successful_sync: last },
});
const undated = { started_at: null, finished_at: null };

describeRule('data_stale', {
  effect: 'error',
  countsOn: 'enabled only',
  remedy: 'manual_sync',
  holds: {
    'a millisecond over 2 intervals overdue': [
      synced(ago(3 * HOUR + 1)),
      'Last success 3 h ago, due every hour.',
    ],
    '26 hours, synced every 6': [
      synced(ago(26 * HOUR), { every_minutes: 360 }),
      'Last success 26 h ago, due every 6 h.',
    ],
    'a year, synced every minute': [
      synced(ago(365 * DAY), { every_minutes: 1 }),
      'Last success 365 days ago, due every minute.',
    ],
    'a latency as long as the age, which is the platform’s own lag': [
      synced(ago(4 * HOUR), { latency_minutes: 240 }),
      'Last success 4 h ago, due every hour.',
    ],
    'a millisecond over 2 intervals past a named time': [
      synced(ago(3 * DAY), { next_due_at: ago(2 * HOUR + 1) }),
      'Last success 3 days ago; the next sync was due 2 h ago.',
    ],
    'a named time that lies before the last success': [
      synced(ago(4 * HOUR), { next_due_at: ago(4 * HOUR) }),
      'Last success 4 h ago, due every hour.',
    ],
    'a millisecond over the platform’s own threshold': [
      synced(ago(12 * HOUR + 1), { stale_after_minutes: 720, every_minutes: null }),
      'Last success 12 h ago, expected within 12 h.',
    ],
    'the platform’s own threshold before 2 intervals': [
      synced(ago(61 * MINUTE), { stale_after_minutes: 60, every_minutes: 1440 }),
      'Last success 61 min ago, expected within 60 min.',
    ],
  },
  holdsNot: {
    'exactly 2 intervals overdue': synced(ago(3 * HOUR)),
    'exactly 2 intervals past a named time': synced(ago(3 * DAY), { next_due_at: ago(2 * HOUR) }),
    'exactly the platform’s own threshold': synced(ago(12 * HOUR), { stale_after_minutes: 720 }),
    'many intervals within the platform’s own threshold': synced(ago(9 * HOUR), { stale_after_minutes: 720 }),
    'a named time, the interval not reported': synced(ago(99 * DAY), {
      every_minutes: null,
      next_due_at: ago(90 * DAY),
    }),
    'no schedule': { ...synced(ago(99 * HOUR)), schedule: null },
    'an interval that is not reported': synced(ago(99 * DAY), { every_minutes: null }),
    'no date': synced(null),
    'a date that means never': synced('1970-01-01T00:00:00Z'),
    'a last success ahead of the snapshot': synced(ahead(9 * HOUR)),
  },
});

describeRule('data_late', {
  effect: 'warning',
  countsOn: 'enabled only',
  remedy: 'manual_sync',
  holds: {
    'a millisecond over half an interval overdue': [
      synced(ago(90 * MINUTE + 1)),
      'Last success 90 min ago, due every hour.',
    ],
    'exactly 2 intervals overdue': [synced(ago(3 * HOUR)), 'Last success 3 h ago, due every hour.'],
    '40 hours, synced every day': [
      synced(ago(40 * HOUR), { every_minutes: 24 * 60 }),
      'Last success 40 h ago, due every day.',
    ],
    'a millisecond over half an interval past a named time': [
      synced(ago(3 * DAY), { next_due_at: ago(30 * MINUTE + 1) }),
      'Last success 3 days ago; the next sync was due 30 min ago.',
    ],
    'any time past a named time, the interval not reported': [
      synced(ago(3 * DAY), { every_minutes: null, next_due_at: ago(4 * HOUR) }),
      'Last success 3 days ago; the next sync was due 4 h ago.',
    ],
    'a millisecond over the platform’s own threshold': [
      synced(ago(10 * MINUTE + 1), { late_after_minutes: 10 }),
      'Last success 10 min ago, expected within 10 min.',
    ],
    'such a threshold, the interval not reported': [
      synced(ago(25 * HOUR), { late_after_minutes: 1440, every_minutes: null }),
      'Last success 25 h ago, expected within 24 h.',
    ],
  },
  holdsNot: {
    'exactly half an interval overdue': synced(ago(90 * MINUTE)),
    'more than 2 intervals overdue, which is stale': synced(ago(3 * HOUR + 1)),
    'exactly half an interval past a named time': synced(ago(3 * DAY), { next_due_at: ago(30 * MINUTE) }),
    'a named time that is to come': synced(ago(3 * DAY), { next_due_at: ahead(1) }),
    'a named time at the very instant, the interval not reported': synced(ago(3 * DAY), {
      every_minutes: null,
      next_due_at: ago(0),
    }),
    'exactly the platform’s own threshold': synced(ago(10 * MINUTE), { late_after_minutes: 10 }),
    'half an interval within the platform’s own threshold': synced(ago(2 * HOUR), {
      late_after_minutes: 180,
    }),
    'no schedule': { ...synced(ago(2 * HOUR)), schedule: null },
    'an interval that is not reported': synced(ago(99 * DAY), { every_minutes: null }),
    'no date': synced(null),
    'a newer run than the last success': {
      ...synced(ago(2 * HOUR)),
      sync_history: [aRun({ finished_at: ago(HOUR) })],
    },
    'a newer partial run than the last success': {
      ...synced(ago(2 * HOUR)),
      sync_history: [aRun({ status: 'partial', finished_at: ago(HOUR) })],
    },
  },
});

describe('a source that syncs on weekdays only', () => {
  // AS_OF is a Friday; here only the distances between instants matter.
  const friday = ago(60 * HOUR);
  const onMonday = (due: string, every_minutes: number | null = 1440) =>
    synced(friday, { every_minutes, next_due_at: due });

  test.each<[string, string[], Changes]>([
    ['is quiet on Sunday', [], onMonday(ahead(20 * HOUR))],
    ['is late on Monday noon, four hours past its time', ['data_late'], onMonday(ago(4 * HOUR), null)],
    ['is quiet for half a day after its time, synced once a day', [], onMonday(ago(12 * HOUR))],
    ['is late after that', ['data_late'], onMonday(ago(12 * HOUR + 1))],
  ])('%s', (_, codes, changes) => {
    expect(codesOf(changes)).toEqual(codes);
  });
});

describe('the last success', () => {
  const of = (last_successful_sync: string | null, ...sync_history: NonNullable<Changes['sync_history']>) =>
    assess({ sync_history, technical: { last_successful_sync } }).lastSuccess;
  const [early, middle, last] = [ago(3 * HOUR), ago(2 * HOUR), ago(HOUR)];

  test.each<[string, string | null, string | null]>([
    ['the date alone', of(early), early],
    ['a newer run that brought data', of(early, aRun({ finished_at: last })), last],
    ['the date beside older runs', of(last, aRun({ finished_at: early })), last],
    [
      'the start of a run that does not say its end',
      of(null, aRun({ started_at: last, finished_at: null })),
      last,
    ],
    [
      'the latest of the runs, wherever it is listed',
      of(null, aRun({ finished_at: early }), aRun({ finished_at: last }), aRun({ finished_at: middle })),
      last,
    ],
    ['nothing where there is none', of(null), null],
    ['nothing for a run without a date', of(null, aRun(undated)), null],
    ['nothing for a date of 1970, which means never', of('1970-01-01T00:00:00Z'), null],
    [
      'nothing for a run of 1970',
      of(null, aRun({ started_at: null, finished_at: '1970-01-01T00:00:00Z' })),
      null,
    ],
    [
      'not the date of a run that brought nothing',
      of(last, aRun({ finished_at: last, processed: 0 }), aRun({ finished_at: early })),
      early,
    ],
    [
      'nor of a failed run, written another way',
      of(last.replace('.000Z', '+00:00'), aRun({ status: 'failed', finished_at: last })),
      null,
    ],
    [
      'the date of a run that brought data, though another of the same time did not',
      of(last, aRun({ finished_at: last }), aRun({ finished_at: last, processed: 0 })),
      last,
    ],
    [
      'the date beside a run whose status is not known: it may have brought data',
      of(last, aRun({ status: 'throttled', finished_at: last })),
      last,
    ],
    [
      'the date a second after a run that brought nothing',
      of(ago(HOUR - 1000), aRun({ finished_at: last, processed: 0 })),
      ago(HOUR - 1000),
    ],
  ])('is %s', (_, lastSuccess, expected) => {
    expect(lastSuccess).toBe(expected);
  });
});

describeRule('never_synced', {
  effect: 'pending',
  countsOn: 'all but off',
  remedy: 'manual_sync',
  holds: {
    'no run and no last success': [synced(null), 'No sync has brought data yet.'],
    'nothing but failed, cancelled, running and queued runs': [
      {
        ...synced(null),
        sync_history: ['failed', 'cancelled', 'running', 'queued'].map((status) => aRun({ status })),
      },
      'No sync has brought data yet.',
    ],
    'a last success that means never': [synced('1970-01-01T00:00:00Z'), 'No sync has brought data yet.'],
    'a run whose rows did not arrive': [
      { sync_history: [aRun({ processed: 0 })], technical: { last_successful_sync: '2026-11-20T07:00:00Z' } },
      'No sync has brought data yet.',
    ],
  },
  holdsNot: {
    'a last success alone': synced(ago(HOUR)),
    'a completed run without a date': { ...synced(null), sync_history: [aRun(undated)] },
    'a completed run that fetched nothing': {
      ...synced(null),
      sync_history: [aRun({ fetched: 0, processed: 0 })],
    },
    'a partial run without a date': {
      ...synced(null),
      sync_history: [aRun({ status: 'partial', ...undated })],
    },
    'a completed run under failed ones': {
      ...synced(null),
      sync_history: [aRun({ status: 'failed' }), aRun({ status: 'failed' }), aRun(undated)],
    },
    'a run whose status is not known': { ...synced(null), sync_history: [aRun({ status: 'succeeded' })] },
    'a load of the past that is running': {
      ...synced(null),
      sync_history: [aRun({ status: 'running', kind: 'history', finished_at: null })],
    },
  },
});
