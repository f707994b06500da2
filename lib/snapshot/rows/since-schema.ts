import * as z from 'zod/mini';
import { MOST } from '../../schema/plain.ts';
import { HEALTHS } from '../../status/vocabulary.ts';

/** Stored with a snapshot: how its verdicts differ from the previous snapshot's. */
export const sinceSchema = z.strictObject({
  /** New sources, and those whose verdict changed. */
  changed: z
    .array(
      z.strictObject({
        source: z.string(),
        /** The previous health; null for a new source. */
        was: z.nullable(z.enum(HEALTHS)),
        /** Codes of the new findings. */
        codes: z.array(z.string()),
      }),
    )
    .check(z.maxLength(MOST.sources)),
  /** How many sources no longer exist. */
  gone: z.int().check(z.minimum(0)),
});
