import { type Assessment, HEALTHS, type Health } from './vocabulary.ts';

/** How a source is counted and shown: under its health, or under `off` if it was switched off on purpose. */
export type Bucket = Health | 'off';

/** Worst first. */
export const BUCKETS: readonly Bucket[] = [...HEALTHS, 'off'];

export function bucketOf({ lifecycle, health }: Pick<Assessment, 'lifecycle' | 'health'>): Bucket {
  return lifecycle === 'off' ? 'off' : health;
}
