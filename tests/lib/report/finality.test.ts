import { expect, test } from 'vitest';
import { AS_OF, aSource } from '../../../fixtures/builders.ts';
import { finalityOf } from '../../../lib/report/technical.ts';
import { assessSource } from '../../../lib/status/assess.ts';

const finality = (restated_days: number | null, reread_days: number | null, enabled = true) => {
  const schedule = { every_minutes: 60, latency_minutes: 0, restated_days, reread_days };
  const source = aSource({ schedule, enabled });
  return finalityOf(source, assessSource(source, new Date(AS_OF)));
};

test.each([
  [28, 3, 'Figures of the last 28 days may still change; each sync reads 3 again.'],
  [28, null, 'Figures of the last 28 days may still change.'],
  [1, 0, 'Figures of the last day may still change; each sync reads none of them again.'],
  [0, 3, null],
  [null, 3, null],
])('of %s days that may change, %s read again: %s', (restated, reread, sentence) => {
  expect(finality(restated, reread)).toBe(sentence);
});

test('nothing is said about frozen numbers, or about a source that is synced by hand', () => {
  expect(finality(28, 3, false)).toBeNull();
  const source = aSource({ schedule: null });
  expect(finalityOf(source, assessSource(source, new Date(AS_OF)))).toBeNull();
});
