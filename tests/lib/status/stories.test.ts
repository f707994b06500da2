/**
 * What happened to people who run such syncs, in short: the facts as their platforms gave them, and the verdict they
 * needed. The snapshot is taken at `AS_OF`; times count back from it.
 */
import { describe, expect, test } from 'vitest';
import { anAccount, aRun, aSource } from '../../../fixtures/builders.ts';
import type { Stream, SyncRun } from '../../../lib/schema/snapshot.ts';
import { previewActions } from '../../../lib/status/actions.ts';
import { needsAction } from '../../../lib/status/summarise.ts';
import type { ActionId, Assessment } from '../../../lib/status/vocabulary.ts';
import { ago, ahead, assess, type Changes, DAY, HOUR, MINUTE, suggestedOn } from './verdicts.ts';

type Run = Partial<SyncRun>;
const at = (length: number, run: Run = {}) =>
  aRun({ started_at: ago(length + MINUTE), finished_at: ago(length), ...run });
const rows = (count: number): Run => ({ fetched: count, processed: count, failed: 0 });
const failed = (code: string | null): Run => ({
  status: 'failed',
  error: code === null ? null : { code, message: null },
});
const nothing: Run = { fetched: 0, processed: 0, failed: 0 };
const uncounted: Run = { fetched: null, processed: null, failed: null };
const undated: Run = { started_at: null, finished_at: null };
const running = (since: number, run: Run = {}) =>
  aRun({ status: 'running', started_at: ago(since), finished_at: null, ...run });
const hourly = { every_minutes: 60, latency_minutes: 0 };
const daily = { every_minutes: 1440, latency_minutes: 0 };
const stream = (name: string, age: number): Stream => ({ name, last_successful_sync: ago(age), error: null });
const noDate = { last_successful_sync: null };

interface Story {
  facts: Changes;
  health: Assessment['health'];
  codes: string[];
  numbers: Assessment['numbers'];
  /** How long before the snapshot data last arrived; null if not known. */
  lastSuccess?: number | null;
  suggested?: ActionId[];
  nextStep?: string;
}

