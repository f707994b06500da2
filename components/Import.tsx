import { useSignal } from '@preact/signals';
import type { TargetedClipboardEvent, TargetedEvent, TargetedSubmitEvent } from 'preact';
import type { Model } from '../lib/panel/model.ts';
import { dataTexts } from '../lib/texts/data.ts';
import { givenFiles } from './files.ts';
import css from './Import.module.css';
import { LastOutcome } from './LastOutcome.tsx';
import { Section } from './Section.tsx';

const t = dataTexts;

/** Takes chosen files and pasted or typed text. Files may also be dropped anywhere in the panel. */
export function Import({ model }: { model: Model }) {
  const { data } = model;
  const typed = useSignal('');

  async function importChosen({ currentTarget }: TargetedEvent<HTMLInputElement>) {
    if (currentTarget.files?.length) await data.importFiles(givenFiles(currentTarget.files));
    // So that the same file can be chosen again.
    currentTarget.value = '';
  }

  function importText(name: string, text: string) {
    return data.importFiles([{ name, modified: new Date(model.now.value), read: async () => text }]);
  }

  function importPasted(event: TargetedClipboardEvent<HTMLTextAreaElement>) {
    // If the user is already typing, a paste is just more of that text.
    if (typed.value !== '') return;
    event.preventDefault();
    void importText(t.pasted, event.clipboardData?.getData('text') ?? '');
  }

  async function importTyped(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    await importText(t.typed, typed.value);
    if (data.outcome.value?.done === 'imported') typed.value = '';
  }

  return (
    <Section id="import" title={t.importTitle}>
      <form class={css.body} onSubmit={importTyped}>
        <LastOutcome data={data} of="import" />
        <p class={css.help} id="import-help" dir="ltr">
          {t.importHelp}
        </p>
        <label class={css.field}>
          {t.choose}
          <input
            type="file"
            multiple
            accept=".json,application/json"
            aria-describedby="import-help"
            onChange={importChosen}
          />
        </label>
        <label class={css.field}>
          {t.paste}
          <textarea
            class={css.text}
            rows={2}
            spellcheck={false}
            dir="auto"
            value={typed}
            onPaste={importPasted}
            onKeyDown={(event) => {
              // Escape would go back to the list, and the typed text would be lost.
              if (event.key === 'Escape' && typed.value !== '') event.preventDefault();
            }}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
            }}
          />
        </label>
        {typed.value !== '' && (
          <button type="submit" class={`button ${css.submit}`}>
            {t.importTyped}
          </button>
        )}
      </form>
    </Section>
  );
}
