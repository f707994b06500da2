import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, aSource } from '../../../fixtures/builders.ts';
import { assessSource } from '../../../lib/status/assess.ts';
import { upcomingOf } from '../../../lib/status/upcoming.ts';
import { anySource, asOf } from './arbitrary-source.ts';
import { ago, ahead, type Changes, DAY, HOUR } from './verdicts.ts';

const upcoming = (changes: Changes, lastSuccess: string | null = null) =>
  upcomingOf(aSource(changes), new Date(AS_OF), lastSuccess);
const token = (expires_at: string | null, refreshable = false) => ({ expires_at, refreshable });
const daily = { every_minutes: 24 * 60, latency_minutes: 0 };

describe('what is coming up', () => {
  it('is every dated event after the snapshot, soonest first', () => {
    const changes: Changes = {
      technical: { api_version: 'v23', api_version_sunset_at: ahead(4 * DAY) },
      token: { ...token(ahead(3 * DAY)), refresh_ends_at: ahead(5 * DAY) },
      rate_limited_until: ahead(HOUR),
      schedule: daily,
    };
    expect(upcoming(changes, ago(0))).toEqual([
      { what: 'limit_lifts', at: ahead(HOUR) },
      { what: 'sync_due', at: '2026-11-21T08:00:00Z' },
      { what: 'sign_in_ends', at: ahead(3 * DAY) },
      { what: 'version_ends', at: ahead(4 * DAY), api_version: 'v23' },
      { what: 'renewal_ends', at: ahead(5 * DAY) },
    ]);
  });

  it.each<[string, Changes, string | null]>([
    ['nothing is dated', {}, null],
    ['it happened before the snapshot', { rate_limited_until: ago(1) }, null],
    ['it happens with the snapshot', { token: token(AS_OF) }, null],
    ['the sign-in renews itself', { token: token(ahead(DAY), true) }, null],
    ['the sign-in has ended already', { connection: 'revoked', token: token(ahead(DAY)) }, null],
    ['the next sync is overdue', { schedule: daily }, ago(2 * DAY)],
    ['syncs are due many times a day', { schedule: { ...daily, every_minutes: 60 } }, ago(HOUR / 2)],
    ['syncs are due a minute sooner than daily', { schedule: { ...daily, every_minutes: 1439 } }, ago(HOUR)],
    ['no sync has succeeded', { schedule: daily }, null],
    ['the interval is not reported', { schedule: { ...daily, every_minutes: null } }, ago(HOUR)],
    ['there is no schedule', { schedule: null }, ago(HOUR)],
    ['it is disabled', { enabled: false, schedule: daily }, ago(HOUR)],
    ['the interval leads beyond the calendar', { schedule: { ...daily, every_minutes: 2 ** 53 - 1 } }, AS_OF],
  ])('is nothing if %s', (_, changes, lastSuccess) => {
    expect(upcoming(changes, lastSuccess)).toEqual([]);
  });

  it('includes the calendar’s next sync, unless that has already succeeded', () => {
    const schedule = { ...daily, every_minutes: null, next_due_at: ahead(HOUR) };
    expect(upcoming({ schedule })).toEqual([{ what: 'sync_due', at: ahead(HOUR) }]);
    const done = { ...daily, next_due_at: ago(2 * HOUR) };
    expect(upcoming({ schedule: done }, ago(HOUR))).toEqual([
      { what: 'sync_due', at: '2026-11-21T07:00:00Z' },
    ]);
  });

  it('includes the interval’s next sync if the calendar’s succeeded at exactly that time', () => {
    const schedule = { ...daily, next_due_at: ago(HOUR) };
    expect(upcoming({ schedule }, ago(HOUR))).toEqual([{ what: 'sync_due', at: '2026-11-21T07:00:00Z' }]);
  });

  it('ends with the calendar, in the year 9999', () => {
    const last = (lastSuccess: string) =>
      upcomingOf(aSource({ schedule: daily }), new Date('9999-12-30T00:00:00Z'), lastSuccess);
    expect(last('9999-12-30T23:59:59Z')).toEqual([{ what: 'sync_due', at: '9999-12-31T23:59:59Z' }]);
    expect(last('9999-12-31T00:00:00Z')).toEqual([]);
  });

  it('names no version if none is known', () => {
    const technical = { api_version: null, api_version_sunset_at: ahead(DAY) };
    expect(upcoming({ technical })).toEqual([{ what: 'version_ends', at: ahead(DAY) }]);
  });

  it('comes after the snapshot and in order for any source', () => {
    const check = fc.property(anySource, (source) => {
      const times = upcomingOf(source, asOf, assessSource(source, asOf).lastSuccess).map(({ at }) =>
        Date.parse(at),
      );
      expect(times.every((time) => time > asOf.getTime())).toBe(true);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });
    fc.assert(check, { numRuns: 200 });
  });
});
