import type { Format } from '../lib/panel/format.ts';
import { technicalFacts } from '../lib/report/technical.ts';
import type { Source } from '../lib/schema/snapshot.ts';
import type { Assessment } from '../lib/status/vocabulary.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { Section } from './Section.tsx';
import css from './TechnicalStatus.module.css';
import { ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

interface Props {
  source: Source;
  assessment: Assessment;
  format: Format;
}

/** What is known. What isn't reported is listed in one line under Health. */
export function TechnicalStatus({ source, assessment, format }: Props) {
  const facts = technicalFacts(source, assessment, format.instant).filter((fact) => !fact.isUnreported);
  return (
    <Section id="technical-status" title={t.technicalTitle}>
      <dl>
        {facts.map(({ term, value, isCode, needsAttention }) => (
          <div class={css.fact} key={term}>
            <dt dir="ltr">{breakable(term)}:</dt>
            <dd data-attention={needsAttention}>
              {needsAttention && <ToneIcon tone="warning" />}
              {isCode ? <code>{value}</code> : <bdi>{value}</bdi>}
              {needsAttention && <span class="aside"> ({t.needsAttention})</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** In a narrow panel a code breaks only after an underscore. */
function breakable(code: string) {
  return code.split(/(?<=_)/).flatMap((part, index) => (index === 0 ? part : [<wbr key={index} />, part]));
}
