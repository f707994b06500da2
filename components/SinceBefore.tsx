import type { Row } from '../lib/snapshot/rows/row.ts';
import { countDirections, type Since } from '../lib/snapshot/rows/since.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './SinceBefore.module.css';

const t = texts.list;

interface Props {
  since: Since;
  rows: Row[];
  onSeen: () => void;
}

/** One calm sentence about what changed against the snapshot that was there before. */
export function SinceBefore({ since, rows, onSeen }: Props) {
  return (
    <p class={css.since}>
      <span>{t.since(countDirections(since, rows), since.gone)}</span>
      <button type="button" class="link" onClick={onSeen}>
        {t.sinceSeen}
      </button>
    </p>
  );
}
