import type { Model } from '../lib/panel/model.ts';
import { CopyOutcome } from './CopyOutcome.tsx';
import css from './CopyReport.module.css';
import { Icon } from './Icon.tsx';

interface Props {
  model: Model;
  label: string;
}

/** Copies the report of what is shown. If the browser refuses, it shows the text for copying by hand. */
export function CopyReport({ model: { handover }, label }: Props) {
  return (
    <div class={css.copy}>
      <button type="button" class={`button ${css.button}`} onClick={handover.copy}>
        <Icon name="copy" />
        <bdi>{label}</bdi>
      </button>
      <CopyOutcome handover={handover} />
    </div>
  );
}
