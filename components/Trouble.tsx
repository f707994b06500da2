import type { ComponentChildren } from 'preact';
import type { Data } from '../lib/panel/data.ts';
import { troubleTexts } from '../lib/texts/trouble.ts';
import { lazy } from './lazy.tsx';
import { ToneIcon } from './ToneBadge.tsx';
import css from './Trouble.module.css';

const lastOutcome = lazy(async () => (await import('./LastOutcome.tsx')).LastOutcome);

interface Props {
  title: string;
  help: string;
  /** One card among others rather than a whole place. */
  isCard?: boolean;
  /** What the user can do about it. */
  children?: ComponentChildren;
}

/** What is wrong, and the next step. */
export function Trouble({ title, help, isCard = false, children }: Props) {
  const Title = isCard ? 'h2' : 'h1';
  return (
    <div class={css.trouble} data-card={isCard || undefined}>
      <Title class={css.title} tabIndex={-1}>
        <ToneIcon tone="unknown" />
        {title}
      </Title>
      <p>{help}</p>
      {children}
    </div>
  );
}

/** Reads the storage again, which may only have failed for a moment. */
export function TryAgain({ onClick }: { onClick: () => void }) {
  return (
    <button class="button" type="button" onClick={onClick}>
      {troubleTexts.tryAgain}
    </button>
  );
}

/** Replaces everything that is stored, and shows the outcome. */
export function LoadSampleData({ data, label }: { data: Data; label: string }) {
  return (
    <>
      <button class="button" type="button" onClick={data.reset}>
        {label}
      </button>
      {data.origin.value !== null && <lastOutcome.Show data={data} of="reset" />}
    </>
  );
}
