/** Turns a text into a snapshot that may be stored. Loaded only when something is imported. */
import { readFiles } from '../exports/read-exports.ts';
import { maskText } from '../snapshot/import/mask-text.ts';
import type { Problem } from '../snapshot/import/problems.ts';
import { looksLikeSecret } from '../snapshot/import/secrets.ts';
import { fitsImport, type ImportResult, importInSteps, MOST_BYTES, TOO_LARGE } from '../snapshot/import.ts';
import { moveSnapshot } from '../snapshot/move.ts';

/**
 * @param pause lets other work run
 * @param moveTo moves the snapshot in time, as if it had been taken then
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

/** A file that the user gave, or a pasted text. */
export interface GivenFile {
  name: string;
  /** When it was last written; also the instant of an export that doesn't say when it was made. */
  modified: Date;
  /** Rejects if the browser can't read it. @param most how many bytes to read, from the file's beginning */
  read(most: number): Promise<string>;
}

export type Given = { ok: true; text: string; isFileTime: boolean } | { ok: false; problems: Problem[] };

/** Enough bytes to show that a file is too large. A byte order mark takes three and is not part of the text. */
const ENOUGH = MOST_BYTES + 4;

/** The text of one snapshot, or of the snapshot made from one tool's exports. @throws if a file can't be read */
export async function readGiven(files: readonly GivenFile[]): Promise<Given> {
  const read = await Promise.all(
    files.map(async (file) => ({
      name: shownFileName(file.name),
      modified: file.modified,
      text: await file.read(ENOUGH),
    })),
  );
  const tooLarge = read.filter(({ text }) => !fitsImport(text));
  if (tooLarge.length > 0) {
    const problemOf = ({ name }: { name: string }) => ({
      path: read.length === 1 ? '' : name,
      message: TOO_LARGE,
    });
    return { ok: false, problems: tooLarge.map(problemOf) };
  }
  const result = readFiles(read);
  if (!result.ok) return result;
  return { ok: true, text: result.text, isFileTime: result.takenFrom === 'file' };
}

/** A file's name may contain what a snapshot may not. */
export function shownFileName(name: string): string {
  return looksLikeSecret(name) ? '…' : maskText(name);
}
