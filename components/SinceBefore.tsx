import type { Model } from '../lib/panel/model.ts';
import type { Row } from '../lib/snapshot/rows/row.ts';
import { countDirections, DIRECTIONS, type Since } from '../lib/snapshot/rows/since.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './SinceBefore.module.css';

const t = texts.list;

interface Props {
  model: Model;
  since: Since;
  rows: Row[];
}

/** One sentence about what changed since the last snapshot, and a button to undo the import. */
export function SinceBefore({ model, since, rows }: Props) {
  const counts = countDirections(since, rows);
  const moved = DIRECTIONS.flatMap((direction) => {
    const count = counts.get(direction);
    return count === undefined ? [] : { direction, count };
  });
  return (
    <p class={css.since}>
      <span dir="ltr">{t.since(moved, since.gone)}</span>
      <span class={css.buttons}>
        {model.data.undoable.value !== null && (
          <button type="button" class="link" onClick={model.data.undo}>
            {t.undo}
          </button>
        )}
        <button type="button" class="link" onClick={model.forgetSince}>
          {t.sinceSeen}
        </button>
      </span>
    </p>
  );
}
