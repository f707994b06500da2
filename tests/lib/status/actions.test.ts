import { describe, expect, test } from 'vitest';
import { anAccount, aQualityEntry, aRun } from '../../../fixtures/builders.ts';
import { actionLabel, type Role } from '../../../lib/status/actions.ts';
import { ACTION_IDS, type ActionId } from '../../../lib/status/vocabulary.ts';
import { actionOn, actionsOn, ago, ahead, type Changes, DAY, suggestedOn } from './verdicts.ts';

const ready = { ready: true, reason: null, unblockedBy: null };
const notReady = (reason: string, unblockedBy: ActionId | null = null) => ({
  ready: false,
  reason,
  unblockedBy,
});
/** Runs without dates, so that only their order counts. */
const statuses = (...words: string[]) =>
  words.map((status) => aRun({ status, started_at: null, finished_at: null }));
const technical = {
  none: {},
  expiredVersion: { api_version_sunset_at: ago(DAY) },
  breaking: { schema_changed: true, schema_change_breaking: true },
};
const refused = (code: string, finished_at = ago(1000)) =>
  aRun({ status: 'failed', error: { code, message: null }, finished_at });
const notSelected = [anAccount({ selected: false })];
const signInExpired = { expires_at: ago(DAY), refreshable: false };

test('always the same nine, in the same order, each with its name', () => {
  expect(Object.values(actionsOn()).map(({ id, label }) => `${id}: ${label}`)).toEqual([
    'reconnect: Reconnect',
    'disable_source: Disable source',
    'manual_sync: Manual sync',
    'retry_failed_sync: Retry failed sync',
    'refresh_metadata: Refresh metadata',
    'field_mapping_check: Field mapping check',
    'acknowledge_schema_change: Acknowledge schema change',
    'open_sync_history: Open sync history',
    'open_data_quality: Open data quality',
  ]);
  expect(ACTION_IDS.map(actionLabel)).toEqual(Object.values(actionsOn()).map(({ label }) => label));
});

test('a preview includes the source’s name', () => {
  expect(actionOn('open_sync_history', { name: 'Ventes "été"' }).preview).toBe(
    'Preview: "Open sync history" on "Ventes "été"" — View the sync history for this source. (no execution).',
  );
});

describe('decision', () => {
  const decisions = (role: string) =>
    Object.values(actionsOn({}, role as Role)).map(({ id, decision }) => [id, decision]);

  test('an editor may do everything', () => {
    expect(decisions('editor')).toEqual(ACTION_IDS.map((id) => [id, 'allowed']));
  });

  test.each(['viewer', 'owner', 'Editor', '', 'constructor', '__proto__'])(
    'the role “%s” may only look',
    (role) => {
      expect(decisions(role)).toEqual(
        ACTION_IDS.map((id) => [id, id.startsWith('open_') ? 'allowed' : 'denied']),
      );
    },
  );

  test('is independent of readiness: the same reasons for a viewer', () => {
    const changes = { enabled: false, technical: { schema_changed: true } };
    const readiness = (role: Role) => Object.values(actionsOn(changes, role)).map((one) => one.readiness);
    expect(readiness('viewer')).toEqual(readiness('editor'));
  });
});

