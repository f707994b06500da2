import { expect, test } from 'vitest';
import { nextDueAt } from '../../../lib/exports/cron.ts';

const FRIDAY = '2026-11-20T12:00:00Z';

test.each([
  ['0 0 9 ? * MON-FRI Europe/Paris', '2026-11-23T08:00:00Z'],
  ['0 0 9 ? * 2-6 Europe/Paris', '2026-11-23T08:00:00Z'],
  ['0 0 9 ? * MON-FRI America/New_York', '2026-11-20T14:00:00Z'],
  ['0 0 12 * * ? UTC', '2026-11-21T12:00:00Z'],
  ['0 0 12 * * ? * UTC', '2026-11-21T12:00:00Z'],
  ['0 0 12 * * ?', '2026-11-21T12:00:00Z'],
  ['0 0 12 * * ? 2028', '2028-01-01T12:00:00Z'],
  ['0 0/15 * * * ? Etc/GMT+3', '2026-11-20T12:15:00Z'],
  ['0 0 6 L * ? UTC', '2026-11-30T06:00:00Z'],
  ['0 0 6 ? * 6#1 UTC', '2026-12-04T06:00:00Z'],
])('%s is next due at %s', (expression, due) => {
  expect(nextDueAt(expression, FRIDAY)).toBe(due);
});

test('a time that the clocks skip is due right after, and one that occurs twice is due once', () => {
  expect(nextDueAt('0 30 2 * * ? Europe/Paris', '2027-03-27T12:00:00Z')).toBe('2027-03-28T01:00:00Z');
  expect(nextDueAt('0 30 2 * * ? Europe/Paris', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00Z');
});

test.each([
  '',
  'hourly',
  '0 9 * * *',
  '0 0 9 * * ? Nowhere/Town',
  '0 0 25 * * ? UTC',
  '0 0 12 * * ? 2005 UTC',
  '0 0 12 31 2 ? UTC',
  `0 ${'0,'.repeat(5000)}0 12 * * ? UTC`,
])('%s says nothing', (expression) => {
  expect(nextDueAt(expression, FRIDAY)).toBeNull();
});
