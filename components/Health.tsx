import { useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import type { Model } from '../lib/panel/model.ts';
import { finalityOf, latencyOf } from '../lib/report/technical.ts';
import type { Source } from '../lib/schema/snapshot.ts';
import type { ActionPreview } from '../lib/status/actions.ts';
import type { ActionId, Assessment, Finding, Severity } from '../lib/status/vocabulary.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { ActionLink } from './ActionLink.tsx';
import { Disclosure } from './Disclosure.tsx';
import css from './Health.module.css';
import { Section } from './Section.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import { type Tone, ToneBadge, ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

/** As many as most users need to see. */
const FIRST_FINDINGS = 5;
/** A platform may report hundreds. */
const FINDINGS_AT_ONCE = 20;

const TONE_BY_SEVERITY: Record<Severity, Tone> = { ERROR: 'error', WARNING: 'warning', INFO: 'info' };

interface Props {
  model: Model;
  source: Source;
  assessment: Assessment;
  /** All nine, each with whether it makes sense now. */
  actions: readonly ActionPreview[];
  /** The codes of findings that the last snapshot didn't have. */
  newCodes: readonly string[];
  /** The snapshot's instant in milliseconds, from which relative times count. */
  asOf: number;
  format: Format;
  /** Opens an action's preview and moves to it. */
  onShow: (id: ActionId) => void;
}

/** The verdict, what the dashboards show, the findings and what helps; and, in a disclosure, the reasons. */
export function Health({ model, source, assessment, actions, newCodes, asOf, format, onShow }: Props) {
  const { health, headline, findings, notReported } = assessment;
  return (
    <Section id="health" title={t.healthTitle}>
      <div class={css.body}>
        <p class={css.note} dir="ltr">
          {t.healthNote}
        </p>
        <p class={css.status} dir="ltr">
          <span class={css.label}>{t.status}:</span> <ToneBadge tone={health} word={health} />{' '}
          {headline !== null && <code class={css.code}>{headline.code}</code>}
        </p>
        <Dashboards source={source} assessment={assessment} asOf={asOf} format={format} />
        {findings.length === 0 ? (
          <p dir="ltr">{t.fine}</p>
        ) : (
          <Findings
            findings={findings}
            actions={actions}
            newCodes={newCodes}
            format={format}
            onShow={onShow}
          />
        )}
        {notReported.length > 0 && (
          <p class={css.note} dir="ltr">
            {t.notReported(notReported)}
          </p>
        )}
        <Why model={model} assessment={assessment} format={format} />
      </div>
    </Section>
  );
}

function Findings({
  findings,
  actions,
  newCodes,
  format,
  onShow,
}: { findings: Finding[] } & Pick<Props, 'actions' | 'newCodes' | 'format' | 'onShow'>) {
  const { shown, rest, showMore } = useBounded(findings, FINDINGS_AT_ONCE, FIRST_FINDINGS);
  const list = useRef<HTMLUListElement>(null);
  return (
    <div>
      <ul class={css.findings} ref={list}>
        {shown.map((finding) => (
          <li class={css.finding} key={`${finding.code} ${finding.message}`}>
            <ToneIcon tone={TONE_BY_SEVERITY[finding.severity]} />
            <div>
              <p dir="ltr">
                <code>{finding.code}</code> — <bdi>{finding.message}</bdi>
              </p>
              {newCodes.includes(finding.code) && <p class={css.isNew}>{t.isNew}</p>}
              <WhatHelps finding={finding} actions={actions} onShow={onShow} />
            </div>
          </li>
        ))}
      </ul>
      <ShowMore
        rest={rest}
        label={(count) => t.moreFindings(format.count(count))}
        onClick={showMore}
        list={list}
      />
    </div>
  );
}

function WhatHelps({
  finding: { remedy, nextStep },
  actions,
  onShow,
}: { finding: Finding } & Pick<Props, 'actions' | 'onShow'>) {
  if (remedy === null && nextStep === null) return null;
  const notNow = actions.find(({ id }) => id === remedy)?.readiness.reason ?? null;
  return (
    <p class={css.note} dir="ltr">
      {t.whatHelps}: {nextStep}
      {remedy !== null && <ActionLink id={remedy} onShow={onShow} />}
      {notNow !== null && ` — ${t.helpsLater(notNow)}`}
    </p>
  );
}

function Dashboards({
  source,
  assessment,
  asOf,
  format,
}: Omit<Props, 'model' | 'actions' | 'newCodes' | 'onShow'>) {
  const { lastSuccess } = assessment;
  const latency = latencyOf(source, assessment);
  const finality = finalityOf(source, assessment);
  return (
    <div>
      <p class={css.dashboards} dir="ltr">
        {t.dashboards} {t.numbers[assessment.numbers]}
      </p>
      <p class={css.note} dir="ltr">
        {t.lastSuccess}:{' '}
        {lastSuccess === null ? (
          t.notKnown
        ) : (
          <time dateTime={lastSuccess}>
            {format.relative(lastSuccess, asOf)} · {format.instantSeenAt(lastSuccess, asOf)}
          </time>
        )}
      </p>
      {[finality, latency !== null && t.latency(latency)].map(
        (sentence) =>
          sentence && (
            <p class={css.note} dir="ltr" key={sentence}>
              {sentence}
            </p>
          ),
      )}
    </div>
  );
}

function Why({
  model,
  assessment: { findings, suppressed },
  format,
}: Pick<Props, 'model' | 'assessment' | 'format'>) {
  const { shown, rest, showMore } = useBounded(findings, FINDINGS_AT_ONCE);
  const list = useRef<HTMLOListElement>(null);
  return (
    <Disclosure model={model} id="why" summary={t.why}>
      {findings.length + suppressed.length === 0 && <p dir="ltr">{t.whyNone}</p>}
      <ol class={css.why} ref={list}>
        {shown.map(({ code, effect, message }, index) => (
          <li key={`${code} ${message}`}>
            <code>{code}</code> ({effect}
            {index === 0 && `, ${t.whyFirst}`})
          </li>
        ))}
      </ol>
      <ShowMore rest={rest} label={(count) => t.more(format.count(count))} onClick={showMore} list={list} />
      {suppressed.length > 0 && (
        <ul class={css.why}>
          {suppressed.map(({ code, because }) => (
            <li class={css.suppressed} key={code}>
              <code>{code}</code> {t.whySuppressed(because)}
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
