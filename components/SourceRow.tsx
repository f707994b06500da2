import { Component } from 'preact';
import type { Format } from '../lib/panel/format.ts';
import { addressOf } from '../lib/panel/place.ts';
import { platformName } from '../lib/platforms.ts';
import type { Row } from '../lib/snapshot/rows/row.ts';
import { type Change, directionOf } from '../lib/snapshot/rows/since.ts';
import { texts } from '../lib/texts/panel.ts';
import { PlatformMark } from './PlatformMark.tsx';
import css from './SourceRow.module.css';
import { ToneBadge } from './ToneBadge.tsx';

const t = texts.list;

interface Props {
  row: Row;
  /** How its verdict differs from the one in the last snapshot; null where it does not. */
  change: Change | null;
  /** The snapshot's instant in milliseconds, from which relative times count. */
  asOf: number;
  format: Format;
}

/** One source: a link to its detail that says in short what is wrong with it. Drawn again only when its row is another. */
export class SourceRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.row !== this.props.row || next.change !== this.props.change || next.asOf !== this.props.asOf;
  }

  override render({ row, change, asOf, format }: Props) {
    const { headline } = row;
    return (
      <li class={css.item}>
        <a class={css.row} href={addressOf({ name: 'source', id: row.id })}>
          <PlatformMark platform={row.platform} />
          <bdi class={css.name}>{row.name}</bdi>
          <ToneBadge tone={row.health} word={texts.health[row.health]} />
          <span class={css.facts}>
            {headline !== null && (
              <>
                <bdi>{headline.message}</bdi>
                <span class={css.quiet}>
                  <code>{headline.code}</code>
                  {row.codes.length > 1 && t.more(row.codes.length - 1)}
                </span>
              </>
            )}
            <span class={css.quiet}>
              {platformName(row.platform)}
              <span>
                {row.last_success === null
                  ? t.noLastSuccess
                  : t.lastSuccess(format.relative(row.last_success, asOf))}
              </span>
              {change !== null && <span class={css.change}>{wordsOf(change, row)}</span>}
              {!row.enabled && <span class={css.tag}>{texts.disabled}</span>}
              {row.activity !== 'idle' && <span class={css.tag}>{texts.activity[row.activity]}</span>}
            </span>
          </span>
        </a>
      </li>
    );
  }
}

function wordsOf(change: Change, row: Row): string {
  return t.change[directionOf(change, row)](change.was === null ? '' : texts.health[change.was]);
}
