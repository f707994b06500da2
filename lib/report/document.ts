/** What a report consists of, before it is written as Markdown and as HTML. */

/** A plain string is a name, a message or the panel's own words: each is shown as it is, whatever it holds. */
export type Inline = string | { code: string } | { strong: string };

/** Joined without blanks between its parts. */
export type Line = readonly Inline[];

export type Block =
  | { kind: 'heading'; level: number; line: Line }
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; isOrdered: boolean; items: readonly Line[] }
  /** As many cells in every row as there are columns. */
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
