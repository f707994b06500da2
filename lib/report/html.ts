/** A report as HTML, for what pastes formatted text: the same blocks and words as in Markdown, and no links. */
import { isolated, needsCode, oneLine } from './defuse.ts';
import type { Block, Inline, Line } from './document.ts';

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

export function toHtml(blocks: readonly Block[]): string {
  // GitHub makes a table that is pasted into its Markdown itself, unescaped, unless it is asked not to:
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

/** In code stands what the place it is pasted into would link. */
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
