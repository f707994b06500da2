/** The command without its environment: files, terminal and clock are passed in. */
import { type ExportFile, readFiles } from '../../lib/exports/read-exports.ts';
import { importSnapshot } from '../../lib/snapshot/import.ts';
import { HEALTHS } from '../../lib/status/vocabulary.ts';
import { type Options, readArguments, USAGE } from './arguments.ts';
import { asJson } from './as-json.ts';
import { asMarkdown } from './as-markdown.ts';
import { asText, type Paint } from './as-text.ts';
import { type Verdicts, verdictsOn } from './verdicts.ts';

interface Machine {
  /** @throws if there is no such file */
  read: (file: string) => Promise<Omit<ExportFile, 'name'>>;
  paint: Paint;
}

interface Outcome {
  out: string;
  errors: string;
  exitCode: 0 | 1 | 2;
}

export async function run(args: string[], { read, paint }: Machine): Promise<Outcome> {
  const options = readArguments(args);
  if (options === 'help') return { out: USAGE, errors: '', exitCode: 0 };
  if ('wrong' in options) return refuse([options.wrong, '', USAGE.trimEnd()]);
  const files: ExportFile[] = [];
  const unread: string[] = [];
  for (const name of options.files) {
    try {
      const { text, modified } = await read(name);
      files.push({ name, text, modified: options.asOf === null ? modified : new Date(options.asOf) });
    } catch {
      unread.push(`${name}: cannot be read.`);
    }
  }
  if (unread.length > 0) return refuse(unread);
  const verdicts = judge(files, options);
  if (Array.isArray(verdicts)) return refuse(verdicts);
  return {
    out: print(verdicts, options, paint),
    errors: '',
    exitCode: isBarReached(verdicts, options) ? 1 : 0,
  };
}

/** @returns what is wrong with the files, or the verdicts */
function judge(files: readonly ExportFile[], { asOf }: Options): string[] | Verdicts {
  const read = readFiles(files);
  if (!read.ok) return read.problems.map(({ path, message }) => `${path || 'The export'}: ${message}.`);
  const imported = importSnapshot(read.text);
  if (imported.ok) {
    const { snapshot, leftOut } = imported;
    const isFileTime = read.takenFrom === 'file' && asOf === null;
    return { ...verdictsOn(snapshot, asOf), notice: snapshot.notice ?? null, leftOut, isFileTime };
  }
  return imported.problems.map(({ path, message }) => `${path || 'The snapshot'}: ${message}.`);
}

function print(verdicts: Verdicts, { format }: Options, paint: Paint): string {
  switch (format) {
    case 'json':
      return asJson(verdicts);
    case 'markdown':
      return asMarkdown(verdicts);
    case 'text':
      return asText(verdicts, paint);
  }
}

/** Ignores sources that are off. */
function isBarReached({ summary }: Verdicts, { failOn }: Options): boolean {
  return failOn !== null && HEALTHS.indexOf(summary.worst) <= HEALTHS.indexOf(failOn);
}

function refuse(lines: readonly string[]): Outcome {
  return { out: '', errors: `${lines.join('\n')}\n`, exitCode: 2 };
}
