import type { QualityEntry } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './DataQuality.module.css';
import { Section } from './Section.tsx';
import { type Tone, ToneBadge } from './ToneBadge.tsx';

const t = sourceTexts;

const TONES: ReadonlyMap<string, Tone> = new Map([
  ['INFO', 'info'],
  ['WARNING', 'warning'],
  ['ERROR', 'error'],
]);

/** What the exporting platform reports itself, in its own words. */
export function DataQuality({ entries }: { entries: QualityEntry[] }) {
  return (
    <Section id="data-quality" title={t.qualityTitle}>
      {entries.length === 0 ? (
        <p class={css.none}>{t.qualityNone}</p>
      ) : (
        <ul class={css.entries}>
          {entries.map(({ severity, code, message }, index) => (
            <li class={css.entry} key={index}>
              <ToneBadge tone={TONES.get(severity) ?? 'unknown'} word={severity} />
              <p>
                <code>{code}</code> — {message}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
