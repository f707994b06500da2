/** Any source that the schema accepts, biased towards the rules' limits. */
import fc from 'fast-check';
import { AS_OF, aSource } from '../../../fixtures/builders.ts';
import type { Source } from '../../../lib/schema/snapshot.ts';
import { KNOWN_WORDS } from '../../../lib/status/known-words.ts';
import { RULES } from '../../../lib/status/rules.ts';
import { ahead, DAY, HOUR, MINUTE } from './verdicts.ts';

const EDGES = [0, 5 * MINUTE, 90 * MINUTE, 3 * HOUR, 6 * HOUR, 24 * HOUR, 7 * DAY, 30 * DAY, 90 * DAY];
const ODD_WORDS = ['constructor', '__proto__', 'toString', 'paused', ' ', 'ERROR ', '0'];
const PLATFORMS = ['tiktok_ads', 'meta_ads', 'google_ads', 'shopify', 'microsoft_ads', 'carrier_pigeon'];
const ERROR_CODES = ['40105', '40133', '20001', '190', '250', '2635', '401', '503', 'INTERNAL'];
const RULE_CODES = RULES.flatMap((entry) => ('code' in entry ? entry.code : []));

/** Keys of a source, and of its technical facts. */
const FACTS = [
  ...[
    'connection',
    'enabled',
    'disabled_by',
    'token',
    'schedule',
    'rate_limited_until',
    'sync_history',
    'streams',
  ],
  ...['data_quality', 'accounts', ...Object.keys(aSource().technical)],
];

const freeWord = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const freeText = fc.string({ maxLength: 20, unit: 'grapheme' });
/** Some names occur more than once. */
const freeName = fc.oneof(
  fc.constantFrom('Shop', 'Ads'),
  freeWord.map((text) => `${text}x`),
);

/** Mostly a known word, often an odd one, sometimes any. */
function word(known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_WORDS) },
    { weight: 1, arbitrary: freeWord },
  );
}

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });

/** Near the snapshot, exactly at a rule's limit, or decades away; with one of two offsets. */
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

/** Like `instant`, or the year that means never. */
const success = fc.oneof(
  { weight: 9, arbitrary: instant },
  { weight: 1, arbitrary: fc.constant('1970-01-01T00:00:00Z') },
);

const count = fc.oneof(fc.constantFrom(0, 0, 1, 1000, Number.MAX_SAFE_INTEGER), fc.nat({ max: 2000 }));
const interval = fc.constantFrom(1, 15, 60, 90, 360, 1440, Number.MAX_SAFE_INTEGER);

/** Always with a code or a message. */
const error = fc
  .record({ code: orNull(word(ERROR_CODES)), message: orNull(freeText) })
  .map(({ code, message }) => ({ code, message: code === null ? (message ?? '') : message }));

const run = fc.record(
  {
    status: word(KNOWN_WORDS.sync_status),
    kind: word(['regular', 'history']),
    fetched: orNull(count),
    processed: orNull(count),
    failed: orNull(count),
    api_version: orNull(fc.constantFrom('v1.3', 'v1.4')),
    error: orNull(error),
    started_at: orNull(instant),
    finished_at: orNull(success),
  },
  {
    requiredKeys: [
      'status',
      'fetched',
      'processed',
      'failed',
      'api_version',
      'error',
      'started_at',
      'finished_at',
    ],
  },
);

const runs = fc.oneof(
  { weight: 12, arbitrary: fc.array(run, { maxLength: 14 }) },
  { weight: 1, arbitrary: fc.array(run, { minLength: 100, maxLength: 300, size: 'max' }) },
);

const qualityEntry = fc.record({
  severity: word(KNOWN_WORDS.severity),
  code: word(RULE_CODES),
  message: freeText,
});

const stream = fc.record({ name: freeName, last_successful_sync: orNull(success), error: orNull(error) });

