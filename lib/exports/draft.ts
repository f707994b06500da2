/** What a reader makes of an export: a snapshot before its import. Also the helpers that the readers share. */
import { hasAtMost, LONGEST, MOST, VISIBLE } from '../schema/plain.ts';
import type { Snapshot, Source, SyncRun } from '../schema/snapshot.ts';
import type { Problem } from '../snapshot/import/problems.ts';
import type { Page } from './pages.ts';

export type Draft =
  /** `takenFrom` says where the instant comes from: the export itself, or the time of its file. */
  { ok: true; snapshot: Snapshot; takenFrom: 'export' | 'file' } | { ok: false; problems: Problem[] };

/**
 * Used where a snapshot requires a word and the export has none. The status rules don't know it, so a verdict that
 * depends on it is “unknown”, never “healthy”.
 */
export const NOT_REPORTED = 'not_reported';

/** A run of which only the status is reported. */
export const BLANK_RUN = {
  fetched: null,
  processed: null,
  failed: null,
  api_version: null,
  error: null,
  started_at: null,
  finished_at: null,
};

/**
 * A placeholder for runs that the export lacks. Without it a source would seem never to have synced; with it, the
 * status rules report that they don't know.
 */
export const RUNS_NOT_REPORTED: SyncRun = { ...BLANK_RUN, status: NOT_REPORTED };

/** A source of which only its existence is reported. */
export const BLANK_SOURCE = {
  connection: NOT_REPORTED,
  enabled: true,
  disabled_by: null,
  token: null,
  schedule: null,
  rate_limited_until: null,
  technical: {
    api_version: null,
    api_version_sunset_at: null,
    api_version_review: null,
    schema_changed: null,
    schema_change_breaking: null,
    changelog_review_required: null,
    field_mapping_check_required: null,
    mapping_status: null,
    last_successful_sync: null,
  },
  sync_history: [],
  data_quality: [],
  accounts: null,
} satisfies Partial<Source>;

/** A schedule of which only its existence is known. */
export const SOME_SCHEDULE = { every_minutes: null, latency_minutes: 0 };

export interface DraftOptions {
  /** `Airbyte’s connections and jobs` */
  madeFrom: string;
  notReported: readonly string[];
  /** Null if neither the export nor its file says. */
  takenAt: string | null;
  takenFrom: 'export' | 'file';
  /** Names by id. */
  profiles: ReadonlyMap<string, string>;
  sources: Source[];
}

/** All Profiles of an export are the user's own: it holds only what the user may read. Roles are not reported. */
export function draftOf({
  madeFrom,
  notReported,
  takenAt,
  takenFrom,
  profiles,
  sources,
}: DraftOptions): Draft {
  if (takenAt === null)
    return { ok: false, problems: [{ path: '', message: 'has no date: save the export again' }] };
  const taken = `${takenAt.slice(0, 16).replace('T', ' ')} UTC`;
  const snapshot: Snapshot = {
    schema_version: 1,
    generated_at: takenAt,
    mock: false,
    notice: `Made from ${madeFrom}, as of ${taken}; not reported: ${notReported.join(', ')}.`,
    authorized_profile_ids: [...profiles.keys()],
    profiles: Array.from(profiles, ([id, name]) => ({ id, name, role: NOT_REPORTED })),
    sources,
  };
  return { ok: true, snapshot, takenFrom };
}

/** Reports one problem with some pages, under the names of their files. */
export function refused(pages: readonly Page[], message: string): Draft {
  const files = [...new Set(pages.map(({ file }) => file))].join(', ');
  return { ok: false, problems: [{ path: files, message }] };
}

/** For all sources together, so that a large team's draft still fits an import; and for each. */
const MOST_RUNS = 30_000;
const MOST_RUNS_EACH = 100;
const LEAST_RUNS_EACH = 10;

/** How many of the newest runs each source keeps. */
export function runsKept(sources: number): number {
  return Math.max(LEAST_RUNS_EACH, Math.min(MOST_RUNS_EACH, Math.floor(MOST_RUNS / sources)));
}

/** Profile names by id; where the export has no name, they are numbered in the order of their ids. */
export function profileNames(
  ids: Iterable<string>,
  names: ReadonlyMap<string, string | null>,
  kind: string,
): Map<string, string> {
  const sorted = [...new Set(ids)].sort();
  return new Map(
    sorted.map((id, index) => [
      id,
      asName(names.get(id) ?? null, sorted.length === 1 ? kind : `${kind} ${index + 1}`),
    ]),
  );
}

/** Well-formed, not blank, and no longer than a snapshot's name may be. */
export function asName(text: string | null, otherwise: string): string {
  const name = cut(text ?? '', LONGEST.name);
  return VISIBLE.test(name) ? name : otherwise;
}

/** No longer than a snapshot's word may be. */
export function asWord(text: string | null, otherwise = NOT_REPORTED): string {
  return cut(text ?? '', LONGEST.word) || otherwise;
}

export function asMessage(text: string): string {
  return cut(text, LONGEST.message);
}

/** As many items as a snapshot takes. */
export function atMost<Item>(list: 'streams' | 'data_quality', items: readonly Item[]): Item[] {
  return items.slice(0, MOST[list]);
}

/** A snapshot's id. One that is too long keeps its start, followed by a checksum that tells it from similar ones. */
export function asId(text: string): string {
  const id = text.toWellFormed();
  if (hasAtMost(id, LONGEST.word)) return id;
  return `${cut(id, 80)}-${checksum(id)}`;
}

function cut(text: string, most: number): string {
  const wellFormed = text.toWellFormed();
  return wellFormed.length <= most
    ? wellFormed
    : Array.from(wellFormed.slice(0, 2 * most))
        .slice(0, most)
        .join('')
        .toWellFormed();
}

/** FNV-1a, 64 bits in hex. */
function checksum(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
