/** What a pasted report turns into: in Markdown renderers, and in ticket systems that look for references. */
import MarkdownIt from 'markdown-it';

/** As lenient as possible: HTML is kept, and everything that looks like an address is linked. */
const renderer = new MarkdownIt({ html: true, linkify: true });

export interface Rendered {
  /** The visible text, with white space collapsed. */
  text: string;
  /** The names of the elements, in order, without `code`. */
  elements: string[];
  /** The text outside of code, where references are looked for. */
  outsideCode: string[];
}

export function renderedMarkdown(markdown: string): Rendered {
  return readHtml(renderer.render(markdown));
}

export function readHtml(html: string): Rendered {
  const elements: string[] = [];
  const outsideCode: string[] = [];
  let text = '';
  let depth = 0;
  for (const [part, tag] of html.matchAll(/<(\/?[a-z]+\d?)[^>]*>|[^<]+|</g)) {
    if (tag === 'code') depth += 1;
    else if (tag === '/code') depth -= 1;
    else if (tag !== undefined) elements.push(tag);
    if (tag === undefined) {
      const shown = unescaped(part);
      text += shown;
      if (depth === 0) outsideCode.push(shown);
    } else if (!/^\/?(?:code|strong)$/.test(tag)) text += ' ';
  }
  return { text: folded(text), elements, outsideCode };
}

/** As a report writes it: on one line, without direction controls. */
export function folded(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * What the ticket systems look for, written from their own documents:
 * docs.github.com "Autolinked references and URLs", docs.gitlab.com "GitLab Flavored Markdown: GitLab-specific
 * references", Jira's "Text formatting notation", Slack's "Format your messages".
 */
const REFERENCES: readonly RegExp[] = [
  /@[\w-]/,
  /#\w/,
  /(?:^|\W)(?:GH|[A-Z][A-Z\d_]+)-\d+/i,
  /(?:^|[^\p{L}\p{N}])[0-9a-f]{7,40}(?![\p{L}\p{N}])/iu,
  /!\d/,
  /[%~]["\w]/,
  /&\d/,
  /\$\d/,
  /\*iteration:/,
  /\[[\w+-]+:/,
  /:[a-z+][\w+-]*:/i,
  /https?:\/\/|www\.|mailto:|\b[a-z]+:\/\//i,
  /\{[^\s}]*\w[^\s}]*\}/,
  /!\S+?\.\w+!/,
  /\[[^\]\s]*\w[^\]]*\]/,
  /<[!@#a-z]/i,
  /^\/[a-z]/,
];

/** The references that a ticket system finds in a rendered text. */
export function referencesIn({ outsideCode }: Rendered): string[] {
  return outsideCode.flatMap((text) => REFERENCES.flatMap((pattern) => pattern.exec(text)?.[0] ?? []));
}
