import { useSignal } from '@preact/signals';
import type { Model } from '../lib/panel/model.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './CopyReport.module.css';
import { ToneIcon } from './ToneBadge.tsx';

const t = texts.report;

interface Props {
  model: Model;
  label: string;
}

/** Copies what is in sight as Markdown; where the browser refuses, it shows the text to copy by hand. */
export function CopyReport({ model, label }: Props) {
  const isCopied = useSignal(false);
  const refused = useSignal<string | null>(null);

  async function copy() {
    const report = await model.handover.report();
    isCopied.value = await model.handover.copy(report);
    refused.value = isCopied.value ? null : report;
    model.announce(isCopied.value ? t.copied : t.refused);
  }

  return (
    <div class={css.copy}>
      <button type="button" class={`button ${css.button}`} onClick={copy}>
        <svg class={css.icon} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
        </svg>
        {label}
      </button>
      {isCopied.value && (
        <span class={css.copied}>
          <ToneIcon tone="healthy" />
          {t.copied}
        </span>
      )}
      {refused.value !== null && (
        <label class={css.refused}>
          {t.refused}
          <textarea class={css.report} ref={selectAll} readOnly rows={8} value={refused.value} />
        </label>
      )}
    </div>
  );
}

function selectAll(report: HTMLTextAreaElement | null) {
  report?.focus();
  report?.select();
}
