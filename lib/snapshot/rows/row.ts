/** What the list shows of a source: its verdict in short, stored apart from the whole source. */
import * as z from 'zod/mini';
import { ACTIVITIES, HEALTHS, LIFECYCLES, NUMBERS, UPCOMING } from '../../status/vocabulary.ts';

const word = z.string();
const instant = z.iso.datetime({ offset: true });

export const rowSchema = z.strictObject({
  id: word,
  profile_id: word,
  name: word,
  platform: word,
  enabled: z.boolean(),
  health: z.enum(HEALTHS),
  headline: z.nullable(z.strictObject({ code: word, message: word })),
  /** Of all findings, in rule order. */
  codes: z.array(word),
  activity: z.enum(ACTIVITIES),
  numbers: z.enum(NUMBERS),
  lifecycle: z.enum(LIFECYCLES),
  last_success: z.nullable(instant),
  /** The last ten runs, newest first, one letter each: see `runs.ts`. */
  runs: z.string().check(z.regex(/^[cpfxrqo]{0,10}$/)),
  /** What will happen after the snapshot, soonest first. */
  upcoming: z
    .array(z.strictObject({ what: z.enum(UPCOMING), at: instant, api_version: z.optional(word) }))
    .check(z.maxLength(UPCOMING.length)),
  /** The masked references of its accounts, each once; null where they are not reported. */
  accounts: z.nullable(z.strictObject({ selected: z.array(word), others: z.array(word) })),
  /** The names, references and codes that a search finds it by, folded. */
  search: word,
});

export type Row = z.infer<typeof rowSchema>;

/** Without accents and case, as texts are searched: `Été` → `ete`. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
