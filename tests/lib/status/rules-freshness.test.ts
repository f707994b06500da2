import { aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, type Changes, HOUR, MINUTE } from './verdicts.ts';

const synced = (last: string | null, every_minutes = 60): Changes => ({
  schedule: { every_minutes, latency_minutes: 0 },
  sync_history: [],
  technical: { last_successful_sync: last },
});
const undated = { started_at: null, finished_at: null };

describeRule('data_stale', {
  effect: 'error',
  onDisabled: 'suppressed',
  remedy: 'manual_sync',
  holds: {
    'an age a millisecond over 3 intervals': [
      synced(ago(3 * HOUR + 1)),
      'Last success 3 h ago, due every hour.',
    ],
    'an age of 26 hours, synced every 6': [
      synced(ago(26 * HOUR), 360),
      'Last success 26 h ago, due every 6 h.',
    ],
    'a year’s age, synced every minute': [
      synced(ago(365 * 24 * HOUR), 1),
      'Last success 365 days ago, due every minute.',
    ],
    'a latency as long as the age, which is the platform’s own lag': [
      { ...synced(ago(4 * HOUR)), schedule: { every_minutes: 60, latency_minutes: 240 } },
      'Last success 4 h ago, due every hour.',
    ],
  },
  holdsNot: {
    'an age of exactly 3 intervals': synced(ago(3 * HOUR)),
    'no schedule': { ...synced(ago(99 * HOUR)), schedule: null },
    'no date': synced(null),
    'a last success ahead of the snapshot': synced(ahead(9 * HOUR)),
  },
});

describeRule('data_late', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: 'manual_sync',
  holds: {
    'an age a millisecond over 1.5 intervals': [
      synced(ago(90 * MINUTE + 1)),
      'Last success 90 min ago, due every hour.',
    ],
    'an age of exactly 3 intervals': [synced(ago(3 * HOUR)), 'Last success 3 h ago, due every hour.'],
    'an age of 40 hours, synced every day': [
      synced(ago(40 * HOUR), 24 * 60),
      'Last success 40 h ago, due every day.',
    ],
  },
  holdsNot: {
    'an age of exactly 1.5 intervals': synced(ago(90 * MINUTE)),
    'an age over 3 intervals, which is stale': synced(ago(3 * HOUR + 1)),
    'no schedule': { ...synced(ago(2 * HOUR)), schedule: null },
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

describeRule('never_synced', {
  effect: 'pending',
  onDisabled: 'suppressed',
  remedy: 'manual_sync',
  holds: {
    'no run and no last success': [synced(null), 'No sync has brought data yet.'],
    'nothing but failed, cancelled, running, queued and unknown runs': [
      {
        ...synced(null),
        sync_history: ['failed', 'cancelled', 'running', 'queued', 'skipped'].map((status) =>
          aRun({ status }),
        ),
      },
      'No sync has brought data yet.',
    ],
  },
  holdsNot: {
    'a last success alone': synced(ago(HOUR)),
    'a completed run without a date': { ...synced(null), sync_history: [aRun(undated)] },
    'a partial run without a date': {
      ...synced(null),
      sync_history: [aRun({ status: 'partial', ...undated })],
    },
    'a completed run under failed ones': {
      ...synced(null),
      sync_history: [aRun({ status: 'failed' }), aRun({ status: 'failed' }), aRun(undated)],
    },
  },
});
