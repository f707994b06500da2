import type { Row } from '../lib/snapshot/rows/row.ts';
import { countDirections, DIRECTIONS, type Since } from '../lib/snapshot/rows/since.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './SinceBefore.module.css';

const t = texts.list;

interface Props {
  since: Since;
  rows: Row[];
  onSeen: () => void;
}

/** One calm sentence about what changed since the last snapshot. */
export function SinceBefore({ since, rows, onSeen }: Props) {
  const counts = countDirections(since, rows);
  const moved = DIRECTIONS.flatMap((direction) => {
    const count = counts.get(direction);
    return count === undefined ? [] : { direction, count };
  });
  return (
    <p class={css.since}>
      <span>{t.since(moved, since.gone)}</span>
      <button type="button" class="link" onClick={onSeen}>
        {t.sinceSeen}
      </button>
    </p>
  );
}
