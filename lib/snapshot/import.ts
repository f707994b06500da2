import { isRecord } from '../schema/guards.ts';
import { MOST } from '../schema/plain.ts';
import {
  headerSchema,
  type Snapshot,
  type Source,
  snapshotSchema,
  sourceSchema,
} from '../schema/snapshot.ts';
import { newestFirst } from '../status/order-runs.ts';
import { problemFinder } from './import/check.ts';
import { maskHeader, maskSource, type Tally } from './import/mask.ts';
import { MOST_PROBLEMS, type Problem } from './import/problems.ts';
import { readerFor } from './import/read.ts';
import { referenceProblems } from './import/references.ts';
import { scopeHeader, scopeOf, scopeSource } from './import/scope.ts';

/** Bytes of UTF-8 (8 MiB); a larger text is not parsed. */
export const MOST_BYTES = 8 * 1024 * 1024;

export const TOO_LARGE = 'is larger than 8 MiB, the most an import takes';

export type ImportResult =
  /** Ready to store: in scope, masked, in order, with no unknown key. */
  | {
      ok: true;
      snapshot: Snapshot;
      /** How many values were masked. */
      masked: number;
      /** How many sources and accounts are outside the authorized Profiles. */
      leftOut: number;
      /** How many sources had runs that were not newest first. */
      reordered: number;
    }
  | Refused;

/** The import is refused as a whole, for at least one and at most the first 20 of its problems. */
interface Refused {
  ok: false;
  problems: Problem[];
}

/**
 * Reads a snapshot from the text of a JSON file, which may start with a byte order mark. If a key occurs twice in an
 * object the last one counts, as always in JSON. Never throws, and no message quotes a value.
 */
export function importSnapshot(text: string): ImportResult {
  const steps = importInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the same in steps of a few milliseconds; between them the caller may let other work run. */
export function* importInSteps(text: string): Generator<void, ImportResult> {
  if (!fitsImport(text)) return refuse([{ path: '', message: TOO_LARGE }]);
  yield;
  const json = parse(text);
  if (json === NOT_JSON) return refuse([{ path: '', message: 'is not valid JSON' }]);
  yield;
  const read = yield* readInSteps(json);
  if (!read.ok) return read;
  const misnamed = referenceProblems(read.snapshot).take(MOST_PROBLEMS).toArray();
  if (misnamed.length > 0) return refuse(misnamed);
  yield;
  return yield* admitInSteps(read.snapshot);
}

const explain = problemFinder(snapshotSchema);
const explainSource = problemFinder(sourceSchema);
const readHeader = readerFor(headerSchema);
const readSource = readerFor(sourceSchema);

/** As many sources as take a few milliseconds to read. */
const SOURCES_PER_STEP = 10;

/** Parses the snapshot, or explains why that fails. */
function* readInSteps(json: unknown): Generator<void, { ok: true; snapshot: Snapshot } | Refused> {
  if (!isRecord(json) || !Array.isArray(json.sources)) return refuse(explain(json));
  if (json.sources.length > MOST.sources) return refuse(explain(json));
  const header = readHeader(without(json, 'sources'));
  const around = header ? [] : explain({ ...json, sources: [] });
  const sources: Source[] = [];
  const inSources: Problem[] = [];
  for (const [index, source] of json.sources.entries()) {
    const read = readSource(source);
    if (read) sources.push(read);
    else inSources.push(...explainSource(source, ['sources', index]));
    if (inSources.length >= MOST_PROBLEMS) break;
    if (index % SOURCES_PER_STEP === SOURCES_PER_STEP - 1) yield;
  }
  if (header && inSources.length === 0) return { ok: true, snapshot: { ...header, sources } };
  // The sources are the last of the known keys; unknown keys are reported after them.
  const unknown = around.findIndex(({ path }) => path === '');
  const before = unknown === -1 ? around.length : unknown;
  const problems = [...around.slice(0, before), ...inSources, ...around.slice(before)];
  return refuse(problems.slice(0, MOST_PROBLEMS));
}

function without(record: Record<string, unknown>, left: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== left));
}

function refuse(problems: Problem[]): Refused {
  return { ok: false, problems };
}

const ASCII = /[\0-\x7f]+/g;

/** Whether a text is small enough. In UTF-8, a code unit takes one byte if it is ASCII and otherwise at most three. */
export function fitsImport(text: string): boolean {
  if (text.length > MOST_BYTES) return false;
  const beyondAscii = text.replace(ASCII, '').length;
  if (text.length + 2 * beyondAscii <= MOST_BYTES) return true;
  return new TextEncoder().encodeInto(text, new Uint8Array(MOST_BYTES)).read === text.length;
}

const NOT_JSON = Symbol('not JSON');
const BYTE_ORDER_MARK = '\ufeff';

function parse(text: string): unknown {
  try {
    return JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  } catch {
    return NOT_JSON;
  }
}

/** Drops what is outside the authorized Profiles, sorts the runs and masks the rest. */
function* admitInSteps({ sources, ...header }: Snapshot): Generator<void, ImportResult> {
  const scope = scopeOf(header);
  const tally: Tally = { masked: 0 };
  const kept: Source[] = [];
  let leftOut = 0;
  let reordered = 0;
  for (const [index, source] of sources.entries()) {
    const scoped = scopeSource(source, scope);
    leftOut += scoped ? (source.accounts?.length ?? 0) - (scoped.accounts?.length ?? 0) : 1;
    if (scoped) {
      const sync_history = newestFirst(scoped.sync_history);
      if (sync_history !== scoped.sync_history) reordered += 1;
      kept.push(maskSource({ ...scoped, sync_history }, tally));
    }
    if (index % SOURCES_PER_STEP === SOURCES_PER_STEP - 1) yield;
  }
  const snapshot = { ...maskHeader(scopeHeader(header, scope), tally), sources: kept };
  return { ok: true, snapshot, masked: tally.masked, leftOut, reordered };
}
