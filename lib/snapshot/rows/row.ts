/** What the list shows of a source: its verdict in short, kept apart from the source's whole data. */
import * as z from 'zod/mini';
import { ACTIVITIES, HEALTHS, LIFECYCLES, NUMBERS } from '../../status/vocabulary.ts';

const word = z.string();

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
  last_success: z.nullable(z.iso.datetime({ offset: true })),
  /** The names, references and codes that a search finds it by, folded. */
  search: word,
});

export type Row = z.infer<typeof rowSchema>;

/** Without accents and case, as texts are searched: `Été` → `ete`. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
