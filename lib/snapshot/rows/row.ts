import type * as z from 'zod/mini';
import {
  isBoolean,
  isStoredInstant,
  isText,
  listOf,
  oneOf,
  orMissing,
  orNull,
  shape,
} from '../../schema/guards.ts';
import { ACTIVITIES, HEALTHS, LIFECYCLES, NUMBERS, UPCOMING } from '../../status/vocabulary.ts';
import type { rowSchema } from './row-schema.ts';
import { LETTERS } from './runs.ts';

export type Row = z.infer<typeof rowSchema>;

export const isRow = shape<Row>({
  id: isText,
  profile_id: isText,
  name: isText,
  platform: isText,
  enabled: isBoolean,
  health: oneOf(HEALTHS),
  headline: orNull(shape<NonNullable<Row['headline']>>({ code: isText, message: isText })),
  codes: listOf(isText),
  activity: oneOf(ACTIVITIES),
  numbers: oneOf(NUMBERS),
  lifecycle: oneOf(LIFECYCLES),
  last_success: orNull(isStoredInstant),
  runs: (value): value is string => isText(value) && LETTERS.test(value),
  upcoming: listOf(
    shape<Row['upcoming'][number]>({
      what: oneOf(UPCOMING),
      at: isStoredInstant,
      api_version: orMissing(isText),
    }),
    UPCOMING.length,
  ),
  accounts: orNull(shape<NonNullable<Row['accounts']>>({ selected: listOf(isText), others: listOf(isText) })),
  search: isText,
});

/** Removes accents and case for searching: `Été` → `ete`. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
