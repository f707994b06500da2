import { describe, expect, test } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { ago, assess, type Changes, HOUR } from './verdicts.ts';

const sunset = { api_version_sunset_at: ago(-900 * 24 * HOUR) };
const notReported = (changes: Changes) =>
  assess({ ...changes, technical: { ...sunset, ...changes.technical } }).notReported;
const undated = { started_at: null, finished_at: null };
const failed = (error: { code: string | null; message: string } | null) =>
  aRun({ status: 'failed', error, finished_at: ago(HOUR - 1) });
const stream = (last_successful_sync: string | null) => ({ name: 'a', last_successful_sync, error: null });

test('a source that reports everything', () => {
  expect(notReported({})).toEqual([]);
});

describe('each fact that is not reported is named', () => {
  test.each<[string, Changes]>([
    ['who switched it off', { enabled: false, disabled_by: null }],
    ['sign-in', { token: null }],
    ['end of the sign-in', { token: { expires_at: null, refreshable: false } }],
    ['accounts', { accounts: null }],
    ['mapping', { technical: { mapping_status: null } }],
    ['mapping check', { technical: { field_mapping_check_required: null } }],
    ['sync interval', { schedule: { every_minutes: null, latency_minutes: 0 } }],
    ['sync history', { sync_history: [] }],
    ['dates of syncs', { sync_history: [aRun(undated)] }],
    [
      'dates of syncs',
      { sync_history: [aRun({ status: 'failed', error: { code: '1', message: '' }, ...undated }), aRun()] },
    ],
    ['dates of syncs', { sync_history: [aRun({ status: 'running', ...undated }), aRun()] }],
    ['row counts', { sync_history: [aRun({ processed: null })] }],
    ['row counts', { sync_history: [aRun({ status: 'partial', fetched: null }), aRun()] }],
    ['row counts', { sync_history: [aRun({ status: 'partial' }), aRun({ fetched: null })] }],
    ['error code of the last sync', { sync_history: [failed(null), aRun()] }],
    ['error code of the last sync', { sync_history: [failed({ code: null, message: 'No.' }), aRun()] }],
    ['last success of some streams', { streams: [stream(ago(HOUR)), stream(null)] }],
    ['API version', { technical: { api_version: null } }],
    ['end of the API version', { technical: { api_version_sunset_at: null } }],
    ['API version review', { technical: { api_version_review: null } }],
    ['changelog review', { technical: { changelog_review_required: null } }],
    ['schema change', { technical: { schema_changed: null } }],
    [
      'whether the schema change breaks syncs',
      { technical: { schema_changed: true, schema_change_breaking: null } },
    ],
  ])('%s', (phrase, changes) => {
    expect(notReported(changes)).toEqual([phrase]);
  });
});

describe('what is known is not named', () => {
  test.each<[string, Changes]>([
    ['no schedule: it is synced by hand', { schedule: null }],
    ['a sign-in that renews itself', { token: { expires_at: null, refreshable: true } }],
    ['no limit', { rate_limited_until: null }],
    ['streams that all have a date', { streams: [stream(ago(HOUR))] }],
    ['a user who switched it off', { enabled: false, disabled_by: 'user' }],
    [
      'no run and no success: there was none',
      { sync_history: [], technical: { last_successful_sync: null } },
    ],
    ['an undated run behind one that brought data', { sync_history: [aRun(), aRun(undated)] }],
    ['a sync that waits', { sync_history: [aRun({ status: 'queued', ...undated }), aRun()] }],
    ['counts of an older run', { sync_history: [aRun(), aRun({ processed: null })] }],
    ['an error with a code', { sync_history: [failed({ code: '60001', message: '' }), aRun()] }],
    [
      'no change, so nothing that could break',
      { technical: { schema_changed: false, schema_change_breaking: null } },
    ],
  ])('%s', (_, changes) => {
    expect(notReported(changes)).toEqual([]);
  });
});

test('several come in a fixed order', () => {
  expect(notReported({ accounts: null, token: null, technical: { mapping_status: null } })).toEqual([
    'sign-in',
    'accounts',
    'mapping',
  ]);
});
