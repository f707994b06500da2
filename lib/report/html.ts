/** A report as HTML, for pasting as formatted text: the same blocks and words as in Markdown, and no links. */
import { isolated, needsCode, oneLine } from './defuse.ts';
import type { Block, Inline, Line } from './document.ts';

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

export function toHtml(blocks: readonly Block[]): string {
  // Otherwise GitHub converts a pasted table to Markdown without escaping it:
  // https://github.com/github/paste-markdown
  return `<div data-paste-markdown-skip>${blocks.map(blockOf).join('\n')}</div>`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, lineOf(block.line));
    case 'paragraph':
      return element('p', lineOf(block.line));
    case 'list':
      return element(
        block.isOrdered ? 'ol' : 'ul',
        block.items.map((item) => element('li', lineOf(item))).join(''),
      );
    case 'table': {
      const row = (name: string, cells: readonly string[]) =>
        element('tr', cells.map((cell) => element(name, cell)).join(''));
      const head = row('th', block.columns.map(escaped));
      const rows = block.rows.map((cells) => row('td', cells.map(lineOf)));
      return element('table', element('thead', head) + element('tbody', rows.join('')));
    }
  }
}

function lineOf(line: Line): string {
  return line.map(inlineOf).join('').trim();
}

function inlineOf(inline: Inline): string {
  if (typeof inline === 'string') return textOf(inline);
  if ('strong' in inline) return element('strong', escaped(inline.strong));
  const text = oneLine(inline.code).trim();
  return isolated(text, element('code', escaped(text)));
}

/** Words that the target would turn into links are put in code. */
function textOf(value: string): string {
  const text = oneLine(value);
  const words = text
    .split(' ')
    .map((word) => (needsCode(word) ? element('code', escaped(word)) : escaped(word)));
  return isolated(text, words.join(' '));
}

/** @param content HTML */
function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? '');
}
