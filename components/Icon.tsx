import css from './Icon.module.css';

/** A single stroke, drawn on 16 × 16. */
const PATHS = {
  back: 'M13 8H3m4-4L3 8l4 4',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5',
  chevron: 'M6 4l4 4-4 4',
  close: 'M4 4l8 8m0-8l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  data: 'M3 4c0-2.7 10-2.7 10 0v8c0 2.7-10 2.7-10 0zM3 4c0 2.7 10 2.7 10 0M3 8c0 2.7 10 2.7 10 0',
  settings:
    'M2 4.5h5.5m5 0H14M2 11.5h1.5m5 0H14M12.5 4.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM8.5 11.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
};

/** Decorative: shown beside words, or in a button that has a name. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={css.icon} viewBox="0 0 16 16" aria-hidden="true" data-icon={name}>
      <path d={PATHS[name]} />
    </svg>
  );
}
