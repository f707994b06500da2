import * as z from 'zod/mini';
import { isInstant } from '../../schema/plain.ts';
import { ACTIVITIES, HEALTHS, LIFECYCLES, NUMBERS, UPCOMING } from '../../status/vocabulary.ts';
import { LETTERS } from './runs.ts';

const word = z.string();
const instant = z.string().check(z.refine(isInstant));

/** What the list shows of a source: a summary of its verdict, stored separately from the whole source. */
export const rowSchema = z.strictObject({
  id: word,
  profile_id: word,
  name: word,
  platform: word,
  enabled: z.boolean(),
  health: z.enum(HEALTHS),
  headline: z.nullable(z.strictObject({ code: word, message: word })),
  /** The codes of all findings, in rule order. */
  codes: z.array(word),
  activity: z.enum(ACTIVITIES),
  numbers: z.enum(NUMBERS),
  lifecycle: z.enum(LIFECYCLES),
  last_success: z.nullable(instant),
  /** The last ten runs, newest first, one letter each: see `runs.ts`. */
  runs: z.string().check(z.regex(LETTERS)),
  /** What will happen after the snapshot, soonest first. */
  upcoming: z
    .array(z.strictObject({ what: z.enum(UPCOMING), at: instant, api_version: z.optional(word) }))
    .check(z.maxLength(UPCOMING.length)),
  /** The masked references of its accounts, without duplicates; null if not reported. */
  accounts: z.nullable(z.strictObject({ selected: z.array(word), others: z.array(word) })),
  /** The names, references and codes for searching, without accents and case. */
  search: word,
});
