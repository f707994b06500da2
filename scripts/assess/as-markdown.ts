import { platformName } from '../../lib/platforms.ts';
import { code, type Line, paragraph, strong, table } from '../../lib/report/document.ts';
import { toMarkdown } from '../../lib/report/markdown.ts';
import { bucketOf } from '../../lib/status/bucket.ts';
import { texts } from '../../lib/texts/panel.ts';
import type { Verdict, Verdicts } from './verdicts.ts';
import { causeOf, reasonOf, remarksOf, summarySentence } from './words.ts';

/** For pasting into a pull request or a ticket. */
export function asMarkdown(all: Verdicts): string {
  const rows = all.verdicts.map((verdict) => rowOf(verdict, all.asOf));
  return toMarkdown([
    ...(rows.length === 0 ? [] : [table(['Health', 'Source', 'Platform', 'Why', 'Code'], rows)]),
    ...remarksOf(all).map((remark) => paragraph(remark)),
    paragraph(strong(summarySentence(all.summary))),
  ]);
}

function rowOf(verdict: Verdict, asOf: string): Line[] {
  const { source } = verdict;
  const cause = causeOf(verdict);
  return [
    [texts.health[bucketOf(verdict.assessment)]],
    [source.name],
    [platformName(source.platform)],
    [reasonOf(verdict, asOf)],
    cause === null ? [] : [code(cause.code)],
  ];
}
