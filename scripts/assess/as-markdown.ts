import { platformName } from '../../lib/platforms.ts';
import { asCode, asTable, asText } from '../../lib/report/markdown.ts';
import { texts } from '../../lib/texts/panel.ts';
import type { Verdict, Verdicts } from './verdicts.ts';
import { bucketOf, reasonOf, remarksOf, summarySentence } from './words.ts';

/** To paste into a pull request or a ticket. */
export function asMarkdown(verdicts: Verdicts): string {
  const rows = verdicts.verdicts.map((verdict) => rowOf(verdict, verdicts.asOf));
  const blocks = [
    ...(rows.length === 0 ? [] : [asTable(['Health', 'Source', 'Platform', 'Why', 'Code'], rows)]),
    ...remarksOf(verdicts).map(asText),
    `**${summarySentence(verdicts.summary)}**`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function rowOf(verdict: Verdict, asOf: string): string[] {
  const { source, assessment } = verdict;
  return [
    texts.health[bucketOf(verdict)],
    asText(source.name),
    asText(platformName(source.platform)),
    asText(reasonOf(verdict, asOf)),
    assessment.headline === null ? '' : asCode(assessment.headline.code),
  ];
}
