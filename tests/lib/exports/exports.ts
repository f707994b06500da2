/** Exports for the tests: files by name, and what an import makes of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ExportFile, readFiles } from '../../../lib/exports/read-exports.ts';
import type { Snapshot, Source } from '../../../lib/schema/snapshot.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';

export const SAVED = new Date('2026-11-20T08:00:00Z');

/** A file of fixtures/exports. */
export function fixture(name: string, modified = SAVED): ExportFile {
  return {
    name,
    text: readFileSync(join(import.meta.dirname, '../../../fixtures/exports', name), 'utf8'),
    modified,
  };
}

export function file(name: string, content: unknown, modified = SAVED): ExportFile {
  return { name, text: typeof content === 'string' ? content : JSON.stringify(content), modified };
}

/** The snapshot that an import makes from files. @throws if it refuses them */
export function imported(...files: ExportFile[]): Snapshot {
  const read = readFiles(files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const result = importSnapshot(read.text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.snapshot;
}

export function sourceNamed(snapshot: Snapshot, name: string): Source {
  const source = snapshot.sources.find((one) => one.name === name);
  if (!source) throw new Error(`no source ${name}`);
  return source;
}

/** The only problem that files are refused for: `file: message`. */
export function problemOf(...files: ExportFile[]): string {
  const read = readFiles(files);
  expect(read.ok).toBe(false);
  return read.ok ? '' : read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n');
}
