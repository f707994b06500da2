/** A source's last runs as the list shows them, stored as one letter each: `cccpf`. */
import type { SyncRun } from '../../schema/snapshot.ts';

/** `other` is a status that this version does not know. */
const STATUSES = {
  c: 'completed',
  p: 'partial',
  f: 'failed',
  x: 'cancelled',
  r: 'running',
  q: 'queued',
  o: 'other',
} as const;
export type RunStatus = (typeof STATUSES)[keyof typeof STATUSES];

const STATUS_OF = new Map(Object.entries(STATUSES));
const LETTER_OF = new Map<string, string>(
  Object.entries(STATUSES).map(([letter, status]) => [status, letter]),
);

/** The most runs in a row. */
const MOST_RUNS = 10;

/** Matches every valid `runs` of a row. */
export const LETTERS = /^[cpfxrqo]{0,10}$/;

/** @param history newest first, like the letters */
export function lettersOf(history: readonly SyncRun[]): string {
  const letters = history.slice(0, MOST_RUNS).map(({ status }) => LETTER_OF.get(status) ?? 'o');
  return letters.join('');
}

/** The statuses of a row's `runs`, newest first. */
export function statusesOf(letters: string): RunStatus[] {
  return [...letters].map((letter) => STATUS_OF.get(letter) ?? 'other');
}