const STORIES: Record<string, Story> = {
  'a run read 24 million rows, none arrived, and it “succeeded”': {
    facts: {
      technical: { last_successful_sync: ago(HOUR) },
      sync_history: [at(HOUR, { fetched: 24_000_000, processed: 0 })],
    },
    health: 'warning',
    codes: ['no_rows_arrived', 'never_synced'],
    numbers: 'missing',
    lastSuccess: null,
    suggested: ['manual_sync', 'retry_failed_sync'],
  },
  'two successes with 0 rows after months of many': {
    facts: {
      schedule: daily,
      technical: { last_successful_sync: ago(HOUR) },
      sync_history: [HOUR, 25 * HOUR]
        .map((age) => at(age, nothing))
        .concat(Array.from({ length: 20 }, (_, day) => at((day + 2) * DAY, rows(52_000)))),
    },
    health: 'warning',
    codes: ['zero_records'],
    numbers: 'current',
    lastSuccess: HOUR,
    suggested: ['open_data_quality'],
  },
  'switched off by billing 27 days ago, the sign-in dead since': {
    facts: {
      enabled: false,
      disabled_by: 'billing',
      connection: 'expired',
      technical: { last_successful_sync: ago(27 * DAY) },
      sync_history: [at(26 * DAY, failed('190')), at(27 * DAY)],
      platform: 'meta_ads',
    },
    health: 'error',
    codes: ['token_expired', 'sync_refused', 'disabled_by_system'],
    numbers: 'frozen',
    lastSuccess: 27 * DAY,
    suggested: ['reconnect'],
  },
  'a jobs list that comes oldest first, failing now': {
    facts: {
      technical: { last_successful_sync: ago(4 * HOUR) },
      sync_history: [
        at(4 * HOUR),
        at(3 * HOUR, failed('60001')),
        at(2 * HOUR, failed('60001')),
        at(HOUR, failed('60001')),
      ],
    },
    health: 'error',
    codes: ['sync_failing', 'data_stale'],
    numbers: 'late',
    lastSuccess: 4 * HOUR,
    suggested: ['manual_sync', 'retry_failed_sync'],
  },
  'the same list, recovered': {
    facts: {
      technical: { last_successful_sync: ago(HOUR) },
      sync_history: [3, 2].map((hours) => at(hours * HOUR, failed('60001'))).concat(at(HOUR)),
    },
    health: 'healthy',
    codes: [],
    numbers: 'current',
    lastSuccess: HOUR,
  },
  'synced by hand, 400 days ago': {
    facts: {
      schedule: null,
      technical: { last_successful_sync: ago(400 * DAY) },
      sync_history: [at(400 * DAY)],
    },
    health: 'healthy',
    codes: [],
    numbers: 'as_of_last_sync',
    lastSuccess: 400 * DAY,
  },
  'a clock that is an hour ahead': {
    facts: { sync_history: [at(-HOUR), at(0)], technical: { last_successful_sync: ago(-HOUR) } },
    health: 'unknown',
    codes: ['clock_ahead'],
    numbers: 'unknown',
    nextStep: 'Ask whoever runs your data platform to check its clock and time zone.',
  },
  'ten partial runs without a row': {
    facts: {
      technical: { last_successful_sync: ago(30 * MINUTE) },
      sync_history: Array.from({ length: 10 }, (_, run) =>
        at(30 * MINUTE + run * HOUR, { status: 'partial', ...nothing }),
      ).concat(at(11 * HOUR)),
    },
    health: 'error',
    codes: ['data_stale'],
    numbers: 'late',
    lastSuccess: 11 * HOUR,
  },
  'Meta’s limit (17) on a stale source: another sync would make it worse': {
    facts: {
      platform: 'meta_ads',
      technical: { last_successful_sync: ago(9 * HOUR) },
      sync_history: [at(HOUR, failed('17')), at(2 * HOUR, failed('17')), at(9 * HOUR)],
    },
    health: 'error',
    codes: ['data_stale', 'sync_failed'],
    numbers: 'late',
    suggested: [],
    nextStep: 'Wait before the next sync: more requests now only keep the limit up.',
  },
  'a dead sign-in, once': {
    facts: { platform: 'meta_ads', sync_history: [at(HOUR - 1, failed('190')), at(HOUR)] },
    health: 'error',
    codes: ['sync_refused'],
    numbers: 'current',
    suggested: ['reconnect'],
  },
  'running, succeeded, succeeded: words of another platform': {
    facts: {
      technical: noDate,
      sync_history: ['running', 'succeeded', 'succeeded'].map((status) => aRun({ status, ...undated })),
    },
    health: 'unknown',
    codes: ['unknown_value'],
    numbers: 'unknown',
    lastSuccess: null,
  },
  'a run left RUNNING five days ago behind newer ones': {
    facts: { sync_history: [at(HOUR), at(2 * HOUR), running(5 * DAY)] },
    health: 'healthy',
    codes: [],
    numbers: 'current',
  },
  'weekdays only, on Sunday': {
    facts: {
      schedule: { ...daily, next_due_at: ahead(20 * HOUR) },
      technical: { last_successful_sync: ago(55 * HOUR) },
      sync_history: [at(55 * HOUR)],
    },
    health: 'healthy',
    codes: [],
    numbers: 'current',
  },
  'weekdays only, on Monday noon, no sync since Friday': {
    facts: {
      schedule: { every_minutes: null, latency_minutes: 0, next_due_at: ago(4 * HOUR) },
      technical: { last_successful_sync: ago(76 * HOUR) },
      sync_history: [at(76 * HOUR)],
    },
    health: 'warning',
    codes: ['data_late'],
    numbers: 'late',
    suggested: ['manual_sync'],
  },
  'one of six reports not synced for two months': {
    facts: {
      streams: [...['a', 'b', 'c', 'd', 'e'].map((name) => stream(name, HOUR)), stream('f', 61 * DAY)],
    },
    health: 'warning',
    codes: ['stream_late'],
    numbers: 'partial',
    suggested: ['manual_sync'],
  },
  'one of three accounts shut, so that each run is partial': {
    facts: {
      accounts: [anAccount({ status: 'ok' }), anAccount({ status: 'closed' }), anAccount({ status: 'ok' })],
      sync_history: [at(HOUR)],
    },
    health: 'warning',
    codes: ['account_unreadable'],
    numbers: 'partial',
    suggested: ['refresh_metadata'],
  },

  'Airbyte: cancelled by its own upgrade, the sync before it fine': {
    facts: { sync_history: [at(MINUTE, { status: 'cancelled', ...uncounted }), at(HOUR)] },
    health: 'warning',
    codes: ['sync_cancelled'],
    numbers: 'current',
    suggested: ['manual_sync'],
  },
  'Airbyte: every attempt counts its rows again, so fetched is above processed': {
    facts: { sync_history: [at(HOUR, { fetched: 9000, processed: 3000, failed: 0 })] },
    health: 'healthy',
    codes: [],
    numbers: 'current',
  },
  'Airbyte: no counts at all, ever': {
    facts: { sync_history: [at(HOUR, uncounted), at(2 * HOUR, uncounted), at(3 * HOUR, uncounted)] },
    health: 'healthy',
    codes: ['stats_missing'],
    numbers: 'current',
  },
  'counts that stop after an upgrade of the connector': {
    facts: { sync_history: [at(HOUR, uncounted), ...[2, 3, 4].map((hours) => at(hours * HOUR))] },
    health: 'warning',
    codes: ['stats_stopped'],
    numbers: 'current',
  },
  'Fivetran: rescheduled, so paused until it asks the platform again': {
    facts: { sync_history: [aRun({ status: 'rescheduled', ...undated }), at(HOUR)] },
    health: 'unknown',
    codes: ['unknown_value'],
    numbers: 'unknown',
    lastSuccess: HOUR,
  },
  'Fivetran: a re-sync of all history takes four days': {
    facts: { sync_history: [running(4 * DAY, { kind: 'history' })], technical: noDate },
    health: 'pending',
    codes: ['history_loading'],
    numbers: 'missing',
  },
  'Fivetran: created by API, never set up': {
    facts: { connection: 'needs_setup', accounts: null, sync_history: [], technical: noDate },
    health: 'pending',
    codes: ['setup_incomplete', 'never_synced'],
    numbers: 'missing',
    suggested: ['reconnect'],
  },
  'dbt source freshness: warn after 12 h, error after 24 h, at 13 h': {
    facts: {
      schedule: {
        every_minutes: null,
        latency_minutes: 0,
        late_after_minutes: 720,
        stale_after_minutes: 1440,
      },
      technical: { last_successful_sync: ago(13 * HOUR) },
      sync_history: [],
    },
    health: 'warning',
    codes: ['data_late'],
    numbers: 'late',
  },
  'dbt source freshness, at 25 h': {
    facts: {
      schedule: {
        every_minutes: null,
        latency_minutes: 0,
        late_after_minutes: 720,
        stale_after_minutes: 1440,
      },
      technical: { last_successful_sync: ago(25 * HOUR) },
      sync_history: [],
    },
    health: 'error',
    codes: ['data_stale'],
    numbers: 'late',
  },
  'a business use case of Meta’s is throttled for 18 more minutes': {
    facts: {
      platform: 'meta_ads',
      rate_limited_until: ahead(18 * MINUTE),
      sync_history: [at(40 * MINUTE, failed('4')), at(HOUR)],
    },
    health: 'warning',
    codes: ['sync_failed', 'rate_limited'],
    numbers: 'current',
    suggested: [],
    nextStep: 'Wait: the limit ends in 18 min.',
  },
  'the scope ads_read was withdrawn': {
    facts: { platform: 'meta_ads', sync_history: [at(MINUTE, failed('200')), at(HOUR)] },
    health: 'error',
    codes: ['sync_refused'],
    numbers: 'current',
    suggested: ['reconnect'],
  },
  'the version ended, and each sync since fails for it': {
    facts: {
      platform: 'meta_ads',
      sync_history: [at(HOUR, failed('2635')), at(2 * HOUR, failed('2635')), at(20 * DAY)],
      technical: {
        api_version: 'v24.0',
        api_version_sunset_at: ago(20 * DAY),
        last_successful_sync: ago(20 * DAY),
      },
    },
    health: 'error',
    codes: ['api_version_expired', 'sync_refused', 'data_stale', 'api_version_served_differs'],
    numbers: 'late',
    suggested: [],
    nextStep: 'Ask whoever runs the connector for a release that uses a newer API version than v24.0.',
  },
  'a sign-in that could be renewed for a year, which is over': {
    facts: {
      platform: 'linkedin_ads',
      token: { expires_at: ahead(9 * DAY), refreshable: true, refresh_ends_at: ago(DAY) },
    },
    health: 'error',
    codes: ['token_expired'],
    numbers: 'current',
    suggested: ['reconnect'],
  },
  'a token refreshed every day, its expiry a minute ago: nothing yet': {
    facts: { token: { expires_at: ago(MINUTE), refreshable: true } },
    health: 'healthy',
    codes: [],
    numbers: 'current',
  },
  'a last success of 1970, because the platform counts from there': {
    facts: { technical: { last_successful_sync: '1970-01-01T00:00:00Z' }, sync_history: [] },
    health: 'pending',
    codes: ['never_synced'],
    numbers: 'missing',
    lastSuccess: null,
  },
  'all advertisers closed after the agency left': {
    facts: { accounts: [anAccount({ status: 'no_access' }), anAccount({ status: 'closed' })] },
    health: 'error',
    codes: ['accounts_unreadable'],
    numbers: 'partial',
    suggested: ['refresh_metadata'],
  },
  'an export that holds neither accounts, mapping nor sign-in': {
    facts: {
      accounts: null,
      token: null,
      technical: {
        mapping_status: null,
        api_version: null,
        api_version_review: null,
        schema_changed: null,
        schema_change_breaking: null,
        changelog_review_required: null,
        field_mapping_check_required: null,
      },
    },
    health: 'healthy',
    codes: [],
    numbers: 'current',
  },
  'runs that say completed and no date at all': {
    facts: { technical: noDate, sync_history: [aRun(undated), aRun(undated)] },
    health: 'healthy',
    codes: [],
    numbers: 'unknown',
    lastSuccess: null,
  },
  'the first sync of a new source, still running': {
    facts: { technical: noDate, sync_history: [running(20 * MINUTE)] },
    health: 'pending',
    codes: ['never_synced'],
    numbers: 'missing',
  },
  'queued for nine hours because the worker is gone': {
    facts: {
      technical: { last_successful_sync: ago(HOUR) },
      sync_history: [aRun({ status: 'queued', started_at: ago(9 * HOUR), finished_at: null })],
    },
    health: 'warning',
    codes: ['sync_stuck'],
    numbers: 'current',
    suggested: ['open_sync_history'],
  },
  'switched off by a user, a year old, its sign-in revoked': {
    facts: {
      enabled: false,
      disabled_by: 'user',
      connection: 'revoked',
      technical: { last_successful_sync: ago(365 * DAY) },
      sync_history: [at(365 * DAY)],
    },
    health: 'error',
    codes: ['token_revoked'],
    numbers: 'frozen',
    suggested: ['reconnect'],
  },
  'a fetch that lost every row on its way': {
    facts: {
      technical: { last_successful_sync: ago(HOUR) },
      sync_history: [
        at(HOUR, { status: 'partial', fetched: 500, processed: null, failed: 500 }),
        at(2 * HOUR),
      ],
    },
    health: 'warning',
    codes: ['no_rows_arrived', 'data_late'],
    numbers: 'late',
    lastSuccess: 2 * HOUR,
    suggested: ['manual_sync', 'retry_failed_sync'],
  },
  'shops in two currencies, conversions restated for 28 days': {
    facts: {
      accounts: [anAccount({ currency: 'EUR' }), anAccount({ currency: 'SEK' })],
      schedule: { ...hourly, restated_days: 28, reread_days: 3 },
    },
    health: 'healthy',
    codes: ['accounts_differ', 'restatement_not_reread'],
    numbers: 'current',
    suggested: ['open_data_quality'],
  },
};

