/**
 * What the panel knows about errors: the tables without their sources, and each meaning once, with all its codes. The build
 * bundles the result and not the tables (`scripts/run-in-build.ts`).
 */
import type { ErrorKind } from '../error-kinds.ts';
import type { ErrorRow } from './error-table.ts';
import { EVERYWHERE_ROWS } from './everywhere.ts';
import { PLATFORM_ROWS } from './tables.ts';

export type KnownError = readonly [kind: ErrorKind, meaning: string, ...codes: string[]];

export const PLATFORM_ERRORS: readonly (readonly [platform: string, errors: readonly KnownError[]])[] =
  Array.from(PLATFORM_ROWS, ([platform, rows]) => [platform, byMeaning(rows)]);

export const EVERYWHERE_ERRORS: readonly KnownError[] = byMeaning(EVERYWHERE_ROWS);

function byMeaning(rows: readonly ErrorRow[]): KnownError[] {
  const errors = new Map<string, KnownError>();
  for (const [code, kind, meaning] of rows) {
    const key = `${kind}: ${meaning}`;
    const [, , ...codes] = errors.get(key) ?? [kind, meaning];
    errors.set(key, [kind, meaning, ...codes, code]);
  }
  return [...errors.values()];
}
