import { expect, it } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { later, lengthOfRun } from '../../../lib/status/facts.ts';

it.each([
  ['2026-11-20T06:58:00Z', '2026-11-20T07:00:00Z', 120_000],
  ['2026-11-20T07:00:00Z', '2026-11-20T07:00:00Z', 0],
  ['2026-11-20T07:00:01Z', '2026-11-20T07:00:00Z', null],
  [null, '2026-11-20T07:00:00Z', null],
  ['2026-11-20T07:00:00Z', null, null],
])('a run from %s to %s took %s ms', (started_at, finished_at, length) => {
  expect(lengthOfRun(aRun({ started_at, finished_at }))).toBe(length);
});

it.each([
  ['2026-11-20T07:00:00Z', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T08:00:00Z', '2026-11-20T07:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T09:00:00+02:00', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T08:00:00.500Z', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00.500Z'],
  [null, '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T08:00:00Z', null, '2026-11-20T08:00:00Z'],
])('of %s and %s the later is %s', (one, other, expected) => {
  expect(later(one, other)).toBe(expected);
});
