import { aQualityEntry, aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ahead, MINUTE } from './verdicts.ts';

describeRule('unknown_value', {
  effect: 'unknown',
  onDisabled: 'counts',
  remedy: null,
  holds: {
    'a new connection': [{ connection: 'paused' }, 'This version does not know connection “paused”.'],
    'a new API version review': [
      { technical: { api_version_review: 'WAIVED' } },
      'This version does not know api_version_review “WAIVED”.',
    ],
    'a new mapping status': [
      { technical: { mapping_status: 'guessed' } },
      'This version does not know mapping_status “guessed”.',
    ],
    'a new word for who disabled it': [
      { disabled_by: 'compliance' },
      'This version does not know disabled_by “compliance”.',
    ],
    'a new status of the newest run': [
      { sync_history: [aRun({ status: 'skipped' }), aRun()] },
      'This version does not know sync status “skipped”.',
    ],
    'a new severity': [
      { data_quality: [aQualityEntry({ severity: 'CRITICAL' })] },
      'This version does not know severity “CRITICAL”.',
    ],
    'the name of an inherited property': [
      { connection: 'constructor' },
      'This version does not know connection “constructor”.',
    ],
    'several, each told once and in one order': [
      {
        connection: 'paused',
        sync_history: [aRun({ status: 'skipped' })],
        data_quality: [aQualityEntry({ severity: 'FATAL' }), aQualityEntry({ severity: 'FATAL', code: 'b' })],
      },
      'This version does not know connection “paused”, severity “FATAL” and sync status “skipped”.',
    ],
  },
  holdsNot: {
    'a new status of an older run': { sync_history: [aRun(), aRun({ status: 'skipped' })] },
    'no run': { sync_history: [] },
    'nobody named who disabled it': { disabled_by: null },
    'a new word for the platform': { platform: 'carrier_pigeon' },
  },
});

describeRule('clock_ahead', {
  effect: 'unknown',
  onDisabled: 'counts',
  remedy: null,
  holds: {
    'a run that started a millisecond after the 5 minutes': [
      { sync_history: [aRun({ started_at: ahead(5 * MINUTE + 1), finished_at: null })] },
      'A sync is dated 5 min after the snapshot was taken.',
    ],
    'a run that finished ahead': [
      { sync_history: [aRun({ finished_at: ahead(3 * 60 * MINUTE) })] },
      'A sync is dated 3 h after the snapshot was taken.',
    ],
    'an older run that finished ahead': [
      { sync_history: [aRun(), aRun({ finished_at: ahead(6 * MINUTE) })] },
      'A sync is dated 6 min after the snapshot was taken.',
    ],
    'a last success ahead': [
      { technical: { last_successful_sync: ahead(10 * MINUTE) } },
      'A sync is dated 10 min after the snapshot was taken.',
    ],
    'the furthest of several': [
      {
        sync_history: [aRun({ started_at: ahead(20 * MINUTE), finished_at: ahead(8 * MINUTE) })],
        technical: { last_successful_sync: ahead(10 * MINUTE) },
      },
      'A sync is dated 20 min after the snapshot was taken.',
    ],
  },
  holdsNot: {
    'times exactly 5 minutes ahead': {
      sync_history: [aRun({ started_at: ahead(5 * MINUTE), finished_at: ahead(5 * MINUTE) })],
      technical: { last_successful_sync: ahead(5 * MINUTE) },
    },
    'a token, a sunset and a limit in the future, which is where they belong': {
      token: { expires_at: ahead(99 * MINUTE), refreshable: true },
      technical: { api_version_sunset_at: ahead(99 * MINUTE) },
      rate_limited_until: ahead(99 * MINUTE),
    },
  },
});
