import type { Bucket } from '../lib/status/bucket.ts';
import css from './ToneBadge.module.css';

export type Tone = Bucket | 'info';

/** One shape per tone, so that the meaning never depends on colour alone. Drawn on 16 × 16. */
const SHAPES: Record<Tone, string> = {
  error: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.5 5.5l5 5m0-5l-5 5',
  unknown: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.2M8 11.4v.2',
  warning: 'M8 1.5 15 14H1zM8 6v4M8 11.8v.2',
  pending: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM8 4.5V8l2.5 1.8',
  healthy: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5 8.2l2.1 2.1L11 6',
  off: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM6.3 5.5v5m3.4-5v5',
  info: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM8 7.2v4M8 4.6v.2',
};

export function ToneIcon({ tone }: { tone: Tone }) {
  return (
    <svg class={css.icon} viewBox="0 0 16 16" aria-hidden="true" data-tone={tone}>
      <path d={SHAPES[tone]} />
    </svg>
  );
}

interface Props {
  tone: Tone;
  word: string;
  /** Without a background, for when many are listed below each other. */
  quiet?: boolean;
}

/** A word with its icon and colour. */
export function ToneBadge({ tone, word, quiet = false }: Props) {
  return (
    <span class={css.badge} data-tone={tone} data-quiet={quiet}>
      {/* Called as a function: a component instance in each of a thousand rows takes memory. */}
      {ToneIcon({ tone })}
      {word}
    </span>
  );
}
