import type { ComponentChildren } from 'preact';
import type { Model } from '../lib/panel/model.ts';
import css from './Disclosure.module.css';

interface Props {
  model: Model;
  id: string;
  summary: string;
  children: ComponentChildren;
}

/** More text, one click away. It stays open when the panel is closed and reopened. */
export function Disclosure({ model, id, summary, children }: Props) {
  return (
    <details
      open={model.unfolded.value.includes(id)}
      onToggle={({ currentTarget }) => model.unfold(id, currentTarget.open)}
    >
      <summary class={css.summary}>{summary}</summary>
      {children}
    </details>
  );
}
