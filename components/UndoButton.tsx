import type { Data } from '../lib/panel/data.ts';
import { undoTexts } from '../lib/texts/undo.ts';

interface Props {
  data: Pick<Data, 'undoable' | 'undo' | 'busy'>;
  /** Whether the text beside the button is about what would be undone. */
  isLast: boolean;
  onClick?: () => void;
}

/** Restores the previous snapshot; nothing if there is none. */
export function UndoButton({ data, isLast, onClick }: Props) {
  const name = data.undoable.value;
  if (name === null || data.busy.value) return null;
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        onClick?.();
        void data.undo();
      }}
    >
      {isLast ? undoTexts.undo : undoTexts.undoEarlier(name)}
    </button>
  );
}
