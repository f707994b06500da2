/** Judges exports and snapshots in a terminal: `npm run assess -- FILE…`, described in docs/exports.md. */
import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { styleText } from 'node:util';
import type { Paint } from './assess/as-text.ts';
import { run } from './assess/run.ts';

const COLOURS = {
  error: 'red',
  unknown: 'magenta',
  warning: 'yellow',
  pending: 'cyan',
  healthy: 'green',
  off: 'gray',
} as const;

/** styleText omits colours if the terminal has none, or if NO_COLOR is set. */
const paint: Paint = (bucket, label) => (label === '' ? '' : styleText(COLOURS[bucket], label));

async function read(file: string) {
  if (file === '-') return { text: await text(process.stdin), modified: new Date() };
  return { text: await readFile(file, 'utf8'), modified: (await stat(file)).mtime };
}

// The pipe's other end has closed, as with `head`: nobody is left to print for.
process.stdout.on('error', () => process.exit());

const { out, errors, exitCode } = await run(process.argv.slice(2), { read, paint });
process.stdout.write(out);
process.stderr.write(errors);
process.exitCode = exitCode;
