import { useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import type { Stream } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { RunError } from './RunError.tsx';
import { Section } from './Section.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import css from './Streams.module.css';
import { ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

/** A source may have hundreds. */
const STREAMS_AT_ONCE = 20;

interface Props {
  streams: readonly Stream[];
  platform: string;
  /** The snapshot's instant in milliseconds, from which relative times count. */
  asOf: number;
  format: Format;
}

/** The reports or tables that a source loads, failing ones first. */
export function Streams({ streams, platform, asOf, format }: Props) {
  const worstFirst = streams.toSorted((a, b) => Number(b.error !== null) - Number(a.error !== null));
  const { shown, rest, showMore } = useBounded(worstFirst, STREAMS_AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  return (
    <Section id="streams" title={t.streamsTitle} note={format.count(streams.length)}>
      <ul ref={list}>
        {shown.map(({ name, last_successful_sync, error }, index) => (
          <li class={css.stream} key={index}>
            <p class={css.head}>
              <bdi class={css.name}>{name}</bdi>{' '}
              <span class={css.success} dir="ltr">
                {last_successful_sync === null ? (
                  t.streamsLastSuccess(t.unreported)
                ) : (
                  <time dateTime={last_successful_sync}>
                    {t.streamsLastSuccess(format.relative(last_successful_sync, asOf))} ·{' '}
                    {format.instantSeenAt(last_successful_sync, asOf)}
                  </time>
                )}
              </span>
            </p>
            {error !== null && (
              <div class={css.error}>
                <ToneIcon tone="error" />
                <RunError platform={platform} error={error} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div class={css.more}>
          <ShowMore
            rest={rest}
            label={(count) => t.more(format.count(count))}
            onClick={showMore}
            list={list}
          />
        </div>
      )}
    </Section>
  );
}
