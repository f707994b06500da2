import type { Data } from '../lib/panel/data.ts';
import { undoTexts } from '../lib/texts/undo.ts';

interface Props {
  data: Pick<Data, 'undoable' | 'undo' | 'busy'>;
  /** What would be taken back is what is spoken of beside the button. */
  isLast: boolean;
  onClick?: () => void;
}

/** Puts the snapshot from before back; left out where there is none. */
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
