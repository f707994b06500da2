import type { ErrorKind } from '../error-kinds.ts';

/**
 * One documented error: its code, or `code/subcode`; its kind; its meaning in our words (lower case, no full stop, at
 * most about 90 characters); and the key of its source in the table's sources.
 */
export type ErrorRow = readonly [code: string, kind: ErrorKind, meaning: string, source: string];

/** What a platform's errors mean. A source is a URL, or a file of a public repository as `owner/repo:path`. */
export interface ErrorTable {
  sources: Readonly<Record<string, string>>;
  rows: readonly ErrorRow[];
}
