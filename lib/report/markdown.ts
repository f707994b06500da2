/** Text from outside as Markdown that shows it as it is: no markup, no link, no mention, no broken table. */

/** What GitHub, GitLab and Jira turn into a link of their own accord; only code keeps them from it. */
const LINK = /@|:\/\/|www\.|#\d/i;
const MARKUP = /[\\`*[\]<>~|$]|^#|&(?=#|\p{L})|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const BLANKS = /[\s\p{Cc}]+/u;

/** A name or a message, on one line: `C\*mpaign`. */
export function asText(value: string): string {
  return wordsOf(value)
    .map((word) => (LINK.test(word) ? asCode(word) : word.replace(MARKUP, '\\$&')))
    .join(' ');
}

/** A code, in backticks. A pipe stands outside of them, as no way to write it in a table's code is read alike everywhere. */
export function asCode(value: string): string {
  return wordsOf(value)
    .join(' ')
    .split(/( ?\| ?)/)
    .map((part, index) => (index % 2 === 1 ? part.replace('|', '\\|') : fenced(part)))
    .join('');
}

/** @param cells Markdown on one line each, as many in every row as there are columns */
export function asTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [columns, columns.map(() => '---'), ...rows].map(line).join('\n');
}

function wordsOf(value: string): string[] {
  return value.split(BLANKS).filter((word) => word !== '');
}

/** Between more backticks than stand in it in a row. */
function fenced(code: string): string {
  if (code === '') return '';
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return fence + pad + code + pad + fence;
}
