/** What the text and the Markdown say alike. */
import type { Summary } from '../../lib/status/summarise.ts';
import { HEALTHS } from '../../lib/status/vocabulary.ts';
import { spellDuration } from '../../lib/status/wording.ts';
import { texts } from '../../lib/texts/panel.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

/** `2 of 9 sources need action: 1 error, 1 unknown, 6 healthy, 1 off.` */
export function summarySentence({ total, needsAction, byHealth, off }: Summary): string {
  const counts = [...HEALTHS.map((health) => [byHealth[health], health] as const), [off, 'off'] as const]
    .filter(([count]) => count > 0)
    .map(([count, bucket]) => `${count} ${texts.health[bucket].toLowerCase()}`);
  const sentence = texts.list.needAction(needsAction, total);
  return counts.length === 0 ? sentence : `${sentence.slice(0, -1)}: ${counts.join(', ')}.`;
}

export function bucketOf({ assessment: { lifecycle, health } }: Verdict): keyof typeof texts.health {
  return lifecycle === 'off' ? 'off' : health;
}

/** The likeliest cause; where there is none, when data came last. */
export function reasonOf({ assessment, lastSuccess }: Verdict, asOf: string): string {
  if (assessment.headline !== null) return assessment.headline.message;
  if (lastSuccess === null) return texts.list.noLastSuccess;
  const age = Date.parse(asOf) - Date.parse(lastSuccess);
  return texts.list.lastSuccess(age < 0 ? lastSuccess : `${spellDuration(age)} ago`);
}

/** Where the data comes from, and what is not in it. */
export function remarksOf({ notice, leftOut }: Verdicts): string[] {
  const outside = `Left out, outside your Profiles: ${leftOut} ${leftOut === 1 ? 'source or account' : 'sources or accounts'}.`;
  return [...(notice === null ? [] : [notice]), ...(leftOut === 0 ? [] : [outside])];
}
