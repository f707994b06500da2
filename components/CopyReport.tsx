import type { Model } from '../lib/panel/model.ts';
import { CopyOutcome } from './CopyOutcome.tsx';
import css from './CopyReport.module.css';

interface Props {
  model: Model;
  label: string;
}

/** Copies the report of what is shown. If the browser refuses, it shows the text for copying by hand. */
export function CopyReport({ model: { handover }, label }: Props) {
  return (
    <div class={css.copy}>
      <button type="button" class={`button ${css.button}`} onClick={handover.copy}>
        <svg class={css.icon} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
        </svg>
        <bdi>{label}</bdi>
      </button>
      <CopyOutcome handover={handover} />
    </div>
  );
}
