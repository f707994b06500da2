/** Turns files from a team's own tools into the text of a snapshot for `importSnapshot`. */
import * as z from 'zod/mini';
import { isRecord } from '../schema/guards.ts';
import { MOST_PROBLEMS, type Problem } from '../snapshot/import/problems.ts';
import { airbytePartOf, airbytePartOfPage, readAirbyte } from './airbyte.ts';
import { isDbtArtifact, readDbt } from './dbt.ts';
import { documentsOf } from './documents.ts';
import type { Draft } from './draft.ts';
import { fivetranPartOf, readFivetran } from './fivetran.ts';
import { count, text } from './loose.ts';
import { type Page, pagesOf } from './pages.ts';

export interface ExportFile {
  name: string;
  text: string;
  /** When the file was last written. It is the export's instant if the export has none. */
  modified: Date;
}

export type Tool = 'airbyte' | 'fivetran' | 'dbt';

export type ReadResult =
  /** `takenFrom`: whether the instant comes from the data or from the file. */
  | { ok: true; text: string; tool: Tool | 'snapshot'; takenFrom: 'export' | 'file' }
  /** A problem's path is the name of its file, or of several. */
  | { ok: false; problems: Problem[] };

/**
 * Recognises files by their shape alone: one snapshot, or exports of one tool, in any order. A snapshot's text is
 * returned unchanged. The result is not yet checked for secrets and scope: the import does that. Never throws.
 */
export function readFiles(files: readonly ExportFile[]): ReadResult {
  if (files.length === 0) return refuse([{ path: '', message: 'is missing: choose at least one file' }]);
  const problems: Problem[] = [];
  const pages = files.toSorted(byTime).flatMap(({ name, text }) => {
    const read = documentsOf(text);
    if (read.ok) return read.documents.flatMap((document) => pagesOf(name, document));
    problems.push({ path: name, message: read.message });
    return [];
  });
  if (problems.length > 0) return refuse(problems);

  const kinds = new Set<Kind>();
  const refused = new Map<string, string>();
  for (const page of pages) {
    if (refused.has(page.file)) continue;
    const kind = kindOf(page);
    if (kind === 'unknown') refused.set(page.file, UNKNOWN);
    else if (kind === 'failure') refused.set(page.file, FAILURE);
    else if (kind !== 'empty') kinds.add(kind);
  }
  if (refused.size > 0) return refuse(Array.from(refused, ([path, message]) => ({ path, message })));

  const [kind, ...others] = kinds;
  const names = files.map(({ name }) => name).join(', ');
  if (others.length > 0) return refuse([{ path: names, message: TOO_MANY_KINDS }]);
  if (kind === 'airbyte') return finish(kind, readAirbyte(pages, firstSaved(files, pages)));
  if (kind === 'fivetran') return finish(kind, readFivetran(pages, firstSaved(files, pages)));
  if (kind === 'dbt') return finish(kind, readDbt(pages, firstSaved(files, pages)));
  const [file, ...more] = files;
  if (kind !== 'snapshot' || file === undefined) return refuse([{ path: names, message: EMPTY }]);
  if (more.length > 0) return refuse([{ path: names, message: 'are several snapshots: choose one' }]);
  return { ok: true, text: file.text, tool: 'snapshot', takenFrom: 'export' };
}

const EXPECTED =
  'Airbyte’s connections (with jobs and sources), Fivetran’s connections, dbt’s target/sources.json, or a snapshot';
const UNKNOWN = `is none of the files that can be read here: ${EXPECTED}`;
const EMPTY = `hold nothing to read; choose ${EXPECTED}`;
const FAILURE = 'holds an API’s error instead of its answer: ask again with a key that may read it';
const TOO_MANY_KINDS = 'come from different tools: choose the files of one tool at a time';

function refuse(problems: Problem[]): ReadResult {
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function finish(tool: Tool, draft: Draft): ReadResult {
  if (!draft.ok) return refuse(draft.problems);
  return { ok: true, text: JSON.stringify(draft.snapshot), tool, takenFrom: draft.takenFrom };
}

/** Makes the result independent of the order in which the files were chosen. */
function byTime(a: ExportFile, b: ExportFile): number {
  return a.modified.getTime() - b.modified.getTime() || (a.text < b.text ? -1 : 1);
}

type Kind = Tool | 'snapshot' | 'empty' | 'failure' | 'unknown';

/** Judged by all items of a page, as some may be of no known kind. */
function kindOf(page: Page): Kind {
  if (page.items.length === 0) return 'empty';
  const kinds = new Set(page.items.map(kindOfItem));
  const [kind = 'unknown'] = kinds;
  return kinds.size === 1 ? kind : 'unknown';
}

function kindOfItem(item: unknown): Kind {
  if (isSnapshot(item)) return 'snapshot';
  if (airbytePartOf(item) !== null) return 'airbyte';
  if (isDbtArtifact(item)) return 'dbt';
  if (fivetranPartOf(item) !== null) return 'fivetran';
  return isFailure(item) ? 'failure' : 'unknown';
}

/** Keys that only a snapshot has. */
const SNAPSHOT_KEYS = ['schema_version', 'authorized_profile_ids', 'generated_at'];

/** Anything that looks like a snapshot: the import reports what is wrong with it. */
function isSnapshot(item: unknown): boolean {
  return isRecord(item) && SNAPSHOT_KEYS.some((key) => key in item);
}

const failureKeys = z.object({ status: count, code: text, message: text, title: text, detail: text });

/** `{ "code": "Unauthorized", "message": … }`, `{ "status": 403, "title": … }` */
function isFailure(item: unknown): boolean {
  const { data } = z.safeParse(failureKeys, item);
  if (!data) return false;
  const says = data.message ?? data.title ?? data.detail;
  return says !== null && (data.code !== null || (data.status ?? 0) >= 400);
}

/** The earliest save time of the files with runs, if there are any: it decides what is late. */
function firstSaved(files: readonly ExportFile[], pages: readonly Page[]): Date {
  const withRuns = new Set(
    pages.filter((page) => airbytePartOfPage(page) === 'jobs').map(({ file }) => file),
  );
  const times = files
    .filter(({ name }) => withRuns.size === 0 || withRuns.has(name))
    .map(({ modified }) => modified.getTime());
  return new Date(Math.min(...times));
}