describe('readiness', () => {
  const failed: Changes = { sync_history: statuses('failed', 'completed') };

  test.each<[ActionId, string, Changes, object]>([
    ['reconnect', 'always', { enabled: false, connection: 'revoked' }, ready],
    ['open_sync_history', 'always', { enabled: false, sync_history: [] }, ready],
    ['open_data_quality', 'always', { enabled: false, data_quality: [] }, ready],
    ['disable_source', 'while enabled', {}, ready],
    ['disable_source', 'once disabled', { enabled: false }, notReady('The source is already disabled.')],
    ['refresh_metadata', 'while authorized, even disabled', { enabled: false, accounts: [] }, ready],
    ...['pending', 'needs_setup', 'expired', 'revoked', 'permission_lost', 'disconnected', 'paused'].map(
      (connection): [ActionId, string, Changes, object] => [
        'refresh_metadata',
        `while ${connection}`,
        { connection },
        notReady('The source is not authorized.', 'reconnect'),
      ],
    ),
    [
      'refresh_metadata',
      'past the expiry',
      { token: signInExpired },
      notReady('The source is not authorized.', 'reconnect'),
    ],
    ['refresh_metadata', 'shortly before it', { token: { expires_at: ahead(1), refreshable: false } }, ready],
    ['field_mapping_check', 'while unconfirmed', { technical: { mapping_status: 'unconfirmed' } }, ready],
    ['field_mapping_check', 'on a word not known', { technical: { mapping_status: 'guessed' } }, ready],
    ['field_mapping_check', 'when required', { technical: { field_mapping_check_required: true } }, ready],
    [
      'field_mapping_check',
      'when confirmed',
      {},
      notReady('The mapping is confirmed and no check is needed.'),
    ],
    [
      'field_mapping_check',
      'when confirmed, whether one is required not reported',
      { technical: { field_mapping_check_required: null } },
      notReady('The mapping is confirmed and no check is needed.'),
    ],
    ['field_mapping_check', 'when not reported', { technical: { mapping_status: null } }, ready],
    [
      'field_mapping_check',
      'when a selected account’s is not confirmed',
      { accounts: [anAccount(), anAccount({ mapping_status: 'unconfirmed' })] },
      ready,
    ],
    [
      'field_mapping_check',
      'when only another account’s is not confirmed',
      { accounts: [anAccount(), anAccount({ mapping_status: 'unconfirmed', selected: false })] },
      notReady('The mapping is confirmed and no check is needed.'),
    ],
    [
      'field_mapping_check',
      'when confirmed, the accounts not reported',
      { accounts: null },
      notReady('The mapping is confirmed and no check is needed.'),
    ],
    [
      'acknowledge_schema_change',
      'when none is reported',
      { technical: { schema_changed: null } },
      notReady('No schema change is reported.'),
    ],
    ['manual_sync', 'when the accounts are not reported', { accounts: null }, ready],
    ['acknowledge_schema_change', 'after one', { technical: { schema_changed: true } }, ready],
    ['acknowledge_schema_change', 'after a breaking one', { technical: technical.breaking }, ready],
    [
      'acknowledge_schema_change',
      'without one',
      { technical: { schema_change_breaking: true } },
      notReady('No schema change is reported.'),
    ],
    [
      'retry_failed_sync',
      'without a failed run',
      {},
      notReady('There is no finding of a failed or partial sync.'),
    ],
    [
      'retry_failed_sync',
      'with a failed run under a newer one',
      { sync_history: statuses('completed', 'failed') },
      notReady('There is no finding of a failed or partial sync.'),
    ],
    [
      'retry_failed_sync',
      'on a disabled source, whose failed run does not count',
      { ...failed, enabled: false },
      notReady('There is no finding of a failed or partial sync.'),
    ],
    ['retry_failed_sync', 'after one failed run', failed, ready],
    ['retry_failed_sync', 'after three', { sync_history: statuses('failed', 'failed', 'failed') }, ready],
    ['retry_failed_sync', 'after a partial run', { sync_history: statuses('partial') }, ready],
    [
      'retry_failed_sync',
      'after a run whose rows did not arrive',
      { sync_history: [aRun({ processed: 0 })] },
      ready,
    ],
    [
      'retry_failed_sync',
      'on a stopped source, whose failed run does count',
      { ...failed, enabled: false, disabled_by: 'system' },
      notReady('The source is disabled.'),
    ],
  ])('of %s %s', (id, _, changes, readiness) => {
    expect(actionOn(id, changes).readiness).toEqual(readiness);
  });

  /** In the order of the reasons: each row also has all reasons that follow it. */
  const obstacles: [what: string, Changes, reason: object][] = [
    ['disabled', { enabled: false }, notReady('The source is disabled.')],
    ['not connected', { connection: 'disconnected' }, notReady('The source is not authorized.', 'reconnect')],
    ['sign-in expired', { token: signInExpired }, notReady('The source is not authorized.', 'reconnect')],
    ['version ended', { technical: technical.expiredVersion }, notReady('The API version has ended.')],
    [
      'schema broken',
      { technical: technical.breaking },
      notReady('A breaking schema change is not acknowledged.', 'acknowledge_schema_change'),
    ],
    ['no account', { accounts: [] }, notReady('There is no account to sync.', 'refresh_metadata')],
    ['none selected', { accounts: notSelected }, notReady('No account is selected.')],
    [
      'no account readable',
      { accounts: [anAccount({ status: 'closed' })] },
      notReady('No selected account can be read.', 'refresh_metadata'),
    ],
    ['rate limited', { rate_limited_until: ahead(1) }, notReady('The platform limits requests for now.')],
    [
      'refused, with a run waiting',
      { sync_history: [...statuses('queued'), refused('40105')] },
      notReady('The platform no longer accepts the sign-in.', 'reconnect'),
    ],
    ['queued', { sync_history: statuses('queued', 'failed') }, notReady('A sync is already queued.')],
    [
      'running',
      { sync_history: statuses('queued', 'running', 'failed') },
      notReady('A sync is already running.'),
    ],
  ];

  describe.each<ActionId>(['manual_sync', 'retry_failed_sync'])('of %s', (id) => {
    test('ready if nothing prevents it', () => {
      expect(actionOn(id, failed).readiness).toEqual(ready);
    });

    const retried = obstacles.filter(([what]) => id === 'manual_sync' || what !== 'disabled');
    test.each(retried)('not ready only because of: %s', (_, changes, reason) => {
      expect(actionOn(id, { ...failed, ...changes }).readiness).toEqual(reason);
    });

    test.each(retried.slice(0, -1))('first because of: %s', (what, changes, reason) => {
      const after = obstacles.slice(obstacles.findIndex(([name]) => name === what) + 1);
      // If two exclude each other (accounts, activity), the row's own comes last and wins.
      const layers = [...after.map(([, one]) => one).toReversed(), changes];
      const technical = Object.assign({}, ...layers.map((layer) => layer.technical));
      const all: Changes = Object.assign({}, failed, ...layers, { technical });
      expect(actionOn(id, all).readiness).toEqual(reason);
    });
  });

  test.each<[kind: string, platform: string, code: string, readiness: object]>([
    ['rate_limit', 'meta_ads', '17', notReady('The last sync ran into the platform’s limit.')],
    [
      'authorization',
      'meta_ads',
      '190',
      notReady('The platform no longer accepts the sign-in.', 'reconnect'),
    ],
    ['permission', 'meta_ads', '10', notReady('The signed-in user may not read this.', 'reconnect')],
    ['version', 'meta_ads', '2635', notReady('The platform no longer serves this API version.')],
    ['transient', 'meta_ads', '2', ready],
    ['request', 'tiktok_ads', '40002', ready],
    ['partial', 'tiktok_ads', '20001', ready],
    ['unknown', 'meta_ads', 'no such code', ready],
  ])('a sync and a retry after an error of the kind %s', (_, platform, code, readiness) => {
    const changes = { platform, sync_history: [refused(code), aRun()] };
    expect(actionOn('manual_sync', changes).readiness).toEqual(readiness);
    expect(actionOn('retry_failed_sync', changes).readiness).toEqual(readiness);
    const recovered = { platform, sync_history: [refused(code, ago(9 * DAY)), aRun()] };
    expect(actionOn('manual_sync', recovered).readiness).toEqual(ready);
  });

  test('a schema change that is not breaking, a limit that is over and unselected others do not block', () => {
    const changes = {
      technical: { schema_changed: true, api_version_sunset_at: ahead(1) },
      rate_limited_until: ago(0),
      accounts: [...notSelected, anAccount()],
      sync_history: statuses('completed', 'running', 'queued'),
    };
    expect(actionOn('manual_sync', changes).readiness).toEqual(ready);
  });
});

