/** One line of the bench: what was measured, compared with what, and the goal. */
export interface Line {
  what: string;
  /** What the figures mean, in one line. */
  why: string;
  /** The measured figure with its unit, and the one it is compared with. */
  figures: string;
  /** The value that the goal is for: a ratio, bytes or a number. */
  value: number;
  goal: number | null;
  unit: 'ratio' | 'bytes' | 'ms' | 'count';
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The ratio of two medians. */
export function ratio(
  what: string,
  why: string,
  goal: number | null,
  [above, below]: readonly [readonly number[], readonly number[]],
  unit = 'ms',
): Line {
  const [a, b] = [median(above), median(below)];
  return { what, why, figures: `${spell(a)} / ${spell(b)} ${unit}`, value: a / b, goal, unit: 'ratio' };
}

export function bytes(what: string, why: string, goal: number, size: number): Line {
  return { what, why, figures: `${spell(size / 1000)} kB`, value: size, goal, unit: 'bytes' };
}

export function spell(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function spellValue({ unit }: Line, value: number): string {
  switch (unit) {
    case 'ratio':
      return value.toFixed(2);
    case 'bytes':
      return `${(value / 1000).toFixed(1)} kB`;
    case 'ms':
      return `${value.toFixed(0)} ms`;
    case 'count':
      return String(value);
  }
}

/** The table in Markdown, which also reads well in a terminal. */
export function toMarkdown(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    line.figures,
    spellValue(line, line.value),
    line.goal === null ? '' : `≤ ${spellValue(line, line.goal)}`,
    line.goal === null ? '' : line.value <= line.goal ? 'met' : 'missed',
    line.why,
  ]);
  const table = [['What', 'Medians', 'Value', 'Goal', '', 'How it is measured'], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const print = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = table;
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...body.map(print)].join('\n');
}
