import type { ErrorKind } from '../error-kinds.ts';

/** One documented error: its code, or `code/subcode`; its kind; what it means; the key of its source. */
export type ErrorRow = readonly [code: string, kind: ErrorKind, meaning: string, source: string];
