/** What the toolbar button shows without a click. */
import { isOld } from './snapshot/age.ts';
import type { StoredVerdicts } from './snapshot/storage/verdicts.ts';
import { summarise } from './status/summarise.ts';
import type { Health } from './status/vocabulary.ts';
import { answer } from './texts/answer.ts';
import { badgeTexts } from './texts/badge.ts';
import { troubleTexts } from './texts/trouble.ts';

export interface Badge {
  /** How many sources need action; empty if none does. */
  text: string;
  colour: string;
  title: string;
}

/** Dark enough for white digits. */
const COLOURS: Record<Health, string> = {
  error: '#a8201a',
  unknown: '#6a3b94',
  warning: '#7d4c00',
  pending: '#2b5482',
  healthy: '#0b6b42',
};
const GREY = '#565e6c';

/** Grey if the snapshot is old or cannot be read. @param now milliseconds since the epoch */
export function badgeOf(stored: StoredVerdicts, now: number): Badge {
  if (stored.state !== 'ready') {
    const words = stored.state === 'unchecked' ? badgeTexts.unchecked : troubleTexts[stored.state];
    return { text: '', colour: GREY, title: badgeTexts.title(words) };
  }
  const { generatedAt, verdicts, unreadable } = stored;
  const summary = summarise(verdicts);
  const { needsAction, worst } = summary;
  const old = isOld(generatedAt, now);
  // A source that cannot be read may need action too, so it stays in the count.
  const words = [answer(summary, unreadable), ...(old ? [badgeTexts.old] : [])];
  return {
    text: needsAction === 0 ? '' : String(needsAction),
    colour: old ? GREY : COLOURS[worst],
    title: badgeTexts.title(words.join(' ')),
  };
}
