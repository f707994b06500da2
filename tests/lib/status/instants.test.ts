import { expect, it } from 'vitest';
import { aRun } from '../../../fixtures/builders.ts';
import { isSameInstant, later, lengthOfRun, realInstant, timeOfRun } from '../../../lib/status/instants.ts';

it.each([
  ['2026-11-20T06:58:00Z', '2026-11-20T07:00:00Z', 120_000],
  ['2026-11-20T07:00:00Z', '2026-11-20T07:00:00Z', 0],
  ['2026-11-20T07:00:01Z', '2026-11-20T07:00:00Z', null],
  ['2026-11-20T07:00:00.001Z', '2026-11-20T07:00:00Z', null],
  [null, '2026-11-20T07:00:00Z', null],
  ['2026-11-20T07:00:00Z', null, null],
])('a run from %s to %s took %s ms', (started_at, finished_at, length) => {
  expect(lengthOfRun(aRun({ started_at, finished_at }))).toBe(length);
});

it.each([
  ['2026-11-20T07:00:00Z', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T08:00:00Z', '2026-11-20T07:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T09:00:00+02:00', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T09:00:00+02:00', '2026-11-20T08:30:00+01:00', '2026-11-20T08:30:00+01:00'],
  ['2026-11-20T08:00:00.500Z', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00.500Z'],
  [null, '2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
  ['2026-11-20T08:00:00Z', null, '2026-11-20T08:00:00Z'],
])('of %s and %s the later is %s', (one, other, expected) => {
  expect(later(one, other)).toBe(expected);
});

it.each([
  ['2026-11-20T07:00:00Z', '2026-11-20T07:00:00Z', true],
  ['2026-11-20T07:00:00Z', '2026-11-20T07:00:01Z', false],
  ['2026-11-20T07:00:00.000Z', '2026-11-20T07:00:00Z', true],
  ['2026-11-20T09:00:00+02:00', '2026-11-20T07:00:00Z', true],
  ['2026-11-20T09:00:00+02:00', '2026-11-20T09:00:00+01:00', false],
])('%s and %s are the same instant: %s', (one, other, expected) => {
  expect(isSameInstant(one, other)).toBe(expected);
});

it.each([
  ['1970-01-01T00:00:00Z', null],
  ['1970-12-31T23:59:59Z', null],
  ['1971-01-01T00:00:00Z', '1971-01-01T00:00:00Z'],
  [null, null],
  [undefined, null],
])('%s is the real instant %s', (instant, expected) => {
  expect(realInstant(instant)).toBe(expected);
});

it.each([
  ['2026-11-20T06:58:00Z', '2026-11-20T07:00:00Z', '2026-11-20T07:00:00Z'],
  ['2026-11-20T06:58:00Z', null, '2026-11-20T06:58:00Z'],
  ['2026-11-20T06:58:00Z', '1970-01-01T00:00:00Z', '2026-11-20T06:58:00Z'],
  [null, null, null],
])('a run from %s to %s happened at %s', (started_at, finished_at, time) => {
  expect(timeOfRun(aRun({ started_at, finished_at }))).toBe(time);
});
