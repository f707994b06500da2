import { useRef } from 'preact/hooks';
import type { ComingEvent } from '../lib/panel/coming-up.ts';
import type { Format } from '../lib/panel/format.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './ComingUp.module.css';
import { Icon } from './Icon.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';

const t = texts.comingUp;

/** What it is called where the panel keeps what is open. */
const ID = 'coming-up';

interface Props {
  model: Model;
  format: Format;
}

/** What the snapshot itself says will happen, by date, over all platforms; one line until it is opened. */
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
      {isOpen && <Events events={events} now={now} format={format} />}
    </details>
  );
}

const AT_ONCE = 20;

function Events({ events, now, format }: { events: ComingEvent[]; now: number; format: Format }) {
  const { shown, rest, showMore } = useBounded(events, AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  return (
    <div class={css.card}>
      <ul ref={list}>
        {shown.map(({ row, event }) => (
          <li class={css.event} key={`${row.id} ${event.what}`}>
            <time class={css.day} dateTime={event.at}>
              {format.daySeenAt(event.at, now)}
            </time>
            <div>
              <a class={css.source} href={addressOf({ name: 'source', id: row.id })}>
                <bdi>{row.name}</bdi>
              </a>
              <p>
                <bdi dir="ltr">{t.what(event.what, event.api_version)}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <ShowMore rest={rest} label={t.more} onClick={showMore} list={list} />
    </div>
  );
}
