import { type Snapshot, type Source, snapshotSchema, sourceSchema } from '../schema/snapshot.ts';
import { isRecord, problemFinder } from './import/check.ts';
import { maskHeader, maskSource, type Tally } from './import/mask.ts';
import { MOST_PROBLEMS, type Problem } from './import/problems.ts';
import { referenceProblems } from './import/references.ts';
import { scopeHeader, scopeOf, scopeSource } from './import/scope.ts';

/** Bytes of UTF-8 (8 MiB); a larger text is not even parsed. */
export const MOST_BYTES = 8 * 1024 * 1024;

export type ImportResult =
  /** In scope, masked, with no unknown key: ready to store. `masked` counts changed values, `leftOut` sources and accounts. */
  | { ok: true; snapshot: Snapshot; masked: number; leftOut: number }
  /** Refused whole, for these reasons: at least one, at most the first 20. */
  | { ok: false; problems: Problem[] };

/**
 * Reads a snapshot from the text of a JSON file, which may start with a byte order mark. Of a key that stands twice in
 * an object the last counts, as everywhere in JSON. Never throws, and no message quotes a value.
 */
export function importSnapshot(text: string): ImportResult {
  const steps = importInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps that take a few milliseconds each, after which a caller may let others work. */
export function* importInSteps(text: string): Generator<void, ImportResult> {
  if (!fitsImport(text))
    return refuse([{ path: '', message: 'is larger than 8 MiB, the most an import takes' }]);
  yield;
  const json = parse(text);
  if (json === NOT_JSON) return refuse([{ path: '', message: 'is not valid JSON' }]);
  yield;
  const problems = yield* findInSteps(json);
  if (!isSnapshot(json, problems)) return refuse(problems);
  const misnamed = first(MOST_PROBLEMS, referenceProblems(json));
  if (misnamed.length > 0) return refuse(misnamed);
  yield;
  return admit(json);
}

const findProblems = problemFinder(snapshotSchema);
const findInSource = problemFinder(sourceSchema);

/** As many sources as are checked in a few milliseconds. */
const SOURCES_PER_STEP = 20;

/** What `findProblems` finds, source by source. */
function* findInSteps(json: unknown): Generator<void, Problem[]> {
  if (!isRecord(json) || !Array.isArray(json.sources)) return findProblems(json);
  const around = findProblems({ ...json, sources: [] });
  const inSources: Problem[] = [];
  for (const [index, source] of json.sources.entries()) {
    inSources.push(...findInSource(source, ['sources', index]));
    if (inSources.length >= MOST_PROBLEMS) break;
    if (index % SOURCES_PER_STEP === SOURCES_PER_STEP - 1) yield;
  }
  // The sources are the last of the known keys; those that are not known come after them.
  const unknown = around.findIndex(({ path }) => path === '');
  const before = unknown === -1 ? around.length : unknown;
  return [...around.slice(0, before), ...inSources, ...around.slice(before)].slice(0, MOST_PROBLEMS);
}

function isSnapshot(_json: unknown, problems: Problem[]): _json is Snapshot {
  return problems.length === 0;
}

function refuse(problems: Problem[]): ImportResult {
  return { ok: false, problems };
}

const ASCII = /[\0-\x7f]+/g;

/** Whether a text is small enough. UTF-8 needs one byte for a unit of ASCII and at most three for another. */
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

function first<T>(most: number, items: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.push(item) === most) break;
  }
  return taken;
}

/** Leaves out what is outside the authorized Profiles, and masks the rest. */
function admit({ sources, ...header }: Snapshot): ImportResult {
  const scope = scopeOf(header);
  const tally: Tally = { masked: 0 };
  const kept: Source[] = [];
  let leftOut = 0;
  for (const source of sources) {
    const scoped = scopeSource(source, scope);
    if (scoped) kept.push(maskSource(scoped, tally));
    leftOut += scoped ? (source.accounts?.length ?? 0) - (scoped.accounts?.length ?? 0) : 1;
  }
  const snapshot = { ...maskHeader(scopeHeader(header, scope), tally), sources: kept };
  return { ok: true, snapshot, masked: tally.masked, leftOut };
}
