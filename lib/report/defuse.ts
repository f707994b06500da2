/**
 * Finds the words of a text that a ticket system would link, mention, run or draw instead of showing. GitHub and GitLab
 * do this after they have parsed the Markdown, so a backslash doesn't help: only code keeps such a word as it is.
 */

interface Trigger {
  what: string;
  /** What triggers GitHub, GitLab, Jira or Slack, in a word without spaces. */
  pattern: RegExp;
}

/** No pattern takes more than a few steps per character. */
export const TRIGGERS: readonly Trigger[] = [
  { what: 'mention or e-mail address', pattern: /@/ },
  { what: 'issue, or `owner/repo#1`', pattern: /#/ },
  { what: 'issue key, `GH-26`, `[JIRA-123]`', pattern: /\p{L}[\p{N}_]*-\d/u },
  { what: 'commit id', pattern: /(?<![\p{L}\p{N}])[0-9a-f]{7,64}(?![\p{L}\p{N}])/iu },
  { what: 'merge request, or Jira’s picture', pattern: /!\d|![^\s!]+!/ },
  { what: 'iteration', pattern: /\*iteration:/i },
  { what: 'milestone', pattern: /%["_\p{L}\p{N}]/u },
  { what: 'epic, or HTML’s entity', pattern: /&[#\d]|&\p{L}\w*;/u },
  { what: 'label, snippet, vulnerability, markup or formula', pattern: /[~$^=`\\]/ },
  { what: 'link, image or macro', pattern: /[[\]{}|]/ },
  { what: 'HTML, autolink or Slack’s `<!here>`', pattern: /[<>]/ },
  { what: 'address with a scheme, or emoji', pattern: /:(?:\p{L}|\/|(?!\d\d:)[-+]?\d+:)/u },
  { what: 'domain', pattern: /[\p{L}\p{N}]\.\p{L}{2}|www\.|\d\.\d+\.\d+\.\d/iu },
  { what: 'command, `/close`', pattern: /(?<![\p{L}\p{M}\p{N}])\/\p{L}/u },
  { what: 'Jira’s heading or quotation', pattern: /^(?:h[1-6]|bq)\.$/i },
  { what: 'smiley', pattern: /[:;]-?[()]|\((?:[!+*?/-]|on|off|flag|[xyni])\)/i },
];

/** Embeddings, overrides and isolates, which could affect text beyond their own. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

export function needsCode(word: string): boolean {
  return TRIGGERS.some(({ pattern }) => pattern.test(word));
}

/** On one line; white space at the ends becomes one space. */
export function oneLine(text: string): string {
  return text.replace(BIDI_CONTROLS, '').replace(/[\s\p{Cc}]+/gu, ' ');
}

/**
 * Isolates a text's direction, so that an Arabic name doesn't reorder the sentence around it.
 * @param written the text in the report's markup
 */
export function isolated(text: string, written: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${written}${POP_ISOLATE}` : written;
}
