/**
 * The snapshot: the one document the panel reads, as a team's marketing-data platform would export it.
 * Every type is inferred from the schema, and `docs/snapshot.schema.json` is made from it.
 */
import * as z from 'zod/mini';

// Compiling parsers with `eval` would break the extension's content security policy.
z.config({ jitless: true });

/** The format's version that this extension reads and writes. */
const SCHEMA_VERSION = 1;

/** Counted by code point, as JSON Schema's `maxLength` does; zod's own counts an emoji twice. */
function atMost(most: number) {
  return [
    z.refine<string>((text) => text.length <= most || (text.length <= 2 * most && [...text].length <= most), {
      params: { most },
    }),
    z.meta<string>({ maxLength: most }),
  ] as const;
}

/** ISO 8601 with an offset, a day that exists in the calendar: `2026-11-20T08:00:00Z`. */
const instant = z.iso.datetime({ offset: true });
/** An id, a code, or a word of an enumeration that a later version of the platform may extend. */
const word = z.string().check(z.minLength(1), ...atMost(100));
const name = z.string().check(z.minLength(1), ...atMost(200), z.regex(/[^\s\p{Cc}\p{Cf}]/u));
const message = z.string().check(...atMost(2000));
/** A whole number from 0 up to 2^53 − 1. */
const count = z.int().check(z.minimum(0));
/** Minutes, at least one. */
const interval = z.int().check(z.minimum(1));

const profile = z.strictObject({ id: word, name, role: word });

const run = z.strictObject({
  status: word,
  /** Rows; null means not reported, never 0. */
  fetched: z.nullable(count),
  processed: z.nullable(count),
  failed: z.nullable(count),
  api_version: z.nullable(word),
  error: z.nullable(z.strictObject({ code: word, message })),
  started_at: z.nullable(instant),
  finished_at: z.nullable(instant),
});

const qualityEntry = z.strictObject({ severity: word, code: word, message });

const account = z.strictObject({
  name,
  masked_ref: word,
  selected: z.boolean(),
  mapping_status: word,
  profile_id: word,
});

export const sourceSchema = z.strictObject({
  id: word,
  profile_id: word,
  name,
  platform: word,
  connection: word,
  enabled: z.boolean(),
  disabled_by: z.nullable(word),
  token: z.strictObject({ expires_at: z.nullable(instant), refreshable: z.boolean() }),
  /** Minutes; null means synced by hand only. Latency is how late the platform's own data is. */
  schedule: z.nullable(z.strictObject({ every_minutes: interval, latency_minutes: count })),
  rate_limited_until: z.nullable(instant),
  technical: z.strictObject({
    api_version: z.nullable(word),
    api_version_sunset_at: z.nullable(instant),
    api_version_review: word,
    schema_changed: z.boolean(),
    schema_change_breaking: z.boolean(),
    changelog_review_required: z.boolean(),
    field_mapping_check_required: z.boolean(),
    mapping_status: word,
    last_successful_sync: z.nullable(instant),
  }),
  /** Newest first. */
  sync_history: z.array(run),
  data_quality: z.array(qualityEntry),
  accounts: z.array(account),
});

/** All of a snapshot but its sources. */
export const headerSchema = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  generated_at: instant,
  mock: z.literal(true),
  notice: z.optional(message),
  authorized_profile_ids: z.array(word),
  profiles: z.array(profile),
});

export const snapshotSchema = z.extend(headerSchema, { sources: z.array(sourceSchema) });

export type Snapshot = z.infer<typeof snapshotSchema>;
export type Header = z.infer<typeof headerSchema>;
export type Profile = z.infer<typeof profile>;
export type Source = z.infer<typeof sourceSchema>;
export type SyncRun = z.infer<typeof run>;
export type QualityEntry = z.infer<typeof qualityEntry>;
export type Account = z.infer<typeof account>;