describe('suggested', () => {
  const stale = { sync_history: [], technical: { last_successful_sync: ago(DAY) } };

  test.each<[string, ActionId[], Changes]>([
    ['nothing on a healthy source', [], {}],
    ['a finding’s remedy', ['manual_sync'], stale],
    [
      'each finding’s, in the order of the actions',
      ['reconnect', 'open_data_quality'],
      {
        token: { expires_at: ahead(DAY), refreshable: false },
        data_quality: [aQualityEntry({ severity: 'WARNING' })],
      },
    ],
    [
      'what unblocks a remedy, not the blocked one',
      ['acknowledge_schema_change'],
      {
        sync_history: [],
        technical: { ...stale.technical, ...technical.breaking },
      },
    ],
    [
      'what unblocks a remedy that only needs metadata',
      ['refresh_metadata'],
      {
        sync_history: statuses('partial'),
        accounts: [],
      },
    ],
    [
      'what unblocks a retry',
      ['reconnect'],
      {
        connection: 'paused',
        sync_history: statuses('partial'),
      },
    ],
    [
      'nothing that would use up more of a limit',
      [],
      {
        platform: 'meta_ads',
        sync_history: [refused('17')],
        technical: { last_successful_sync: ago(DAY) },
      },
    ],
    [
      'a new sign-in once the platform refuses the old one, though the connection still says connected',
      ['reconnect'],
      { platform: 'meta_ads', sync_history: [refused('190'), aRun()] },
    ],
    [
      'nothing where nobody can unblock the remedy',
      [],
      {
        ...stale,
        technical: { ...stale.technical, ...technical.expiredVersion },
      },
    ],
    ['nothing for what is suppressed', [], { ...stale, enabled: false }],
    [
      'a look at the history of a stuck sync',
      ['open_sync_history'],
      {
        sync_history: [aRun({ status: 'running', started_at: ago(DAY), finished_at: null })],
      },
    ],
  ])('%s', (_, ids, changes) => {
    expect(suggestedOn(changes)).toEqual(ids);
  });

  test('is never something the role may not do', () => {
    const changes = { connection: 'revoked', data_quality: [aQualityEntry()] };
    expect(suggestedOn(changes, 'editor')).toEqual(['reconnect', 'open_data_quality']);
    expect(suggestedOn(changes, 'viewer')).toEqual(['open_data_quality']);
  });
});
