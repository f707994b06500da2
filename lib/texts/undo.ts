/** The words of the undo button, which the list shows too. */
import { isolate } from './isolate.ts';

export const undoTexts = {
  undo: 'Undo',
  /** @param name what would be undone, if that is not the last thing done */
  undoEarlier: (name: string) => `Undo “${isolate(name)}”`,
};
