import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

const OUTPUT = join(import.meta.dirname, '../../.output');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
// A signal would end the process without its exit handlers.
const leave = () => process.exit(130);

/** A folder for one browser's profile. */
export interface Profile {
  folder: string;
  remove(): Promise<void>;
}

/** A fresh profile, removed at the latest when this process ends. */
export async function freshProfile(): Promise<Profile> {
  // Not in /tmp: a browser from a snap has a different /tmp than its driver.
  await mkdir(OUTPUT, { recursive: true });
  const folder = await mkdtemp(join(OUTPUT, 'profile-'));
  const atExit = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', atExit);
  for (const signal of SIGNALS) process.once(signal, leave);
  return {
    folder,
    async remove() {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      process.off('exit', atExit);
      for (const signal of SIGNALS) process.off(signal, leave);
    },
  };
}
