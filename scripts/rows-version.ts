import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All code that a stored row follows from. */
const SOURCES = 'lib/{schema,status,snapshot}/**/*.ts';

/**
 * Stamps stored rows with the code that made them: 12 hex digits that change whenever that code does, so that no row
 * outlives a rule. The same for the same sources on every system.
 * @param root the project's folder
 */
export function rowsVersion(root: string): string {
  const hash = createHash('sha256');
  const paths = globSync(SOURCES, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  for (const path of paths.sort()) {
    const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${path}\n${text}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}
