import type { CopyOutcome as Outcome } from '../lib/panel/handover.ts';
import { copyTexts as t } from '../lib/texts/copy.ts';
import css from './CopyResult.module.css';
import { ToneIcon } from './ToneBadge.tsx';

/** The outcome of copying. If the browser refused, it shows the text for copying by hand. */
export function CopyResult({ outcome }: { outcome: Outcome }) {
  return (
    <>
      {outcome.done === 'copied' && (
        <span class={css.copied}>
          <ToneIcon tone="healthy" />
          {t.copied}
        </span>
      )}
      {(outcome.done === 'changed' || outcome.done === 'failed') && (
        <span class={css.failed}>
          <ToneIcon tone="error" />
          {t[outcome.done]}
        </span>
      )}
      {outcome.done === 'refused' && (
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
