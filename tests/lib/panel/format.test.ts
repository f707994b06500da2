import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFormat } from '../../../lib/panel/format.ts';

const format = createFormat('en-GB');
const NOON = Date.parse('2026-11-20T12:00:00Z');

beforeAll(() => {
  vi.stubEnv('TZ', 'Europe/Paris');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('numbers and lengths of time', () => {
  it('groups digits from five digits on, so that the first fixture’s 1000 stays as it is', () => {
    expect([0, 1000, 10_000, 1_234_567].map(format.count)).toEqual(['0', '1000', '10,000', '1,234,567']);
  });

  it.each([
    ['2026-11-20T11:59:30Z', 'just now'],
    ['2026-11-20T12:00:30Z', 'just now'],
    ['2026-11-20T11:59:00Z', '1 min ago'],
    ['2026-11-20T11:00:01Z', '59 min ago'],
    ['2026-11-20T10:00:00Z', '2 h ago'],
    ['2026-11-18T12:00:01Z', '47 h ago'],
    ['2026-11-18T12:00:00Z', '2 days ago'],
    ['2026-11-20T15:00:00Z', 'in 3 h'],
  ])('%s is %s at noon', (instant, words) => {
    expect(format.relative(instant, NOON)).toBe(words);
  });
});

describe('dates', () => {
  it('have their day', () => {
    expect(format.instant('2026-11-20T08:00:00Z')).toBe('20 Nov 2026, 09:00');
  });

  it('have no day on the same day by the user’s own clock', () => {
    expect(format.instantSeenAt('2026-11-20T08:00:00Z', NOON)).toBe('09:00');
    expect(format.instantSeenAt('2026-11-19T22:30:00Z', NOON)).toBe('19 Nov, 23:30');
    expect(format.instantSeenAt('2026-11-19T23:30:00Z', NOON)).toBe('00:30');
  });

  it('have the year only if it is a different one', () => {
    expect(format.instantSeenAt('2025-12-31T22:30:00Z', NOON)).toBe('31 Dec 2025, 23:30');
    expect(format.instantSeenAt('2025-12-31T23:30:00Z', NOON)).toBe('1 Jan, 00:30');
  });

  it('may be the day alone, or the time on the same day', () => {
    expect(format.daySeenAt('2026-12-12T00:00:00Z', NOON)).toBe('12 Dec');
    expect(format.daySeenAt('2027-02-28T00:00:00Z', NOON)).toBe('28 Feb 2027');
    expect(format.daySeenAt('2026-11-20T08:00:00Z', NOON)).toBe('09:00');
  });
});

describe('a browser in another language', () => {
  beforeAll(() => {
    vi.stubEnv('TZ', 'UTC');
  });

  const INSTANT = '2026-11-20T14:05:00Z';

  it.each([
    ['en-GB', '20 Nov 2026, 14:05', '20 Nov'],
    ['en-US', 'Nov 20, 2026, 2:05 PM', 'Nov 20'],
    ['fr-FR', '20 Nov 2026, 14:05', '20 Nov'],
    ['de', '20 Nov 2026, 14:05', '20 Nov'],
    ['ar-EG', '20 Nov 2026, 2:05 pm', '20 Nov'],
    ['fa-IR', 'Nov 20, 2026, 14:05', 'Nov 20'],
    ['ja-JP', 'Nov 20, 2026, 14:05', 'Nov 20'],
    ['es-US', '20 Nov 2026, 2:05 pm', '20 Nov'],
  ])('in %s has English words, with its own clock and order of dates', (language, instant, day) => {
    const own = createFormat(language);
    const plain = (text: string) => text.replace(/\s/gu, ' ');
    expect(plain(own.instant(INSTANT))).toBe(instant);
    expect(own.daySeenAt('2026-11-20T08:00:00Z', NOON - 40 * 86_400_000)).toBe(day);
    expect(own.relative('2026-11-20T08:00:00Z', NOON)).toBe('4 h ago');
    expect(own.count(10_000)).toBe('10,000');
  });
});
