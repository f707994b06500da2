import { expect, test } from 'vitest';
import { BUCKETS, bucketOf } from '../../../lib/status/bucket.ts';
import { HEALTHS, LIFECYCLES } from '../../../lib/status/vocabulary.ts';

test('a source that is off counts as off, whatever its health, and any other under its health', () => {
  for (const health of HEALTHS)
    expect(LIFECYCLES.map((lifecycle) => bucketOf({ lifecycle, health }))).toEqual([health, 'off', health]);
  expect(BUCKETS).toEqual([...HEALTHS, 'off']);
});
