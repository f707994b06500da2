import { anAccount, aQualityEntry, aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import { ago, ahead, MINUTE } from './verdicts.ts';

const judge = (words: string) => `New ${words}: this panel cannot judge it.`;
const undated = { started_at: null, finished_at: null };

describeRule('unknown_value', {
  effect: 'unknown',
  countsOn: 'every source',
  remedy: null,
  nextStep: 'Update this panel, or ask whoever runs your data platform what the new word means.',
  holds: {
    'a new connection': [{ connection: 'paused' }, judge('connection state “paused”')],
    'a new API version review': [
      { technical: { api_version_review: 'WAIVED' } },
      judge('API version review “WAIVED”'),
    ],
    'a new mapping status': [{ technical: { mapping_status: 'guessed' } }, judge('mapping status “guessed”')],
    'a new word for who disabled it': [
      { disabled_by: 'compliance' },
      judge('word for who switched it off “compliance”'),
    ],
    'a new status of the newest run': [
      { sync_history: [aRun({ status: 'throttled' }), aRun()] },
      judge('status “throttled”'),
    ],
    'a new status of any run down to the newest that brought data': [
      {
        sync_history: [
          aRun({ status: 'failed', ...undated }),
          aRun({ status: 'throttled', ...undated }),
          aRun({ processed: 0, ...undated }),
          aRun({ status: 'skipped', ...undated }),
          aRun(),
          aRun({ status: 'paused', ...undated }),
        ],
      },
      'New status “skipped” and status “throttled”: this panel cannot judge them.',
    ],
    'a new status of a run that is older by place and newer by time': [
      { sync_history: [aRun(), aRun({ status: 'throttled', finished_at: ago(MINUTE) })] },
      judge('status “throttled”'),
    ],
    'a new status of a selected account': [
      { accounts: [anAccount(), anAccount({ status: 'frozen' })] },
      judge('account status “frozen”'),
    ],
    'a new mapping status of a selected account': [
      { accounts: [anAccount({ mapping_status: 'guessed' })] },
      judge('account mapping status “guessed”'),
    ],
    'a new severity': [
      { data_quality: [aQualityEntry({ severity: 'CRITICAL' })] },
      judge('severity “CRITICAL”'),
    ],
    'the name of an inherited property': [
      { connection: 'constructor' },
      judge('connection state “constructor”'),
    ],
    'several, each named once and in one order': [
      {
        connection: 'paused',
        sync_history: [aRun({ status: 'throttled', ...undated })],
        data_quality: [aQualityEntry({ severity: 'FATAL' }), aQualityEntry({ severity: 'FATAL', code: 'b' })],
      },
      'New connection state “paused”, severity “FATAL” and status “throttled”: this panel cannot judge them.',
    ],
    many: [
      { data_quality: ['A', 'B', 'C', 'D', 'E'].map((severity) => aQualityEntry({ severity })) },
      'New severity “A”, severity “B”, severity “C” and 2 more: this panel cannot judge them.',
    ],
  },
  holdsNot: {
    'a new status of an older run than the newest that brought data': {
      sync_history: [aRun(), aRun({ status: 'throttled', ...undated })],
    },
    'no run': { sync_history: [] },
    'nobody named who disabled it': { disabled_by: null },
    'words that are not reported': { technical: { mapping_status: null, api_version_review: null } },
    'an account that is not selected': {
      accounts: [anAccount(), anAccount({ selected: false, status: 'frozen', mapping_status: 'guessed' })],
    },
    'a new word for the platform': { platform: 'carrier_pigeon' },
    'a new kind of run': { sync_history: [aRun({ kind: 'resync' })] },
  },
});

describeRule('clock_ahead', {
  effect: 'unknown',
  countsOn: 'every source',
  remedy: null,
  nextStep: 'Ask whoever runs your data platform to check its clock and time zone.',
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
    'a stream’s last success ahead': [
      { streams: [{ name: 'a', last_successful_sync: ahead(7 * MINUTE), error: null }] },
      'A sync is dated 7 min after the snapshot was taken.',
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
