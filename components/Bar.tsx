import type { Format } from '../lib/panel/format.ts';
import type { Handover } from '../lib/panel/handover.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import { ageOf } from '../lib/panel/snapshot-age.ts';
import { copyTexts } from '../lib/texts/copy.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './Bar.module.css';
import { Icon } from './Icon.tsx';
import { ToneIcon } from './ToneBadge.tsx';

interface Props {
  model: Model;
  format: Format;
  onSettings: () => void;
}

/** Always visible: the snapshot's age, the note that nothing here runs, and links to the other places. */
export function Bar({ model, format, onSettings }: Props) {
  const list = model.list.value;
  const isInList = model.place.value.name === 'sources';
  return (
    <header class={css.bar}>
      <div class={css.content}>
        {!isInList && (
          <a
            class={css.icon}
            href={addressOf({ name: 'sources' })}
            aria-label={texts.source.back}
            title={`${texts.source.back} (Esc)`}
          >
            <Icon name="back" />
          </a>
        )}
        <div class={css.words} dir="ltr">
          {list.state === 'ready' && (
            <SnapshotAge instant={list.header.generated_at} now={model.now.value} format={format} />
          )}
          <p class={css.kind}>{kindOfData(model)}</p>
        </div>
        {isInList && <CopyButton handover={model.handover} />}
        {isInList && (
          <a
            class={css.icon}
            href={addressOf({ name: 'data' })}
            aria-label={texts.data.link}
            title={texts.data.link}
          >
            <Icon name="data" />
          </a>
        )}
        <button
          type="button"
          class={css.icon}
          aria-label={texts.settings}
          aria-keyshortcuts="?"
          title={`${texts.settings} (?)`}
          onClick={onSettings}
        >
          <Icon name="settings" />
        </button>
      </div>
    </header>
  );
}

function kindOfData({ list }: Model): string {
  const all = list.value;
  if (all.state !== 'ready') return texts.unknownStrip;
  return all.header.mock ? texts.mockStrip : texts.importedStrip;
}

function CopyButton({ handover }: { handover: Handover }) {
  if (!handover.hasListReport.value) return null;
  const { value: scope } = handover.scope;
  const name = scope === '' ? copyTexts.list : copyTexts.part(scope);
  return (
    <button type="button" class={css.icon} aria-label={name} title={name} onClick={handover.copy}>
      <Icon name="copy" />
    </button>
  );
}

function SnapshotAge({ instant, now, format }: { instant: string; now: number; format: Format }) {
  const age = ageOf(instant, now);
  // For an event days away, the time of day doesn't matter.
  const seen = age === 'fresh' ? format.instantSeenAt : format.daySeenAt;
  return (
    <p class={css.age} data-old={age !== 'fresh'}>
      {age !== 'fresh' && <ToneIcon tone="warning" />}
      <span>
        {texts.snapshotAge[age]} <time dateTime={instant}>{seen(instant, now)}</time> ·{' '}
        {format.relative(instant, now)}
      </span>
    </p>
  );
}
