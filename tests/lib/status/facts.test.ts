import { expect, it } from 'vitest';
import { aRun, aSource } from '../../../fixtures/builders.ts';
import { lastSuccessOf, later, lengthOfRun } from '../../../lib/status/facts.ts';

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

it('the last success is the latest of all runs that brought data, and of the date beside them', () => {
  const source = aSource({
    sync_history: [
      aRun({ status: 'failed', finished_at: '2026-11-20T07:00:00Z' }),
      aRun({ status: 'partial', finished_at: '2026-11-20T05:00:00Z' }),
      aRun({ status: 'completed', finished_at: null, started_at: '2026-11-20T06:00:00Z' }),
    ],
  });
  const dated = (last_successful_sync: string | null) =>
    lastSuccessOf({ ...source, technical: { ...source.technical, last_successful_sync } });
  expect(dated(null)).toBe('2026-11-20T06:00:00Z');
  expect(dated('2026-11-20T06:30:00Z')).toBe('2026-11-20T06:30:00Z');
});
