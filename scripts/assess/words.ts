/** The words shared by text and Markdown. */
import { BUCKETS, type Bucket } from '../../lib/status/bucket.ts';
import { spellDuration } from '../../lib/status/duration.ts';
import type { Summary } from '../../lib/status/summarise.ts';
import type { Finding } from '../../lib/status/vocabulary.ts';
import { spellNoun } from '../../lib/status/wording.ts';
import { answer } from '../../lib/texts/answer.ts';
import { texts } from '../../lib/texts/panel.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

/** `3 of 9 sources need action: 1 error, 2 unknown, 5 healthy, 1 off.` */
export function summarySentence(summary: Summary): string {
  const { byHealth, off } = summary;
  const counts = BUCKETS.map((bucket) => [bucket, bucket === 'off' ? off : byHealth[bucket]] as const)
    .filter(([, count]) => count > 0)
    .map(([bucket, count]) => spellCountOf(bucket, count));
  const sentence = answer(summary);
  return counts.length === 0 ? sentence : `${sentence.slice(0, -1)}: ${counts.join(', ')}.`;
}

function spellCountOf(bucket: Bucket, count: number): string {
  return bucket === 'error' || bucket === 'warning' ? spellNoun(count, bucket) : `${count} ${bucket}`;
}

/** The most likely cause. A healthy source that shows its numbers has none, even if it has notes. */
export function causeOf({ assessment: { headline, health, numbers } }: Verdict): Finding | null {
  return health === 'healthy' && numbers !== 'hidden' ? null : headline;
}

/** The most likely cause in a sentence; if there is none, when data last arrived. */
export function reasonOf(verdict: Verdict, asOf: string): string {
  const { lastSuccess } = verdict.assessment;
  const cause = causeOf(verdict);
  if (cause !== null) return cause.message;
  if (lastSuccess === null) return texts.list.noLastSuccess;
  const age = Date.parse(asOf) - Date.parse(lastSuccess);
  return texts.list.lastSuccess(age < 0 ? lastSuccess : `${spellDuration(age)} ago`);
}

/** Where the data comes from, and what is missing from it. */
export function remarksOf({ notice, leftOut, isFileTime }: Verdicts): string[] {
  const outside = `Left out, outside your Profiles: ${leftOut} ${leftOut === 1 ? 'source or account' : 'sources or accounts'}.`;
  return [
    ...(notice === null ? [] : [notice]),
    ...(isFileTime ? ['The export does not say when it was made, so the file’s own time counts.'] : []),
    ...(leftOut === 0 ? [] : [outside]),
  ];
}
