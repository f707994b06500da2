import { expect, it } from 'vitest';
import { isOld } from '../../../lib/snapshot/age.ts';

it('is old past 24 hours, not at 24 hours', () => {
  const taken = '2026-11-20T08:00:00Z';
  expect(isOld(taken, Date.parse('2026-11-21T08:00:00.000Z'))).toBe(false);
  expect(isOld(taken, Date.parse('2026-11-21T08:00:00.001Z'))).toBe(true);
});
