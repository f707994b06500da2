import type { ListView } from '../lib/panel/list-view.ts';
import { BUCKETS, type Bucket } from '../lib/status/bucket.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './Counts.module.css';
import { ToneIcon } from './ToneBadge.tsx';

interface Props {
  view: ListView;
  onToggle: (bucket: Bucket) => void;
}

/** How many sources have each health; each count is a filter. */
export function Counts({ view, onToggle }: Props) {
  const chosen = view.filters.value.buckets;
  const counts = view.counts.value;
  return (
    <fieldset class={css.counts} aria-label={texts.list.counts}>
      {BUCKETS.filter((bucket) => bucket !== 'unknown' || counts.has(bucket) || chosen.includes(bucket)).map(
        (bucket) => (
          <button
            key={bucket}
            type="button"
            class={css.count}
            data-tone={bucket}
            aria-pressed={chosen.includes(bucket)}
            disabled={!counts.has(bucket) && !chosen.includes(bucket)}
            onClick={() => onToggle(bucket)}
          >
            <span class={css.number}>
              <ToneIcon tone={bucket} />
              {counts.get(bucket) ?? 0}
            </span>{' '}
            <span class={css.word}>{texts.health[bucket]}</span>
          </button>
        ),
      )}
    </fieldset>
  );
}
