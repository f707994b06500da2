/** Sizes of the built extension in bytes, compressed like gzip -9. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

export async function gzipOf(folder: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The size of the folder as a zip: each file compressed, plus a zip's 76 bytes and two names per file. */
export async function zipOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let size = 22;
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    size +=
      deflateRawSync(await readFile(path), { level: 9 }).length + 76 + 2 * relative(folder, path).length;
  }
  return size;
}