describe.each(Object.entries(STORIES))('%s', (_, story) => {
  const verdict = assess(story.facts);

  test('the verdict', () => {
    expect({
      health: verdict.health,
      codes: verdict.findings.map(({ code }) => code),
      numbers: verdict.numbers,
    }).toEqual({ health: story.health, codes: story.codes, numbers: story.numbers });
    if (story.lastSuccess !== undefined) {
      expect(verdict.lastSuccess).toBe(story.lastSuccess === null ? null : ago(story.lastSuccess));
    }
  });

  test('what helps', () => {
    if (story.suggested) expect(suggestedOn(story.facts)).toEqual(story.suggested);
    if (story.nextStep) {
      expect(verdict.findings.flatMap(({ nextStep }) => nextStep ?? [])).toContain(story.nextStep);
    }
    // A viewer gets the same verdict, and only actions that look.
    const asViewer = previewActions(aSource(story.facts), 'viewer', verdict).filter(
      ({ suggested }) => suggested,
    );
    expect(asViewer.every(({ id }) => id.startsWith('open_'))).toBe(true);
  });
});

test('no source that is off needs action, and every other error or unknown does', () => {
  for (const { facts } of Object.values(STORIES)) {
    const verdict = assess(facts);
    const isBroken = verdict.health === 'error' || verdict.health === 'unknown';
    expect(needsAction(verdict)).toBe(isBroken && verdict.lifecycle !== 'off');
  }
});
