import type { Data } from '../lib/panel/data.ts';
import { texts } from '../lib/texts/panel.ts';
import { later } from './later.tsx';
import { ToneIcon } from './ToneBadge.tsx';
import css from './Trouble.module.css';

const lastOutcome = later(async () => (await import('./LastOutcome.tsx')).LastOutcome);

interface Props {
  title: string;
  help: string;
  /** Replaces what is stored by the fixtures; left out where that would not help. */
  data?: Data;
  /** One card among others, and no place of its own. */
  isCard?: boolean;
}

/** What is wrong in words, and the next step. */
export function Trouble({ title, help, data, isCard = false }: Props) {
  const Title = isCard ? 'h2' : 'h1';
  return (
    <div class={css.trouble}>
      <Title class={css.title} tabIndex={-1}>
        <ToneIcon tone="unknown" />
        {title}
      </Title>
      <p>{help}</p>
      {data && (
        <>
          <button class="button" type="button" onClick={data.reset}>
            {texts.trouble.reset}
          </button>
          {data.origin.value !== null && <lastOutcome.Show data={data} of="reset" />}
        </>
      )}
    </div>
  );
}
