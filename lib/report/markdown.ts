/** A report as Markdown that shows every text literally: no markup, no link, no mention, no broken table. */
import { isolated, needsCode, oneLine } from './defuse.ts';
import type { Block, Inline, Line } from './document.ts';

/** Kept outside of code and escaped: Jira interprets these inside code, and a pipe splits a table cell anywhere. */
const NOT_IN_CODE = /( ?[|{}[\]!~^]+ ?)/;

/**
 * Markup of Markdown or Jira in a word that is not put in code: emphasis, or the start of a strike-through, an
 * insertion or a citation.
 */
const MARKUP = /\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<![\p{L}\p{M}\p{N}])[-+](?=\S)|\?(?=\?)/gu;

export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockOf).join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineOf(block.line)}`;
    case 'paragraph':
      return startOf(lineOf(block.line));
    case 'list':
      return block.items
        .map((item, index) => `${block.isOrdered ? `${index + 1}.` : '-'} ${startOf(lineOf(item))}`)
        .join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const rows = block.rows.map((cells) => row(cells.map(lineOf)));
      return [row(block.columns), row(block.columns.map(() => '---')), ...rows].join('\n');
    }
  }
}

function lineOf(line: Line): string {
  return line.map(inlineOf).join('').trim();
}

/** A line that starts like a list item: `1. April` becomes `1\. April`. */
function startOf(line: string): string {
  return line.replace(/^(\d{0,9})([-+.)])(?=\s|$)/, '$1\\$2');
}

function inlineOf(inline: Inline): string {
  if (typeof inline === 'string') return asText(inline);
  return 'code' in inline ? asCode(inline.code) : `**${inline.strong}**`;
}

/** A name or a message, on one line: `C\*mpaign`. */
export function asText(value: string): string {
  const text = oneLine(value);
  const words = text
    .split(' ')
    .map((word) => (needsCode(word) ? inCode(word) : word.replace(MARKUP, '\\$&')));
  return isolated(text, words.join(' '));
}

/** A code, in backticks. */
export function asCode(value: string): string {
  const text = oneLine(value).trim();
  return isolated(text, inCode(text));
}

function inCode(text: string): string {
  return text
    .split(NOT_IN_CODE)
    .map((part, index) => (index % 2 === 1 ? part.replace(/[^ ]/g, '\\$&') : fenced(part)))
    .join('');
}

/** Fenced by one more backtick than its longest run of backticks. */
function fenced(code: string): string {
  if (code === '') return '';
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return fence + pad + code + pad + fence;
}
