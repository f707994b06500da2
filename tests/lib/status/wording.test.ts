import { expect, test } from 'vitest';
import { spellCount, spellDuration } from '../../../lib/status/duration.ts';
import { spellInterval, spellList, spellNoun, spellSome } from '../../../lib/status/wording.ts';
import { DAY, HOUR, MINUTE } from './verdicts.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991'],
])('%d is spelt %s', (value, words) => {
  expect(spellCount(value)).toBe(words);
});

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [1001, '1,001 rows'],
])('%d of a noun is written %s', (value, words) => {
  expect(spellNoun(value, 'row')).toBe(words);
});

test.each([
  [0, 'less than a minute'],
  [MINUTE - 1, 'less than a minute'],
  [MINUTE, '1 min'],
  [2 * MINUTE - 1, '1 min'],
  [2 * HOUR - 1, '119 min'],
  [2 * HOUR, '2 h'],
  [3 * HOUR - 1, '2 h'],
  [2 * DAY - 1, '47 h'],
  [2 * DAY, '2 days'],
  [3 * DAY - 1, '2 days'],
  [1000 * DAY, '1,000 days'],
])('%d ms is written %s', (length, words) => {
  expect(spellDuration(length)).toBe(words);
});

test.each([
  [1, 'every minute'],
  [2, 'every 2 min'],
  [59, 'every 59 min'],
  [60, 'every hour'],
  [61, 'every 61 min'],
  [90, 'every 90 min'],
  [120, 'every 2 h'],
  [23 * 60, 'every 23 h'],
  [24 * 60, 'every day'],
  [25 * 60, 'every 25 h'],
  [24 * 60 + 1, 'every 1,441 min'],
  [48 * 60, 'every 2 days'],
  [7 * 24 * 60, 'every 7 days'],
])('a schedule of %d minutes is %s', (minutes, words) => {
  expect(spellInterval(minutes)).toBe(words);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('the list %j is “%s”', (parts, words) => {
  expect(spellList(parts)).toBe(words);
});

test.each([
  [[], ''],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('the list %j is shortened to “%s”', (parts, words) => {
  expect(spellSome(parts)).toBe(words);
});
