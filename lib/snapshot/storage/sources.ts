/** Reads whole sources, and makes their rows. It needs the rules, so it is loaded only when a source has to be read. */
import { type Source, sourceSchema } from '../../schema/snapshot.ts';
import { maskSource } from '../import/mask.ts';
import { type Scope, scopeSource } from '../import/scope.ts';
import { rowOf } from '../rows/row-of.ts';
import { type Entry, parseStored } from './stored-rows.ts';

/** As it may be shown: scoped and masked again, since storage may have been edited by hand. */
export function readStoredSource(text: unknown, scope: Scope): Source | 'outside' | 'unreadable' {
  const source = parseStored(sourceSchema, text);
  if (source === null) return 'unreadable';
  const scoped = scopeSource(source, scope);
  return scoped === null ? 'outside' : maskSource(scoped, { masked: 0 });
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
