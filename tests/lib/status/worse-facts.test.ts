/** A worse fact never gives a better health. One property for each fact that can be made worse. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anAccount, aRun } from '../../../fixtures/builders.ts';
import type { Source } from '../../../lib/schema/snapshot.ts';
import { assessSource } from '../../../lib/status/assess.ts';
import { timeOfRun } from '../../../lib/status/instants.ts';
import { HEALTHS } from '../../../lib/status/vocabulary.ts';
import { anySource, asOf, mostlyHealthySource } from './arbitrary-source.ts';
import { ago, ahead, DAY, HOUR, MINUTE } from './verdicts.ts';

vi.setConfig({ testTimeout: 60_000 });

const assess = (source: Source, at = asOf) => assessSource(source, at);
const rank = (source: Source, at = asOf) => HEALTHS.indexOf(assess(source, at).health);
const codes = (source: Source) => assess(source).findings.map(({ code }) => code);
const isStale = (source: Source) => codes(source).includes('data_stale');
const technical = (source: Source, change: Partial<Source['technical']>): Source => ({
  ...source,
  technical: { ...source.technical, ...change },
});
const lengthOfTime = fc.integer({ min: 0, max: 400 * DAY });
const earlier = (instant: string | null | undefined, by: number) =>
  instant == null ? ago(by) : new Date(Math.max(Date.parse(instant) - by, Date.UTC(1980))).toISOString();

interface Worse {
  /** The source to begin with; any, where it is left out. */
  before?: (source: Source) => Source;
  worsen: (source: Source, by: number) => Source;
  /** For which sources it is worse at all. */
  given?: (source: Source) => boolean;
}

const isConnected = ({ connection }: Source) => connection === 'connected';
/** No run or success is dated after the snapshot, and none means never. */
const isDatedSoFar = ({ sync_history, streams, technical: { last_successful_sync } }: Source) =>
  [
    last_successful_sync,
    ...sync_history.flatMap((run) => [run.started_at, run.finished_at]),
    ...(streams ?? []).map((stream) => stream.last_successful_sync),
  ].every((instant) => instant === null || (instant >= '1971' && Date.parse(instant) <= asOf.getTime()));
/** The newest run, alone at its time, so that changing it moves no other. */
const newest = ({ sync_history }: Source) => sync_history[0];
const changeNewest = (source: Source, change: Partial<ReturnType<typeof aRun>>): Source => ({
  ...source,
  sync_history: source.sync_history.map((run, at) => (at === 0 ? { ...run, ...change } : run)),
});
const isLastRun = ({ sync_history }: Source, status: string) => {
  const [first, ...rest] = sync_history;
  const time = timeOfRun(first);
  return (
    first?.status === status &&
    time !== null &&
    rest.every((run) => {
      const other = timeOfRun(run);
      return other === null || Date.parse(other) < Date.parse(time);
    })
  );
};
const failedNow = (source: Source, code: string): Source => ({
  ...source,
  platform: 'tiktok_ads',
  sync_history: [
    aRun({ status: 'failed', error: { code, message: null }, started_at: null, finished_at: ago(0) }),
    ...source.sync_history,
  ],
});

