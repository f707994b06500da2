/**
 * npm run bench [-- list]: how fast and how large the built extension is, as ratios to a floor measured alternately with
 * it. Prints a table, writes it to docs/bench.md (with `list` to docs/bench-list.md), and saves the figures in .output/.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { measureAll } from './bench/all.ts';
import { makeCopy } from './bench/copies.ts';
import { measureList } from './bench/list.ts';
import { type Line, spell, toMarkdown } from './bench/table.ts';
import { launchChromium, type RunningChromium } from './browsers/chromium.ts';
import { findBrowser } from './browsers/find.ts';

const ROOT = join(import.meta.dirname, '..');

async function main(name: 'bench' | 'bench-list', measure: (running: RunningChromium) => Promise<Line[]>) {
  const found = await findBrowser(['chromium']);
  if (!found) throw new Error('The bench needs Chromium.');
  const start = performance.now();
  const extension = await makeCopy('idle');
  const running = await launchChromium('chromium', {
    executable: found.executable,
    extension,
    headless: true,
  });
  try {
    const lines = await measure(running);
    const seconds = (performance.now() - start) / 1000;
    const about =
      `${new Date().toISOString().slice(0, 10)} · Chromium ${running.version} headless · ` +
      `${availableParallelism()} × ${cpus()[0]?.model.trim()} · load ${spell(loadavg()[0] ?? 0)} · ${seconds.toFixed(0)} s`;
    const table = toMarkdown(lines);
    console.log(`${about}\n\n${table}`);
    await writeFile(join(ROOT, `.output/${name}.json`), `${JSON.stringify({ about, lines }, null, 2)}\n`);
    await writeFile(join(ROOT, `docs/${name}.md`), `# What the bench measured\n\n${about}\n\n${table}\n`);
  } finally {
    await running.close();
  }
}

await (process.argv[2] === 'list' ? main('bench-list', measureList) : main('bench', measureAll));
