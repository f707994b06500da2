import * as z from 'zod/mini';
import { BUCKETS } from '../status/bucket.ts';
import { GROUPINGS, SORTINGS } from './arrange.ts';

export const scrollSchema = z.strictObject({
  /** The first visible row; null at the list's top. */
  source: z.nullable(z.string()),
  /** How far below the window's top edge that row starts, in pixels. */
  top: z.number(),
});

/** What is kept for each window. */
export const memorySchema = z.strictObject({
  /** The address of the place. */
  hash: z.string(),
  filters: z.strictObject({
    buckets: z.array(z.enum(BUCKETS)),
    profile: z.nullable(z.string()),
    platform: z.nullable(z.string()),
    search: z.string(),
  }),
  /** An earlier version's memory lacks these two. */
  arrangement: z.optional(z.strictObject({ groupBy: z.enum(GROUPINGS), sortBy: z.enum(SORTINGS) })),
  /** By group id: whether the user has opened or closed the group. */
  folds: z.optional(z.record(z.string(), z.boolean())),
  listScroll: scrollSchema,
  /** The last source opened. */
  lastSource: z.nullable(z.string()),
  /** The id of each disclosure that is open. */
  unfolded: z.array(z.string()),
});
