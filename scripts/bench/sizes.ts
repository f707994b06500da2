/** Bytes of the built extension, as gzip -9 makes them. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

export async function gzipOf(folder: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a zip of the folder would take: each file packed, and a zip's own 76 bytes and two names for each. */
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
