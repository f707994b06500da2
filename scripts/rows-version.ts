import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All code that determines a stored row. */
const SOURCES = 'lib/{schema,status,snapshot}/**/*.ts';

/**
 * A version for stored rows: 12 hex digits that change whenever the code that makes them changes, so that no row
 * outlives a rule. The same sources give the same version on every system.
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
