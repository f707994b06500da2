import { expect, it } from 'vitest';
import { ageOf } from '../../../lib/panel/snapshot-age.ts';

const TAKEN = '2026-11-20T08:00:00Z';

it.each([
  ['2026-11-20T07:57:59Z', 'future'],
  ['2026-11-20T07:58:00Z', 'fresh'],
  ['2026-11-20T08:00:00Z', 'fresh'],
  ['2026-11-21T08:00:00Z', 'fresh'],
  ['2026-11-21T08:00:01Z', 'old'],
])('at %s a snapshot of 08:00 is %s', (now, age) => {
  expect(ageOf(TAKEN, Date.parse(now))).toBe(age);
});
