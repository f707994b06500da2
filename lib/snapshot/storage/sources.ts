/** Reads whole sources, and makes their rows. It needs the rules, so it is loaded only when a source has to be read. */
import { type Snapshot, type Source, sourceSchema } from '../../schema/snapshot.ts';
import { maskSource } from '../import/mask.ts';
import { type Scope, scopeOf, scopeSource } from '../import/scope.ts';
import { rowOf } from '../rows/row-of.ts';
import { type Storing, sourceKey } from './layout.ts';
import { type Entry, isStep, positionsBelow, readIndex, readScopedHeader } from './stored-rows.ts';

/** As it may be shown: scoped and masked again, since storage may have been edited by hand. */
export function readStoredSource(text: unknown, scope: Scope): Source | 'outside' | 'unreadable' {
  const source = parse(text);
  if (source === null) return 'unreadable';
  const scoped = scopeSource(source, scope);
  return scoped === null ? 'outside' : maskSource(scoped, { masked: 0 });
}

/** Null if it is missing, damaged or has another shape. */
function parse(text: unknown): Source | null {
  if (typeof text !== 'string') return null;
  try {
    return sourceSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** @param asOf the snapshot's `generated_at` */
export async function makeEntry(
  position: number,
  text: unknown,
  scope: Scope,
  asOf: Date,
): Promise<Entry | 'outside'> {
  const source = readStoredSource(text, scope);
  if (source === 'outside') return source;
  if (source !== 'unreadable') return { position, row: rowOf(source, asOf) };
  const { damageOf } = await import('./damage.ts');
  return { position, row: null, damage: damageOf(text) };
}

/** Everything readable, and the number of unreadable sources; null if there is no snapshot. */
export async function readAll({
  area,
  pause,
}: Storing): Promise<{ snapshot: Snapshot; unreadable: number } | null> {
  const stored = await area.get(null);
  const index = readIndex(stored);
  if (index === null) return null;
  const scope = scopeOf(index.header);
  const sources: Source[] = [];
  let unreadable = 0;
  for (const position of positionsBelow(index.count)) {
    const source = readStoredSource(stored[sourceKey(position)], scope);
    if (source === 'unreadable') unreadable += 1;
    else if (source !== 'outside') sources.push(source);
    if (isStep(position)) await pause();
  }
  return { snapshot: { ...(await readScopedHeader(index.header)), sources }, unreadable };
}
