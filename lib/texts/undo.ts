/** The words of the undo button, which the list shows too. */
import { isolate } from './isolate.ts';

export const undoTexts = {
  undo: 'Undo',
  /** @param name of what would be taken back, where that is not what was done last */
  undoEarlier: (name: string) => `Undo “${isolate(name)}”`,
};
