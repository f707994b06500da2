import type { Handover } from '../lib/panel/handover.ts';
import type { Model } from '../lib/panel/model.ts';
import { copyTexts as t } from '../lib/texts/copy.ts';
import css from './CopyReport.module.css';
import { ToneIcon } from './ToneBadge.tsx';

interface Props {
  model: Model;
  label: string;
}

/** Copies the report of what is in sight; where the browser refuses, it shows the text to copy by hand. */
export function CopyReport({ model: { handover }, label }: Props) {
  return (
    <div class={css.copy}>
      <button type="button" class={`button ${css.button}`} onClick={handover.copy}>
        <svg class={css.icon} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
        </svg>
        <bdi>{label}</bdi>
      </button>
      <CopyResult handover={handover} />
    </div>
  );
}

/** What became of the last copying; nothing once that is a while ago. */
export function CopyResult({ handover }: { handover: Handover }) {
  const outcome = handover.outcome.value;
  return (
    <>
      {outcome?.done === 'copied' && (
        <span class={css.copied}>
          <ToneIcon tone="healthy" />
          {t.copied}
        </span>
      )}
      {(outcome?.done === 'changed' || outcome?.done === 'failed') && (
        <span class={css.failed}>
          <ToneIcon tone="error" />
          {t[outcome.done]}
        </span>
      )}
      {outcome?.done === 'refused' && (
        <label class={css.refused}>
          {t.refused}
          <textarea class={css.report} ref={selectAll} readOnly rows={8} value={outcome.text} />
        </label>
      )}
    </>
  );
}

function selectAll(report: HTMLTextAreaElement | null) {
  report?.focus();
  report?.select();
}
