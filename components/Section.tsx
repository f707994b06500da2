import type { ComponentChildren } from 'preact';
import css from './Section.module.css';

interface Props {
  id: string;
  title: string;
  /** Shown in brackets after the title. */
  note?: string;
  children: ComponentChildren;
}

/** One card of the source's place, with its heading. */
export function Section({ id, title, note, children }: Props) {
  return (
    <section class={css.section} aria-labelledby={id}>
      <h2 class={css.title} id={id} tabIndex={-1}>
        {title} {note && <span class={css.note}>({note})</span>}
      </h2>
      {children}
    </section>
  );
}
