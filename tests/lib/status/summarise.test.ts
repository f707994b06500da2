import { describe, expect, test } from 'vitest';
import { needsAction, summarise } from '../../../lib/status/summarise.ts';
import { HEALTHS, type Health, type Lifecycle } from '../../../lib/status/vocabulary.ts';

const of = (health: Health, lifecycle: Lifecycle = 'enabled') => ({ health, lifecycle });
const none = { error: 0, unknown: 0, warning: 0, pending: 0, healthy: 0 };

test('nothing to summarise is healthy', () => {
  expect(summarise([])).toEqual({
    total: 0,
    byHealth: none,
    off: 0,
    needsAction: 0,
    toSetUp: 0,
    worst: 'healthy',
  });
});

test('counts how many per health, how many are off and how many need action', () => {
  const assessments = [
    of('healthy'),
    of('error'),
    of('warning'),
    of('healthy'),
    of('unknown'),
    of('error', 'off'),
    of('pending'),
    of('error', 'stopped'),
  ];
  expect(summarise(assessments)).toEqual({
    total: 8,
    byHealth: { error: 2, unknown: 1, warning: 1, pending: 1, healthy: 2 },
    off: 1,
    needsAction: 3,
    toSetUp: 1,
    worst: 'error',
  });
});

test('a source that is off counts only as off, whatever its health', () => {
  const off = HEALTHS.map((health) => of(health, 'off'));
  expect(summarise(off)).toEqual({
    total: 5,
    byHealth: none,
    off: 5,
    needsAction: 0,
    toSetUp: 0,
    worst: 'healthy',
  });
  expect(summarise([...off, of('pending')])).toMatchObject({ off: 5, toSetUp: 1, worst: 'pending' });
});

test.each(HEALTHS.map((health, rank) => [health, HEALTHS.slice(rank)] as const))(
  'the worst is %s if nothing is worse',
  (worst, present) => {
    expect(summarise(present.toReversed().map((health) => of(health))).worst).toBe(worst);
  },
);

describe('needs action', () => {
  test.each<[boolean, Health, Lifecycle]>([
    [true, 'error', 'enabled'],
    [true, 'unknown', 'enabled'],
    [true, 'error', 'stopped'],
    [true, 'unknown', 'stopped'],
    [false, 'error', 'off'],
    [false, 'unknown', 'off'],
    [false, 'warning', 'enabled'],
    [false, 'pending', 'enabled'],
    [false, 'healthy', 'stopped'],
  ])('%s: %s and %s', (needs, health, lifecycle) => {
    expect(needsAction(of(health, lifecycle))).toBe(needs);
    expect(summarise([of(health, lifecycle)]).needsAction).toBe(needs ? 1 : 0);
  });
});
