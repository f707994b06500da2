/**
 * Most of a large snapshot is ordinary runs, and this check takes a sixth of the schema's time. If it passes, the run fits
 * the schema, which would not change it, and contains no credential. If it fails, the schema decides.
 */
import { isRecord } from '../../schema/guards.ts';
import { isInstant } from '../../schema/plain.ts';
import { runSchema } from '../../schema/snapshot.ts';

const KEYS = Object.keys(runSchema.shape);

export function isPlainRun(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (!areInOrder(Object.keys(value))) return false;
  const { status, kind, fetched, processed, failed, api_version, error, started_at, finished_at } = value;
  return (
    isShortWord(status) &&
    (kind === undefined || isShortWord(kind)) &&
    (fetched === null || isCount(fetched)) &&
    (processed === null || isCount(processed)) &&
    (failed === null || isCount(failed)) &&
    (api_version === null || isShortWord(api_version)) &&
    error === null &&
    (started_at === null || isInUtc(started_at)) &&
    (finished_at === null || isInUtc(finished_at))
  );
}

/** Whether each key is known, and all are in the schema's order. */
function areInOrder(keys: string[]): boolean {
  let inOrder = 0;
  for (const key of KEYS) if (key === keys[inOrder]) inOrder += 1;
  return inOrder === keys.length;
}

/** Too short for a credential. */
const SHORT_WORD = /^[\w.-]{1,9}$/;

function isShortWord(value: unknown): boolean {
  return typeof value === 'string' && SHORT_WORD.test(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isInUtc(value: unknown): boolean {
  return typeof value === 'string' && value.endsWith('Z') && isInstant(value);
}
