/** Any source the schema can parse, with a liking for the edges of the rules. */
import fc from 'fast-check';
import { AS_OF } from '../../../fixtures/builders.ts';
import type { Source } from '../../../lib/schema/snapshot.ts';
import { RULES } from '../../../lib/status/rules.ts';
import { KNOWN_WORDS } from '../../../lib/status/vocabulary.ts';
import { ahead, DAY, HOUR, MINUTE } from './verdicts.ts';

const EDGES = [0, 5 * MINUTE, 90 * MINUTE, 3 * HOUR, 6 * HOUR, 24 * HOUR, 7 * DAY, 90 * DAY];
const ODD_WORDS = ['constructor', '__proto__', 'toString', 'paused', ' ', 'ERROR ', '0'];
const PLATFORMS = ['tiktok_ads', 'meta_ads', 'google_ads', 'shopify', 'microsoft_ads', 'carrier_pigeon'];
const ERROR_CODES = ['40105', '40133', '20001', '190', '250', '2635', '401', '503', 'INTERNAL'];
const RULE_CODES = RULES.flatMap((entry) => ('code' in entry ? entry.code : []));

const freeWord = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const freeText = fc.string({ maxLength: 20, unit: 'grapheme' });
const freeName = freeWord.map((text) => `${text}x`);

/** Mostly a known word, often an odd one, now and then any. */
function word(known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_WORDS) },
    { weight: 1, arbitrary: freeWord },
  );
}

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });

/** Around the snapshot, at a rule's edge to the millisecond, or decades away; in one of two offsets. */
const instant = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: -12 * HOUR, max: HOUR }),
      fc
        .tuple(fc.constantFrom(...EDGES), fc.constantFrom(-1, 1), fc.integer({ min: -1, max: 1 }))
        .map(([edge, side, nudge]) => edge * side + nudge),
      fc.integer({ min: -30 * 365 * DAY, max: 30 * 365 * DAY }),
    ),
    fc.boolean(),
  )
  .map(([offset, utc]) => (utc ? ahead(offset) : ahead(offset + 2 * HOUR).replace('Z', '+02:00')));

const count = fc.oneof(fc.constantFrom(0, 0, 1, 1000, Number.MAX_SAFE_INTEGER), fc.nat({ max: 2000 }));

const run = fc.record({
  status: word(KNOWN_WORDS.sync_status),
  fetched: orNull(count),
  processed: orNull(count),
  failed: orNull(count),
  api_version: orNull(fc.constantFrom('v1.3', 'v1.4')),
  error: orNull(fc.record({ code: word(ERROR_CODES), message: freeText })),
  started_at: orNull(instant),
  finished_at: orNull(instant),
});

const runs = fc.oneof(
  { weight: 12, arbitrary: fc.array(run, { maxLength: 14 }) },
  { weight: 1, arbitrary: fc.array(run, { minLength: 100, maxLength: 300, size: 'max' }) },
);

const qualityEntry = fc.record({
  severity: word(KNOWN_WORDS.severity),
  code: word(RULE_CODES),
  message: freeText,
});

const account = fc.record({
  name: freeName,
  masked_ref: freeWord,
  selected: fc.boolean(),
  mapping_status: word(KNOWN_WORDS.mapping_status),
  profile_id: freeWord,
});

export const anySource: fc.Arbitrary<Source> = fc.record({
  id: freeWord,
  profile_id: freeWord,
  name: freeName,
  platform: word(PLATFORMS),
  connection: word(['connected', 'connected', 'connected', ...KNOWN_WORDS.connection]),
  enabled: fc.boolean(),
  disabled_by: orNull(word(KNOWN_WORDS.disabled_by)),
  token: fc.record({ expires_at: orNull(instant), refreshable: fc.boolean() }),
  schedule: orNull(
    fc.record({
      every_minutes: fc.constantFrom(1, 15, 60, 90, 360, 1440, Number.MAX_SAFE_INTEGER),
      latency_minutes: count,
    }),
  ),
  rate_limited_until: orNull(instant),
  technical: fc.record({
    api_version: orNull(fc.constantFrom('v1.3', 'v1.4')),
    api_version_sunset_at: orNull(instant),
    api_version_review: word(KNOWN_WORDS.api_version_review),
    schema_changed: fc.boolean(),
    schema_change_breaking: fc.boolean(),
    changelog_review_required: fc.boolean(),
    field_mapping_check_required: fc.boolean(),
    mapping_status: word(KNOWN_WORDS.mapping_status),
    last_successful_sync: orNull(instant),
  }),
  sync_history: runs,
  data_quality: fc.array(qualityEntry, { maxLength: 8 }),
  accounts: fc.array(account, { maxLength: 4 }),
});

/** The same source with every instant moved by so many milliseconds. */
export function moved(source: Source, by: number): Source {
  const move = (at: string | null) => at && new Date(Date.parse(at) + by).toISOString();
  const { token, technical } = source;
  return {
    ...source,
    token: token && { ...token, expires_at: move(token.expires_at) },
    rate_limited_until: move(source.rate_limited_until),
    technical: {
      ...technical,
      api_version_sunset_at: move(technical.api_version_sunset_at),
      last_successful_sync: move(technical.last_successful_sync),
    },
    sync_history: source.sync_history.map((one) => ({
      ...one,
      started_at: move(one.started_at),
      finished_at: move(one.finished_at),
    })),
  };
}

export const asOf = new Date(AS_OF);
