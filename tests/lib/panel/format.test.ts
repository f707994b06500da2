import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../lib/panel/format.ts';

const format = createFormat('en-GB', 'Europe/Paris');
const NOON = Date.parse('2026-11-20T12:00:00Z');

describe('numbers and times in the reader’s locale', () => {
  it('groups digits from five digits on, so that the first fixture’s 1000 stays as it is', () => {
    expect([0, 1000, 10_000, 1_234_567].map(format.count)).toEqual(['0', '1000', '10,000', '1,234,567']);
    expect(createFormat('de-DE').count(10_000)).toBe('10.000');
  });

  it.each([
    ['2026-11-20T11:59:30Z', 'this minute'],
    ['2026-11-20T11:59:00Z', '1 minute ago'],
    ['2026-11-20T11:00:01Z', '59 minutes ago'],
    ['2026-11-20T11:00:00Z', '1 hour ago'],
    ['2026-11-18T12:00:01Z', '47 hours ago'],
    ['2026-11-18T12:00:00Z', '2 days ago'],
    ['2026-11-20T15:00:00Z', 'in 3 hours'],
  ])('%s is %s at noon', (instant, words) => {
    expect(format.relative(instant, NOON)).toBe(words);
  });

  it('speaks the reader’s language', () => {
    expect(createFormat('fr').relative('2026-11-20T10:00:00Z', NOON)).toBe('il y a 2 heures');
  });

  it('writes an instant with its day', () => {
    expect(format.instant('2026-11-20T08:00:00Z')).toBe('20 Nov 2026, 09:00');
  });

  it('leaves the day out on the same day, as the reader’s own clock has it', () => {
    expect(format.instantSeenAt('2026-11-20T08:00:00Z', NOON)).toBe('09:00');
    expect(format.instantSeenAt('2026-11-19T22:30:00Z', NOON)).toBe('19 Nov, 23:30');
    expect(format.instantSeenAt('2026-11-19T23:30:00Z', NOON)).toBe('00:30');
  });

  it('writes the year only where it is another', () => {
    expect(format.instantSeenAt('2025-12-31T22:30:00Z', NOON)).toBe('31 Dec 2025, 23:30');
    expect(format.instantSeenAt('2025-12-31T23:30:00Z', NOON)).toBe('1 Jan, 00:30');
  });
});
