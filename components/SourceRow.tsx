import { Component, type ComponentChild } from 'preact';
import type { Format } from '../lib/panel/format.ts';
import { addressOf } from '../lib/panel/place.ts';
import type { Row } from '../lib/snapshot/rows/row.ts';
import { type Change, directionOf } from '../lib/snapshot/rows/since.ts';
import { bucketOf } from '../lib/status/bucket.ts';
import { texts } from '../lib/texts/panel.ts';
import { PlatformMark } from './PlatformMark.tsx';
import { RunStrip } from './RunStrip.tsx';
import css from './SourceRow.module.css';
import { ToneBadge } from './ToneBadge.tsx';

const t = texts.list;

interface Props {
  row: Row;
  /** The Profile's name, unless the row's group says it. */
  profile: string | null;
  /** How its verdict differs from the last snapshot; null if it doesn't. */
  change: Change | null;
  /** The snapshot's instant in milliseconds, from which relative times count. */
  asOf: number;
  format: Format;
}

/** One source, on one line if all is well. Drawn again only when its row changes. */
export class SourceRow extends Component<Props> {
  /** How often the source changed since the row was built. */
  #changes = 0;

  override shouldComponentUpdate(next: Props): boolean {
    const { row, profile, change, asOf } = this.props;
    if (next.row !== row) this.#changes += 1;
    return next.row !== row || next.profile !== profile || next.change !== change || next.asOf !== asOf;
  }

  override render(props: Props) {
    const { row, profile, change } = props;
    const bucket = bucketOf(row);
    // There is nothing to report about a source that was switched off on purpose.
    const isCalm = (row.headline === null || bucket === 'off') && change === null;
    // Called as functions: a component instance in each of a thousand rows takes memory.
    return (
      <li class={css.row} data-tone={bucket} data-calm={isCalm || undefined} data-tinted={this.#tint()}>
        {PlatformMark({ platform: row.platform })}
        <h3 class={css.name} dir="auto">
          <a
            href={addressOf({ name: 'source', id: row.id })}
            title={profile === null ? row.name : `${row.name} · ${profile}`}
            draggable={false}
          >
            {row.name}
          </a>
        </h3>
        {isCalm ? calmFacts(props) : facts(props)}
        <span class={css.state}>
          {ToneBadge({ tone: bucket, word: texts.health[bucket], quiet: bucket !== 'error' })}
        </span>
      </li>
    );
  }

  /** Alternates between two values for the same tint, so that its animation restarts with each change. */
  #tint() {
    if (this.#changes === 0) return undefined;
    return this.#changes % 2 === 0 ? 'even' : 'odd';
  }
}

function calmFacts({ row, asOf, format }: Props) {
  return (
    <>
      {RunStrip({ runs: row.runs })}
      {ageOf(row, asOf, format) ?? (
        <span class={css.age} title={t.noLastSuccess}>
          –
        </span>
      )}
    </>
  );
}

/** Time since the last success; nothing if not known. */
function ageOf({ last_success }: Row, asOf: number, format: Format) {
  if (last_success === null) return null;
  const age = format.relative(last_success, asOf);
  return (
    <span class={css.age} dir="ltr" title={t.lastSuccess(age)}>
      {age}
    </span>
  );
}

/** What is wrong: its sentence and its code. */
function facts(props: Props) {
  const { headline } = props.row;
  const parts = factsOf(props).filter(Boolean);
  return (
    <>
      {headline !== null && (
        <p class={css.message} dir="auto" title={headline.message}>
          {headline.message}
        </p>
      )}
      <div class={css.foot}>
        <p class={css.meta} dir="ltr">
          {parts.flatMap((part, index) => (index === 0 ? part : [' · ', part]))}
        </p>
        {RunStrip({ runs: props.row.runs })}
      </div>
    </>
  );
}

function factsOf({ row, profile, change, asOf, format }: Props): ComponentChild[] {
  const { headline, codes, activity } = row;
  const more = codes.length > 1 ? ` +${codes.length - 1}` : '';
  return [
    headline !== null && [<code key="code">{headline.code}</code>, more],
    profile !== null && <bdi>{profile}</bdi>,
    ageOf(row, asOf, format),
    activity !== 'idle' && texts.activity[activity],
    change !== null && <span class={css.change}>{wordsOf(change, row)}</span>,
  ];
}

function wordsOf(change: Change, row: Row): string {
  return t.change[directionOf(change, row)](change.was === null ? '' : texts.health[change.was]);
}
