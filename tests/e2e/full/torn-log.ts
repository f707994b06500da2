/** What a crash leaves of Chromium's extension storage: LevelDB's log, which ends in the middle of a record. */
import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../../../scripts/browsers/profile.ts';

export interface Log {
  path: string;
  /** In bytes. */
  size: number;
}

/** The log that is being written. */
export async function openLog({ folder }: Profile, extensionId: string): Promise<Log> {
  const storage = join(folder, 'Default/Local Extension Settings', extensionId);
  const name = (await readdir(storage))
    .filter((name) => name.endsWith('.log'))
    .sort()
    .at(-1);
  if (name === undefined) throw new Error(`No log in ${storage}`);
  const path = join(storage, name);
  return { path, size: (await stat(path)).size };
}

/** Cuts off the end of what was written since, as if the browser had ended during the write. */
export async function tear(before: Log, kept: number): Promise<void> {
  const { size } = await stat(before.path);
  await truncate(before.path, before.size + Math.round((size - before.size) * kept));
}
