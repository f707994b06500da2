import type { Format } from '../lib/panel/format.ts';
import type { Model } from '../lib/panel/model.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './ComingUp.module.css';
import { Icon } from './Icon.tsx';
import { lazy } from './lazy.tsx';

const list = lazy(async () => (await import('./ComingEvents.tsx')).ComingEvents);

const t = texts.comingUp;

/** Its id among the open disclosures that the panel remembers. */
const ID = 'coming-up';

interface Props {
  model: Model;
  format: Format;
}

/** What the snapshot says will happen, by date, on all platforms; a single line until it is opened. */
export function ComingUp({ model, format }: Props) {
  const events = model.view.comingUp.value;
  const [next] = events;
  if (next === undefined) return null;
  const isOpen = model.unfolded.value.includes(ID);
  const now = model.now.value;
  return (
    <details
      class={css.section}
      open={isOpen}
      onToggle={({ currentTarget }) => model.unfold(ID, currentTarget.open)}
    >
      <summary class={css.summary} dir="ltr">
        <Icon name="calendar" />
        {t.summary(events.length, format.daySeenAt(next.event.at, now))}
      </summary>
      {isOpen && <list.Show events={events} now={now} format={format} />}
    </details>
  );
}
