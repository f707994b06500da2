/** The parts of a report, before it is written as Markdown and as HTML. */

/** A plain string is a name, a message or the panel's own words; whatever it holds is shown literally. */
export type Inline = string | { code: string } | { strong: string };

/** Its parts are joined without spaces. */
export type Line = readonly Inline[];

export type Block =
  | { kind: 'heading'; level: number; line: Line }
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; isOrdered: boolean; items: readonly Line[] }
  /** Each row has as many cells as there are columns. */
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly Line[])[] };

export const heading = (level: number, ...line: Line): Block => ({ kind: 'heading', level, line });
export const paragraph = (...line: Line): Block => ({ kind: 'paragraph', line });
export const list = (items: readonly Line[], isOrdered = false): Block => ({
  kind: 'list',
  isOrdered,
  items,
});
export const table = (columns: readonly string[], rows: readonly (readonly Line[])[]): Block => ({
  kind: 'table',
  columns,
  rows,
});
export const code = (text: string): Inline => ({ code: text });
export const strong = (text: string): Inline => ({ strong: text });