const WORSE: Record<string, Worse> = {
  ...Object.fromEntries(
    ['pending', 'needs_setup', 'paused', 'expired', 'revoked', 'permission_lost', 'disconnected'].map(
      (connection): [string, Worse] => [
        `a connection that is ${connection}`,
        { worsen: (source) => ({ ...source, connection }), given: isConnected },
      ],
    ),
  ),
  'a sign-in that ends earlier': {
    worsen: ({ token, ...source }, by) => ({
      ...source,
      token: token && { ...token, expires_at: earlier(token.expires_at, by) },
    }),
  },
  'a sign-in that does not renew itself': {
    worsen: ({ token, ...source }) => ({ ...source, token: token && { ...token, refreshable: false } }),
  },
  'a sign-in that can be renewed for a shorter time': {
    worsen: ({ token, ...source }, by) => ({
      ...source,
      token: token && { ...token, refresh_ends_at: earlier(token.refresh_ends_at, by) },
    }),
  },
  'an account that is closed': {
    worsen: ({ accounts, ...source }) => ({
      ...source,
      accounts: accounts?.map((one, at) => (at === 0 ? { ...one, status: 'closed' } : one)) ?? null,
    }),
    given: ({ accounts }) => ['ok', undefined].includes(accounts?.[0]?.status),
  },
  'an account of a new status': {
    worsen: ({ accounts, ...source }) => ({
      ...source,
      accounts: accounts?.map((one, at) => (at === 0 ? { ...one, status: 'frozen' } : one)) ?? null,
    }),
  },
  'an account in another currency': {
    worsen: ({ accounts, ...source }) => ({
      ...source,
      accounts: accounts && [...accounts, anAccount({ currency: 'SEK', status: 'ok' })],
    }),
    given: ({ accounts }) =>
      accounts?.some(({ selected, status }) => selected && ['ok', undefined].includes(status)) ?? false,
  },
  'no account selected': {
    worsen: (source) => ({ ...source, accounts: [anAccount({ selected: false })] }),
    given: (source) => !codes(source).some((code) => /account|unknown_value/.test(code)),
  },
  'no account': {
    worsen: (source) => ({ ...source, accounts: [] }),
    given: (source) => !codes(source).some((code) => /account|unknown_value/.test(code)),
  },
  'an API version that ends earlier': {
    worsen: (source, by) =>
      technical(source, { api_version_sunset_at: earlier(source.technical.api_version_sunset_at, by) }),
  },
  'an API version that needs a review': {
    worsen: (source) => technical(source, { api_version_review: 'REQUIRED' }),
    given: ({ technical: { api_version_review } }) => api_version_review === 'NOT_REQUIRED',
  },
  'a changelog that needs a review': {
    worsen: (source) => technical(source, { changelog_review_required: true }),
  },
  'a schema that changed': { worsen: (source) => technical(source, { schema_changed: true }) },
  'a schema change that is breaking': {
    worsen: (source) => technical(source, { schema_change_breaking: true }),
  },
  'a mapping that is not confirmed': {
    worsen: (source) => technical(source, { mapping_status: 'unconfirmed' }),
    given: ({ technical: { mapping_status } }) => mapping_status === 'confirmed',
  },
  'a limit': { worsen: (source, by) => ({ ...source, rate_limited_until: ahead(by + 1) }) },
  'an older last success': {
    // Beside streams that wait for a calendar, and runs of the same time, a last success says more than its age.
    before: ({ streams: _, ...source }) =>
      technical({ ...source, sync_history: [] }, { last_successful_sync: ago(HOUR) }),
    worsen: (source, by) =>
      technical(source, { last_successful_sync: earlier(source.technical.last_successful_sync, by) }),
  },
  'a first failure': {
    worsen: (source) => failedNow(source, '60001'),
    given: (source) => isDatedSoFar(source) && !codes(source).includes('sync_refused'),
  },
  'a failure that does not heal by itself': {
    worsen: (source) => failedNow(source, '40105'),
    given: isDatedSoFar,
  },
  'rows that did not arrive': {
    worsen: (source) => changeNewest(source, { fetched: 1000, processed: 0 }),
    given: (source) =>
      isLastRun(source, 'completed') && (newest(source)?.fetched ?? 0) > 0 && !isStale(source),
  },
  'rows that failed': {
    worsen: (source) => changeNewest(source, { failed: 7 }),
    given: (source) => isLastRun(source, 'completed') && (newest(source)?.failed ?? 0) === 0,
  },
  'a sync that brought only part': {
    worsen: (source) => changeNewest(source, { status: 'partial' }),
    given: (source) => isLastRun(source, 'completed') && (newest(source)?.processed ?? 0) > 0,
  },
  'a run of a new status': {
    worsen: (source) => changeNewest(source, { status: 'throttled' }),
    given: (source) => isLastRun(source, 'completed') && !isStale(source),
  },
  'a sync that has run for longer': {
    before: (source) => ({
      ...source,
      sync_history: [aRun({ status: 'running', started_at: ago(HOUR), finished_at: null })],
    }),
    worsen: (source, by) => changeNewest(source, { started_at: ago(HOUR + by) }),
  },
  'a stream that fails': {
    worsen: ({ streams, ...source }) => ({
      ...source,
      ...(streams && { streams: streams.map((one) => ({ ...one, error: { code: '1', message: null } })) }),
    }),
  },
  'a stream that is older': {
    worsen: ({ streams, ...source }, by) => ({
      ...source,
      ...(streams && {
        streams: streams.map((one) => ({
          ...one,
          last_successful_sync: earlier(one.last_successful_sync, by),
        })),
      }),
    }),
    given: isDatedSoFar,
  },
  'a stop by billing': {
    worsen: (source) => ({ ...source, enabled: false, disabled_by: 'billing' }),
    given: ({ enabled }) => enabled,
  },
  ...Object.fromEntries(
    ['ERROR', 'WARNING', 'INFO', 'CRITICAL'].map((severity): [string, Worse] => [
      `one more reported ${severity}`,
      {
        worsen: ({ data_quality, ...source }) => ({
          ...source,
          data_quality: [...data_quality, { severity, code: 'spend_mismatch', message: '' }],
        }),
      },
    ]),
  ),
  'a reported entry of a worse severity': {
    worsen: ({ data_quality, ...source }) => ({
      ...source,
      data_quality: data_quality.map((entry) => ({ ...entry, severity: 'ERROR' })),
    }),
    given: ({ data_quality }) =>
      data_quality.every(({ severity }) => /^(ERROR|WARNING|INFO)$/.test(severity)),
  },
};

const bothKinds = fc.oneof(anySource, { weight: 3, arbitrary: mostlyHealthySource });

describe.each(Object.entries(WORSE))('%s', (_, worse) => {
  const { before = (source) => source, worsen, given = () => true } = worse;

  test('never gives a better health', () => {
    fc.assert(
      fc.property(bothKinds, lengthOfTime, (any, by) => {
        const source = before(any);
        fc.pre(given(source));
        expect(rank(worsen(source, by))).toBeLessThanOrEqual(rank(source));
      }),
      { numRuns: 50, maxSkipsPerRun: 1000 },
    );
  });
});

test('as time passes without news, health never gets better', () => {
  fc.assert(
    fc.property(bothKinds, lengthOfTime, (source, by) => {
      fc.pre(isDatedSoFar(source));
      const unlimited = { ...source, rate_limited_until: null };
      expect(rank(unlimited, new Date(asOf.getTime() + by))).toBeLessThanOrEqual(rank(unlimited));
    }),
    { numRuns: 200, maxSkipsPerRun: 1000 },
  );
});

test('a clock that is ahead is never taken for health', () => {
  fc.assert(
    fc.property(bothKinds, fc.integer({ min: 5 * MINUTE + 1, max: 9 * HOUR }), (source, by) => {
      const ran = technical(source, { last_successful_sync: ahead(by) });
      expect(['error', 'unknown']).toContain(assess(ran).health);
    }),
    { numRuns: 200 },
  );
});
