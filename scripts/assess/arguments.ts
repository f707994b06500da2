/** Parses the command line. */
import { parseArgs } from 'node:util';
import { asInstant } from '../../lib/exports/instants.ts';

export const FORMATS = ['text', 'json', 'markdown'] as const;
export const BARS = ['error', 'unknown', 'warning', 'pending'] as const;

export interface Options {
  /** `-` is standard input. */
  files: string[];
  format: (typeof FORMATS)[number];
  /** If given, the verdicts are as of this instant, whatever the files say. */
  asOf: string | null;
  /** The command fails if a source is this bad or worse. */
  failOn: (typeof BARS)[number] | null;
}

export const USAGE = `Usage: npm run --silent assess -- FILE... [options]

Judges the data sources in a snapshot, or in exports of Airbyte, Fivetran or dbt.
Several files of one tool go together; - reads standard input.

  --format text|json|markdown               text if left out
  --as-of 2026-11-20T08:00:00Z              judge as of this instant
  --fail-on error|unknown|warning|pending   exit with 1 at this health or a worse one

Exit codes: 0, 1 where --fail-on says so, 2 where a file is refused or a call is wrong.
`;

/** @returns a sentence that says what is wrong, or `help` */
export function readArguments(args: string[]): Options | { wrong: string } | 'help' {
  const parsed = parse(args);
  if ('wrong' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const format = FORMATS.find((one) => one === (values.format ?? 'text'));
  if (format === undefined) return { wrong: `--format takes ${FORMATS.join(', ')}.` };
  const failOn = BARS.find((one) => one === values['fail-on']) ?? null;
  if (values['fail-on'] !== undefined && failOn === null)
    return { wrong: `--fail-on takes ${BARS.join(', ')}.` };
  const asOf = asInstant(values['as-of'] ?? null);
  if (values['as-of'] !== undefined && asOf === null)
    return { wrong: '--as-of takes a date and time with its offset, as 2026-11-20T08:00:00Z.' };
  if (positionals.length === 0) return { wrong: 'Name at least one file.' };
  return { files: positionals, format, asOf, failOn };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'as-of': { type: 'string' },
        'fail-on': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // parseArgs names the unknown option.
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
