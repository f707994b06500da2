/**
 * The snapshot: the one document the panel reads, as a team's marketing-data platform would export it.
 * Every type is inferred from the schema, and `docs/snapshot.schema.json` is generated from it.
 */
import * as z from 'zod/mini';
import { hasAtMost, isInstant, LONGEST, MOST, VISIBLE } from './plain.ts';

// Compiling parsers with `eval` would break the extension's content security policy.
z.config({ jitless: true });

/** The format's version that this extension reads and writes. */
const SCHEMA_VERSION = 1;

/** zod's own check counts an emoji as two characters. */
function atMost(most: number) {
  return [
    z.refine<string>((text) => hasAtMost(text, most), { params: { most } }),
    z.meta<string>({ maxLength: most }),
  ] as const;
}

/** No lone surrogates: such a text has no UTF-8 form, so no address, file or report can hold it. */
const wellFormed = z.refine<string>((text) => text.isWellFormed(), { params: { wellFormed: true } });

const NO_COLON = /(?<=[+-]\d\d)(?=\d\d$)/;

/** An offset without its colon, `+0000`, is read as `+00:00`. */
const instant = z.string().check(
  z.refine(isInstant, { params: { instant: true } }),
  // Most instants are in UTC, and there are as many as runs: looking for an offset in each would be slow.
  z.overwrite((text) => (text.endsWith('Z') ? text : text.replace(NO_COLON, ':'))),
  z.meta({ format: 'date-time' }),
);
/** An id, a code, or an enumeration's word, which a later version of the platform may add to. */
const word = z.string().check(z.minLength(1), ...atMost(LONGEST.word), wellFormed);
const name = z.string().check(z.minLength(1), ...atMost(LONGEST.name), z.regex(VISIBLE), wellFormed);
const message = z.string().check(...atMost(LONGEST.message), wellFormed);
/** A whole number from 0 to 2^53 − 1. */
const count = z.int().check(z.minimum(0));
/** Minutes, at least one. */
const interval = z.int().check(z.minimum(1));
/** How many days back. */
const days = count;

const profile = z.strictObject({ id: word, name, role: word });

/** The code or the message may be unknown, but not both. */
const error = z
  .strictObject({ code: z.nullable(word), message: z.nullable(message) })
  .check(z.refine(({ code, message }) => code !== null || message !== null, { params: { eitherOf: true } }));

export const runSchema = z.strictObject({
  status: word,
  /** `regular`, or `history` for a first or repeated load of the past. */
  kind: z.optional(word),
  /** Rows; null means not reported, never 0. */
  fetched: z.nullable(count),
  processed: z.nullable(count),
  failed: z.nullable(count),
  api_version: z.nullable(word),
  error: z.nullable(error),
  started_at: z.nullable(instant),
  finished_at: z.nullable(instant),
});

const qualityEntry = z.strictObject({ severity: word, code: word, message });

/** A report or table that a source loads. */
const stream = z.strictObject({
  name,
  last_successful_sync: z.nullable(instant),
  error: z.nullable(error),
});

const account = z.strictObject({
  name,
  masked_ref: word,
  selected: z.boolean(),
  mapping_status: word,
  profile_id: word,
  /** On the platform: `ok` `no_access` `not_enabled` `over_limit` `closed`. */
  status: z.optional(word),
  time_zone: z.optional(word),
  currency: z.optional(word),
});

export const sourceSchema = z.strictObject({
  id: word,
  profile_id: word,
  name,
  platform: word,
  connection: word,
  enabled: z.boolean(),
  disabled_by: z.nullable(word),
  disabled_reason: z.optional(message),
  /** When the sign-in ends, never the token itself; null means not reported. */
  token: z.nullable(
    z.strictObject({
      expires_at: z.nullable(instant),
      refreshable: z.boolean(),
      /** Until when it can be renewed. */
      refresh_ends_at: z.optional(z.nullable(instant)),
    }),
  ),
  /** Null means synced by hand only. */
  schedule: z.nullable(
    z.strictObject({
      /** Null on a calendar whose interval is not reported. */
      every_minutes: z.nullable(interval),
      /** How late the platform's own data is. */
      latency_minutes: count,
      /** For calendars: weekdays, cron. */
      next_due_at: z.optional(z.nullable(instant)),
      /** The platform's own thresholds for the age of the last success. */
      late_after_minutes: z.optional(z.nullable(interval)),
      stale_after_minutes: z.optional(z.nullable(interval)),
      /** How far back the platform may still change figures, and how far back each sync reads them again. */
      restated_days: z.optional(z.nullable(days)),
      reread_days: z.optional(z.nullable(days)),
    }),
  ),
  rate_limited_until: z.nullable(instant),
  technical: z.strictObject({
    api_version: z.nullable(word),
    api_version_sunset_at: z.nullable(instant),
    api_version_review: z.nullable(word),
    schema_changed: z.nullable(z.boolean()),
    schema_change_breaking: z.nullable(z.boolean()),
    changelog_review_required: z.nullable(z.boolean()),
    field_mapping_check_required: z.nullable(z.boolean()),
    mapping_status: z.nullable(word),
    last_successful_sync: z.nullable(instant),
  }),
  /** Newest first. */
  sync_history: z.array(runSchema).check(z.maxLength(MOST.sync_history)),
  streams: z.optional(z.array(stream).check(z.maxLength(MOST.streams))),
  data_quality: z.array(qualityEntry).check(z.maxLength(MOST.data_quality)),
  /** Null means not reported. */
  accounts: z.nullable(z.array(account).check(z.maxLength(MOST.accounts))),
});

/** Everything in a snapshot except its sources. */
export const headerSchema = z.strictObject({
  schema_version: z.literal(SCHEMA_VERSION),
  generated_at: instant,
  /** False if it was made from a real export. */
  mock: z.boolean(),
  notice: z.optional(message),
  authorized_profile_ids: z.array(word).check(z.maxLength(MOST.profiles)),
  profiles: z.array(profile).check(z.maxLength(MOST.profiles)),
});

export const snapshotSchema = z.extend(headerSchema, {
  sources: z.array(sourceSchema).check(z.maxLength(MOST.sources)),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
export type Header = z.infer<typeof headerSchema>;
export type Profile = z.infer<typeof profile>;
export type Source = z.infer<typeof sourceSchema>;
export type SyncRun = z.infer<typeof runSchema>;
export type QualityEntry = z.infer<typeof qualityEntry>;
export type Account = z.infer<typeof account>;
export type Stream = z.infer<typeof stream>;
export type SyncError = z.infer<typeof error>;
