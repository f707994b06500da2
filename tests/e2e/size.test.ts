import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gzipOf, zipOf } from '../../scripts/bench/sizes.ts';

const builds = ['chrome', 'firefox'].map((browser) => ({
  browser,
  folder: join(import.meta.dirname, `../../.output/${browser}-mv3`),
}));

/** The scripts and styles that the page loads itself, before any place but the list is shown. */
async function neededByList(folder: string): Promise<string[]> {
  const page = await readFile(join(folder, 'sidepanel.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].flatMap(([, file]) => file ?? []);
}

/** In bytes, a little above the current sizes. docs/bench.md has the goals, docs/architecture.md what the zip holds. */
describe.each(builds)('the build for $browser stays within', ({ folder }) => {
  it('40.8 kB of JS and CSS for the list, gzip', async () => {
    const files = await neededByList(folder);
    expect(files.filter((file) => file.endsWith('.js'))).not.toEqual([]);
    expect(files.filter((file) => file.endsWith('.css'))).not.toEqual([]);
    expect(await gzipOf(folder, files)).toBeLessThanOrEqual(40_800);
  });

  it('11.5 kB for the background, gzip', async () => {
    expect(await gzipOf(folder, ['background.js'])).toBeLessThanOrEqual(11_500);
  });

  it('200 kB as a whole, zipped', async () => {
    expect(await zipOf(folder)).toBeLessThanOrEqual(200_000);
  });
});
