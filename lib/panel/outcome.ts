/** The outcome of an operation in Test data, and its words. */
import type { Problem } from '../snapshot/import/problems.ts';
import { dataTexts } from '../texts/data.ts';

/** What replaced the snapshot. */
export type Change = 'loaded' | 'imported' | 'reset';

interface Size {
  sources: number;
  profiles: number;
}

/**
 * A name is the scenario's title or the file's name. Of the failures, `failed` and `tooLarge` changed nothing,
 * `changed` did, and for `uncertain` and `unanswered` it is not known.
 */
export type Outcome =
  | ({ done: Change; name: string; masked: number; leftOut: number; reordered: number } & Size & {
        /** The export doesn't say when it was made, so the time of its file counts. */
        isFileTime?: boolean;
      })
  | ({ done: 'exported'; name: string; unreadable: number } & Size)
  | { done: 'refused'; name: string; problems: Problem[] }
  | { done: 'undone' | 'unread'; name: string }
  | { done: 'overtaken' | 'nothingToExport' }
  | { done: 'failed' | 'tooLarge' | 'changed' | 'uncertain' | 'unanswered' };

export function outcomeWords(outcome: Outcome): string {
  switch (outcome.done) {
    case 'unread':
    case 'refused':
      return dataTexts.outcomes[outcome.done](outcome.name);
    case 'loaded':
    case 'imported':
    case 'reset':
      return dataTexts.outcomes[outcome.done](outcome);
    case 'exported':
      return dataTexts.outcomes.exported(outcome.name, outcome, outcome.unreadable);
    default:
      return dataTexts.outcomes[outcome.done];
  }
}
