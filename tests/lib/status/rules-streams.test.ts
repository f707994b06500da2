import type { Stream } from '../../../lib/schema/snapshot.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, type Changes, DAY, HOUR, MINUTE } from './verdicts.ts';

const stream = (name: string, last_successful_sync: string | null, error: Stream['error'] = null) => ({
  name,
  last_successful_sync,
  error,
});
const failing = (name: string) => stream(name, ago(61 * DAY), { code: '500', message: null });
const fresh = (name: string) => stream(name, ago(HOUR));
const streams = (...streams: Stream[]): Changes => ({ streams });
type Schedule = NonNullable<Changes['schedule']>;
/** Last synced an hour ago, and the rest of the schedule as given. */
const scheduled = (schedule: Partial<Schedule>, ...all: Stream[]): Changes => ({
  ...streams(...all),
  schedule: { every_minutes: 60, latency_minutes: 0, ...schedule },
});

describeRule('stream_failing', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'open_sync_history',
  holds: {
    'one of three': [streams(fresh('a'), failing('b'), fresh('c')), '1 error in 3 streams: “b”.'],
    'more than three, named in order': [
      streams(failing('d'), failing('c'), failing('b'), failing('a')),
      '4 errors in 4 streams: “a”, “b”, “c” and 1 more.',
    ],
  },
  holdsNot: { 'no error': streams(fresh('a')), 'no stream': streams(), 'streams that are not reported': {} },
});

describeRule('stream_late', {
  effect: 'warning',
  countsOn: 'enabled only',
  remedy: 'manual_sync',
  holds: {
    'one of six that did not come for two months': [
      streams(...['a', 'b', 'c', 'd', 'e'].map(fresh), stream('f', ago(61 * DAY))),
      '1 of 6 streams is late: “f” (last success 61 days ago).',
    ],
    'a millisecond over 2 intervals overdue': [
      streams(stream('b', ago(3 * HOUR + 1)), stream('a', ago(4 * HOUR))),
      '2 of 2 streams are late: “a” (last success 4 h ago) and “b” (last success 3 h ago).',
    ],
    'a millisecond over the platform’s own threshold': [
      scheduled({ stale_after_minutes: 90 }, stream('a', ago(90 * MINUTE + 1))),
      '1 of 1 stream is late: “a” (last success 90 min ago).',
    ],
    'a calendar, and three intervals behind the source’s last success': [
      scheduled({ next_due_at: ahead(2 * DAY) }, stream('a', ago(4 * HOUR + 1))),
      '1 of 1 stream is late: “a” (last success 4 h ago).',
    ],
  },
  holdsNot: {
    'exactly 2 intervals overdue': streams(stream('a', ago(3 * HOUR))),
    'exactly the platform’s own threshold': scheduled(
      { stale_after_minutes: 90 },
      stream('a', ago(90 * MINUTE)),
    ),
    'a calendar, and as old as the source’s last success': {
      ...scheduled({ next_due_at: ahead(2 * DAY) }, stream('a', ago(60 * HOUR))),
      sync_history: [],
      technical: { last_successful_sync: ago(60 * HOUR) },
    },
    'an error, which is another rule': streams(failing('a')),
    'no date': streams(stream('a', null)),
    'a date that means never': streams(stream('a', '1970-01-01T00:00:00Z')),
    'no schedule': { ...streams(stream('a', ago(61 * DAY))), schedule: null },
    'a source that is stale itself': {
      ...streams(stream('a', ago(61 * DAY))),
      sync_history: [],
      technical: { last_successful_sync: ago(9 * HOUR) },
    },
  },
});
