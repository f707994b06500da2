import { useRef } from 'preact/hooks';
import type { Data } from '../lib/panel/data.ts';
import type { Format } from '../lib/panel/format.ts';
import { type ReadyList, rowsOf, type UnreadableEntry, unreadableIn } from '../lib/panel/list.ts';
import type { ListView } from '../lib/panel/list-view.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import { answer, numbersLine } from '../lib/texts/answer.ts';
import { texts } from '../lib/texts/panel.ts';
import { troubleTexts } from '../lib/texts/trouble.ts';
import { ComingUp } from './ComingUp.tsx';
import { CopyOutcome } from './CopyOutcome.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FrontLine } from './FollowLine.tsx';
import { ListFilters } from './ListFilters.tsx';
import { lazy } from './lazy.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import { SinceBefore } from './SinceBefore.tsx';
import { SourceGroup } from './SourceGroup.tsx';
import css from './SourceList.module.css';
import { ToneIcon } from './ToneBadge.tsx';
import { LoadSampleData, Trouble, TryAgain } from './Trouble.tsx';

const account = lazy(async () => (await import('./AccountLine.tsx')).AccountLine);

const t = texts.list;

/** With more sources than this, rows out of sight are not laid out. */
const LONG = 50;

interface Props {
  model: Model;
  list: ReadyList;
  format: Format;
}

/** Answers before any click whether the dashboards can be trusted and, if not, which part can't. */
export function SourceList({ model, list, format }: Props) {
  const { view } = model;
  const asOf = Date.parse(list.header.generated_at);
  const isLong = list.entries.length > LONG;
  const changes = new Map(list.since?.changed.map((change) => [change.source, change]));
  const profiles = new Map(list.header.profiles.map(({ id, name }) => [id, name]));
  return (
    <>
      {model.notice.value !== null && (
        <p class={css.notice}>
          <ToneIcon tone="info" />
          {model.notice}
        </p>
      )}
      <div>
        <Answer view={view} />
        <Account model={model} />
        <FrontLine model={model} />
        <CopyOutcome handover={model.handover} />
        <ComingUp model={model} format={format} />
      </div>
      {list.since !== null && <SinceBefore model={model} since={list.since} rows={rowsOf(list)} />}
      {list.entries.length > 0 ? (
        <ListFilters model={model} profiles={list.header.profiles} />
      ) : (
        <NoSources data={model.data} />
      )}
      <Unreadable model={model} entries={unreadableIn(list)} />
      {view.groups.value.map((group) => (
        <SourceGroup
          key={group.id}
          group={group}
          onFold={view.fold}
          isLong={isLong}
          profiles={view.arrangement.value.groupBy === 'profile' ? null : profiles}
          changes={changes}
          asOf={asOf}
          format={format}
        />
      ))}
      {view.unbuilt.value > 0 && (
        <button type="button" class="link" onClick={view.showMore}>
          {t.showMore(view.unbuilt.value)}
        </button>
      )}
    </>
  );
}

function NoSources({ data }: { data: Data }) {
  return (
    <div class={css.none}>
      <p>{t.noneHelp}</p>
      <a class="button" href={addressOf({ name: 'data' })}>
        {t.import}
      </a>
      <LoadSampleData data={data} label={troubleTexts.load} />
    </div>
  );
}

function Answer({ view }: { view: ListView }) {
  const summary = view.summary.value;
  const noneHere = view.total.value === 0 ? t.none : t.noneLeft;
  const isPart = view.isPart.value;
  const unreadable = isPart ? 0 : view.unreadable.value;
  const elsewhere = isPart ? view.unreadable.value : 0;
  return (
    <div>
      <h1 class={css.answer} tabIndex={-1}>
        <bdi dir="ltr">
          {summary.total + unreadable === 0 ? noneHere : answer(summary, unreadable, view.part.value)}
        </bdi>
      </h1>
      {elsewhere > 0 && (
        <p class={css.second}>
          <bdi dir="ltr">{t.unreadableElsewhere(elsewhere)}</bdi>
        </p>
      )}
      {summary.total > 0 && (
        <p class={css.second}>
          <bdi dir="ltr">{numbersLine(view.numbers.value, summary.off)}</bdi>
        </p>
      )}
    </div>
  );
}

/** Its code is loaded once there is an account in front. */
function Account({ model }: Pick<Props, 'model'>) {
  if (model.following.account.value === null) return null;
  return (
    <ErrorBoundary>
      <account.Show following={model.following} view={model.view} />
    </ErrorBoundary>
  );
}

/** Only a few: each card is tall, and one says as much as ten. */
const CARDS_AT_ONCE = 3;

/** The sources that can't be read, by what is known about them. */
function Unreadable({ model, entries }: { model: Model; entries: readonly UnreadableEntry[] }) {
  const { shown, rest, showMore } = useBounded(entries, CARDS_AT_ONCE);
  const cards = useRef<HTMLDivElement>(null);
  if (entries.length === 0) return null;
  return (
    <>
      <div class={css.cards} ref={cards}>
        {shown.map(({ position, damage }) => (
          <Trouble
            key={position}
            title={t.unreadable(position)}
            help={t.unreadableHelp(damage.path, damage.message)}
            isCard
          >
            <TryAgain onClick={model.reload} />
          </Trouble>
        ))}
      </div>
      <ShowMore rest={rest} label={t.moreUnreadable} onClick={showMore} list={cards} />
      <p>
        <LoadSampleData data={model.data} label={troubleTexts.replaceAll} />
      </p>
    </>
  );
}
