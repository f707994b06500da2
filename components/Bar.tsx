import type { Format } from '../lib/panel/format.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import { ageOf } from '../lib/panel/snapshot-age.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './Bar.module.css';
import { ToneIcon } from './ToneBadge.tsx';

interface Props {
  model: Model;
  format: Format;
  onSettings: () => void;
}

/** Always in sight: where the user is, how old the snapshot is, and that all of it is mock data. */
export function Bar({ model, format, onSettings }: Props) {
  const list = model.list.value;
  const isInList = model.place.value.name === 'sources';
  return (
    <header class={css.bar}>
      <div class={css.top}>
        {!isInList && (
          <a class={css.back} href={addressOf({ name: 'sources' })}>
            <svg class={`${css.sign} ${css.arrow}`} viewBox="0 0 16 16" aria-hidden="true">
              <path d="M13 8H3m4-4L3 8l4 4" />
            </svg>
            {texts.source.back}
          </a>
        )}
        {list.state === 'ready' && (
          <SnapshotAge instant={list.header.generated_at} now={model.now.value} format={format} />
        )}
        {isInList && (
          <a class={css.data} href={addressOf({ name: 'data' })}>
            {texts.data.link}
          </a>
        )}
      </div>
      <div class={css.strip}>
        <p class={css.mock}>
          {list.state === 'ready' && !list.header.mock ? texts.importedStrip : texts.mockStrip}
        </p>
        <button
          type="button"
          class={css.settings}
          aria-label={texts.settings}
          aria-keyshortcuts="?"
          title={`${texts.settings} (?)`}
          onClick={onSettings}
        >
          <svg class={css.sign} viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4.5h6m4 0h2M2 11.5h2m4 0h6" />
            <circle cx="10" cy="4.5" r="2" />
            <circle cx="6" cy="11.5" r="2" />
          </svg>
        </button>
      </div>
    </header>
  );
}

function SnapshotAge({ instant, now, format }: { instant: string; now: number; format: Format }) {
  const age = ageOf(instant, now);
  return (
    <p class={css.age} data-old={age !== 'fresh'}>
      {age !== 'fresh' && <ToneIcon tone="warning" />}
      <span>
        {texts.snapshotAge[age]} <time dateTime={instant}>{format.instantSeenAt(instant, now)}</time> ·{' '}
        {format.relative(instant, now)}
      </span>
    </p>
  );
}
