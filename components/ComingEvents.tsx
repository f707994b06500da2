import { useRef } from 'preact/hooks';
import type { ComingEvent } from '../lib/panel/coming-up.ts';
import type { Format } from '../lib/panel/format.ts';
import { addressOf } from '../lib/panel/place.ts';
import { comingEventsTexts as t } from '../lib/texts/coming-events.ts';
import css from './ComingEvents.module.css';
import { ShowMore, useBounded } from './ShowMore.tsx';

const AT_ONCE = 20;

interface Props {
  /** Soonest first. */
  events: ComingEvent[];
  /** The wall clock in milliseconds. */
  now: number;
  format: Format;
}

/** The events by date, a few at a time. */
export function ComingEvents({ events, now, format }: Props) {
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
