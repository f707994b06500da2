import { useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import type { QualityEntry } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './DataQuality.module.css';
import { Section } from './Section.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import { type Tone, ToneBadge } from './ToneBadge.tsx';

const t = sourceTexts;

const TONES: ReadonlyMap<string, Tone> = new Map([
  ['INFO', 'info'],
  ['WARNING', 'warning'],
  ['ERROR', 'error'],
]);

/** A source may have hundreds. */
const ENTRIES_AT_ONCE = 20;

/** What the exporting platform itself reports, in its own words. */
export function DataQuality({ entries, format }: { entries: QualityEntry[]; format: Format }) {
  const { shown, rest, showMore } = useBounded(entries, ENTRIES_AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  return (
    <Section id="data-quality" title={t.qualityTitle}>
      {entries.length === 0 ? (
        <p class={css.none} dir="ltr">
          {t.qualityNone}
        </p>
      ) : (
        <>
          <ul class={css.entries} ref={list}>
            {shown.map(({ severity, code, message }, index) => (
              <li class={css.entry} key={index}>
                <ToneBadge tone={TONES.get(severity) ?? 'unknown'} word={severity} />
                <p dir="ltr">
                  <code>{code}</code> — <bdi>{message}</bdi>
                </p>
              </li>
            ))}
          </ul>
          <ShowMore
            rest={rest}
            label={(count) => t.more(format.count(count))}
            onClick={showMore}
            list={list}
          />
        </>
      )}
    </Section>
  );
}
