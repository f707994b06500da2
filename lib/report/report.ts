/**
 * A report to paste into a ticket: about one source, or about the sources that the list's filters leave. It takes what
 * was already parsed, scoped and masked, and reads nothing itself.
 */
import { platformName } from '../platforms.ts';
import { bucketOf } from '../status/bucket.ts';
import type { Summary } from '../status/summarise.ts';
import type { Assessment } from '../status/vocabulary.ts';
import { texts } from '../texts/panel.ts';
import { reportTexts } from '../texts/report.ts';
import { sourceTexts } from '../texts/source.ts';
import { type Block, code, heading, type Line, paragraph, table } from './document.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import type { Review } from './review.ts';
import { clipped, inUtc, sectionsOf } from './sections.ts';

const words = reportTexts;

/** The same report for targets that take plain text and for those that take formatted text. */
export interface Report {
  /** Markdown. */
  text: string;
  html: string;
}

export interface Occasion {
  /** The snapshot's instant. */
  generatedAt: string;
  /** Whether the snapshot holds mock data. */
  mock: boolean;
  /** The extension's version. */
  version: string;
}

/** What a report's table says about a source: what the list knows. */
export interface ListedSource extends Pick<Assessment, 'health' | 'lifecycle'> {
  name: string;
  platform: string;
  /** The Profile's name. */
  profile: string;
  headline: { code: string; message: string } | null;
  last_success: string | null;
}

export interface ListReport {
  /** Which part of the list it covers, in words; empty for all of it. */
  scope: string;
  /** Of all sources in that part. */
  summary: Summary;
  /** Sources that can't be read; it is not known whether they belong to that part. */
  unreadable: number;
  /** At most `MOST_IN_DETAIL` sources that need action, each with its review, or null if it couldn't be read. */
  detailed: readonly { listed: ListedSource; review: Review | null }[];
  /** One line each. */
  others: readonly ListedSource[];
}

/** About 3,000 characters each. GitHub takes 65,536 in a comment, Jira 32,767. */
export const MOST_IN_DETAIL = 10;
const MOST_LINES = 100;

export function reportOfSource(review: Review, occasion: Occasion): Report {
  return written([heading(1, review.source.name), preamble(occasion), ...sectionsOf(review, 2)]);
}

export function reportOfList(
  { scope, summary, unreadable, detailed, others }: ListReport,
  occasion: Occasion,
): Report {
  const { needsAction, total } = summary;
  // Without filters, unreadable sources are part of the whole.
  const title =
    scope === ''
      ? [words.title(needsAction, total + unreadable, unreadable)]
      : [scope, `: ${words.title(needsAction, total, 0)}`];
  const blocks = [heading(1, ...title), preamble(occasion)];
  if (scope !== '' && unreadable > 0) blocks.push(paragraph(words.unreadable(unreadable)));
  if (detailed.length < needsAction) {
    blocks.push(paragraph(words.inDetail(detailed.length, needsAction)));
  }
  for (const { listed, review } of detailed) {
    blocks.push(heading(2, listed.name));
    if (review === null) blocks.push(paragraph(words.notReadNow));
    else {
      if (review.assessment.health !== listed.health) blocks.push(paragraph(words.differs(statusOf(listed))));
      blocks.push(...sectionsOf(review, 3));
    }
  }
  if (others.length > 0) blocks.push(heading(2, words.others), tableOf(others.slice(0, MOST_LINES)));
  if (others.length > MOST_LINES) blocks.push(paragraph(words.moreSources(others.length - MOST_LINES)));
  return written(blocks);
}

function written(blocks: readonly Block[]): Report {
  return { text: toMarkdown(blocks), html: toHtml(blocks) };
}

function preamble({ generatedAt, mock, version }: Occasion): Block {
  const kind = mock ? texts.mockStrip : texts.importedStrip;
  return paragraph(`${kind}. `, words.occasion(inUtc(generatedAt), version));
}

function tableOf(listed: readonly ListedSource[]): Block {
  const columns = [
    words.source,
    words.profile,
    words.platform,
    words.status,
    words.cause,
    sourceTexts.lastSuccess,
  ];
  return table(
    columns,
    listed.map((source): Line[] => [
      [source.name],
      [source.profile],
      [platformName(source.platform)],
      [statusOf(source)],
      causeOf(source),
      [source.last_success === null ? sourceTexts.none : inUtc(source.last_success)],
    ]),
  );
}

function statusOf(listed: ListedSource): string {
  return texts.health[bucketOf(listed)];
}

function causeOf({ headline }: ListedSource): Line {
  return headline === null ? [sourceTexts.none] : [clipped(headline.message), ' (', code(headline.code), ')'];
}
