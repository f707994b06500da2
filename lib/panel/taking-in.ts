/** From a text to a snapshot that may be stored. All of it is loaded only when something is imported. */
import { maskDigits } from '../snapshot/import/mask.ts';
import { looksLikeSecret } from '../snapshot/import/secrets.ts';
import { type ImportResult, importInSteps } from '../snapshot/import.ts';
import { moveSnapshot } from '../snapshot/move.ts';

/**
 * @param pause lets others work
 * @param moveTo the snapshot then looks as if it had been taken at this time
 */
export async function takeIn(text: string, pause: () => Promise<void>, moveTo?: Date): Promise<ImportResult> {
  const steps = importInSteps(text);
  let step = steps.next();
  while (!step.done) {
    await pause();
    step = steps.next();
  }
  const result = step.value;
  return result.ok && moveTo ? { ...result, snapshot: moveSnapshot(result.snapshot, moveTo) } : result;
}

/** A file's name may hold what no snapshot may. */
export function shownFileName(name: string): string {
  return looksLikeSecret(name) ? '…' : maskDigits(name);
}