const account = fc.record(
  {
    name: freeName,
    masked_ref: freeWord,
    selected: fc.boolean(),
    mapping_status: word(KNOWN_WORDS.mapping_status),
    profile_id: freeWord,
    status: word(['ok', 'ok', ...KNOWN_WORDS.account_status]),
    time_zone: fc.constantFrom('Europe/Paris', 'America/New_York'),
    currency: fc.constantFrom('EUR', 'USD', 'CHF'),
  },
  { requiredKeys: ['name', 'masked_ref', 'selected', 'mapping_status', 'profile_id'] },
);

const token = fc.record(
  { expires_at: orNull(instant), refreshable: fc.boolean(), refresh_ends_at: orNull(instant) },
  { requiredKeys: ['expires_at', 'refreshable'] },
);

const schedule = fc.record(
  {
    every_minutes: orNull(interval),
    latency_minutes: count,
    next_due_at: orNull(instant),
    late_after_minutes: orNull(interval),
    stale_after_minutes: orNull(interval),
    restated_days: orNull(count),
    reread_days: orNull(count),
  },
  { requiredKeys: ['every_minutes', 'latency_minutes'] },
);

const rarely = { freq: 9 };

export const anySource: fc.Arbitrary<Source> = fc
  .record({
    id: freeWord,
    profile_id: freeWord,
    name: freeName,
    platform: word(PLATFORMS),
    connection: word(['connected', 'connected', 'connected', ...KNOWN_WORDS.connection]),
    enabled: fc.boolean(),
    disabled_by: orNull(word(KNOWN_WORDS.disabled_by)),
    disabled_reason: fc.option(freeText, { nil: undefined }),
    token: fc.option(token, rarely),
    schedule: orNull(schedule),
    rate_limited_until: orNull(instant),
    technical: fc.record({
      api_version: orNull(fc.constantFrom('v1.3', 'v1.4')),
      api_version_sunset_at: orNull(instant),
      api_version_review: fc.option(word(KNOWN_WORDS.api_version_review), rarely),
      schema_changed: fc.option(fc.boolean(), rarely),
      schema_change_breaking: fc.option(fc.boolean(), rarely),
      changelog_review_required: fc.option(fc.boolean(), rarely),
      field_mapping_check_required: fc.option(fc.boolean(), rarely),
      mapping_status: fc.option(word(KNOWN_WORDS.mapping_status), rarely),
      last_successful_sync: orNull(success),
    }),
    sync_history: runs,
    streams: fc.option(fc.array(stream, { maxLength: 6 }), { nil: undefined }),
    data_quality: fc.array(qualityEntry, { maxLength: 8 }),
    accounts: fc.option(fc.array(account, { maxLength: 4 }), rarely),
  })
  .map(({ disabled_reason, streams, ...source }) => ({
    ...source,
    ...(disabled_reason !== undefined && { disabled_reason }),
    ...(streams !== undefined && { streams }),
  }));

/** The same source with every instant moved by this many milliseconds, except those that mean never. */
export function moved(source: Source, by: number): Source {
  return JSON.parse(JSON.stringify(source), (_key, value: unknown) => {
    const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+02:00)$/.test(value);
    if (!isInstant || value < '1971') return value;
    return new Date(Date.parse(value) + by).toISOString();
  });
}

export const asOf = new Date(AS_OF);

/** A healthy source with up to four facts of an arbitrary one, so that one more trouble is noticeable. */
export const mostlyHealthySource: fc.Arbitrary<Source> = fc
  .tuple(anySource, fc.subarray(FACTS, { maxLength: 4 }))
  .map(([any, facts]) => {
    const healthy = aSource();
    const technical = Object.fromEntries(
      Object.entries(any.technical).filter(([key]) => facts.includes(key)),
    );
    const rest = Object.fromEntries(Object.entries(any).filter(([key]) => facts.includes(key)));
    return { ...healthy, ...rest, technical: { ...healthy.technical, ...technical } };
  });
