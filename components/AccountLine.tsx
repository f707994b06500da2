import { useRef } from 'preact/hooks';
import { findAccount } from '../lib/panel/account-in-front.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import { platformName } from '../lib/platforms.ts';
import type { Row } from '../lib/snapshot/rows/row.ts';
import { bucketOf } from '../lib/status/bucket.ts';
import { accountTexts as t } from '../lib/texts/account-in-front.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './Follow.module.css';
import { ShowMore, useBounded } from './ShowMore.tsx';

/** Whether the account that the ads console shows is on the user's dashboards. */
export function AccountLine({ following, view }: Pick<Model, 'following' | 'view'>) {
  const account = following.account.value;
  const rows = view.front.value?.rows ?? [];
  const answer = account && findAccount(account, rows, view.unreadable.value === 0);
  if (answer === null) return null;
  const { end } = answer;
  return (
    <p class={css.account} dir="ltr">
      {answer.kind === 'none' && t.none(end, platformName(answer.platform), answer.sources)}
      {answer.kind === 'notSelected' && t.notSelected(end)}
      {'rows' in answer && (
        <>
          {answer.kind === 'unselected' ? t.unselected(end) : t.account(end)}
          <Sources rows={answer.rows} kind={answer.kind} />
        </>
      )}
    </p>
  );
}

type Kind = 'this' | 'maybe' | 'unselected';

/** A reference that shows only a few characters may match the accounts of many sources. */
const SOURCES_AT_ONCE = 3;

function Sources({ rows, kind }: { rows: readonly Row[]; kind: Kind }) {
  const { shown, rest, showMore } = useBounded(rows, rows.length, SOURCES_AT_ONCE);
  const list = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={list}>
        {shown.map((row, index) => (
          <span key={row.id}>
            {index > 0 && ', '}
            <a href={addressOf({ name: 'source', id: row.id })}>
              <bdi>{row.name}</bdi>
            </a>
            {factsOf(row, kind).map((fact) => [' ', <span key={fact} class={css.fact}>{`· ${fact}`}</span>])}
          </span>
        ))}
      </span>{' '}
      <ShowMore rest={rest} label={t.more} onClick={showMore} list={list} />
    </>
  );
}

function factsOf(row: Row, kind: Kind): string[] {
  if (kind === 'unselected') return [];
  const health = texts.health[bucketOf(row)];
  return kind === 'maybe' ? [health, t.maybe] : [health];
}
