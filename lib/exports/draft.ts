/** What a reader makes of an export, and what the readers share: a snapshot before it is imported. */
import { MOST } from '../schema/plain.ts';
import type { Snapshot, Source, SyncRun } from '../schema/snapshot.ts';
import type { Problem } from '../snapshot/import/problems.ts';
import type { Page } from './pages.ts';

export type Draft =
  /** `takenFrom` says whose instant it is: the export's own, or that of the file. */
  { ok: true; snapshot: Snapshot; takenFrom: 'export' | 'file' } | { ok: false; problems: Problem[] };

/**
 * Where a snapshot must name a word and the export names none. The status rules do not know it, so that a verdict that
 * rests on it is “unknown”, never “healthy”.
 */
export const NOT_REPORTED = 'not_reported';

/** A run of which only its status is reported. */
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
 * Stands for runs that are not in the export. Without it a source would seem never to have synced; with it, the status
 * rules know that they do not know.
 */
export const RUNS_NOT_REPORTED: SyncRun = { ...BLANK_RUN, status: NOT_REPORTED };

/** A source of which nothing is reported but that it is there. */
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

/** A schedule of which only is known that there is one. */
export const SOME_SCHEDULE = { every_minutes: null, latency_minutes: 0 };

export interface DraftOptions {
  /** `Airbyte’s connections and jobs` */
  madeFrom: string;
  notReported: readonly string[];
  /** Null where neither the export nor its file says it. */
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

/** The problem of some pages, by the names of their files. */
export function refused(pages: readonly Page[], message: string): Draft {
  const files = [...new Set(pages.map(({ file }) => file))].join(', ');
  return { ok: false, problems: [{ path: files, message }] };
}

/** Of all sources together, so that a large team's draft still fits an import; and of each. */
const MOST_RUNS = 30_000;
const MOST_RUNS_EACH = 100;
const LEAST_RUNS_EACH = 10;

/** How many of the newest runs each source keeps. */
export function runsKept(sources: number): number {
  return Math.max(LEAST_RUNS_EACH, Math.min(MOST_RUNS_EACH, Math.floor(MOST_RUNS / sources)));
}

/** The names of Profiles by their ids; numbered in the order of the ids where the export does not name them. */
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

/** At most as long as a snapshot's name may be, well-formed, and not blank. */
export function asName(text: string | null, otherwise: string): string {
  const name = cut(text ?? '', 200);
  return /[^\s\p{Cc}\p{Cf}]/u.test(name) ? name : otherwise;
}

/** At most as long as a snapshot's word may be. */
export function asWord(text: string | null, otherwise = NOT_REPORTED): string {
  return cut(text ?? '', 100) || otherwise;
}

export function asMessage(text: string): string {
  return cut(text, 2000);
}

/** The most entries of the list that a snapshot takes. */
export function atMost<Item>(list: 'streams' | 'data_quality', items: readonly Item[]): Item[] {
  return items.slice(0, MOST[list]);
}

/** Ids are addresses: one that is too long keeps its start, and a checksum that tells it from others with the same start. */
export function asId(text: string): string {
  const id = text.toWellFormed();
  if ([...id].length <= 100) return id;
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
