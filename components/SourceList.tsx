import { useId, useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import { type Group, type ReadyList, rowsOf, type UnreadableEntry, unreadableIn } from '../lib/panel/list.ts';
import type { ListView } from '../lib/panel/list-view.ts';
import type { Model } from '../lib/panel/model.ts';
import type { Change } from '../lib/snapshot/rows/since.ts';
import { answer, numbersLine } from '../lib/texts/answer.ts';
import { texts } from '../lib/texts/panel.ts';
import { reportTexts } from '../lib/texts/report.ts';
import { CopyReport } from './CopyReport.tsx';
import { FollowOffer, FrontLine } from './FollowLine.tsx';
import { ListFilters } from './ListFilters.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import { SinceBefore } from './SinceBefore.tsx';
import css from './SourceList.module.css';
import { SourceRow } from './SourceRow.tsx';
import { ToneIcon } from './ToneBadge.tsx';
import { LoadSampleData, Trouble, TryAgain } from './Trouble.tsx';

const t = texts.list;

/** From more sources than this on, rows out of sight are not laid out. */
const LONG = 50;

interface Props {
  model: Model;
  list: ReadyList;
  format: Format;
}

/** Answers, before any click, whether the dashboards can be trusted, and if not, which part. */
export function SourceList({ model, list, format }: Props) {
  const { view } = model;
  const asOf = Date.parse(list.header.generated_at);
  const isLong = list.entries.length > LONG;
  const changes = new Map(list.since?.changed.map((change) => [change.source, change]));
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
        <FrontLine model={model} />
      </div>
      {list.since !== null && (
        <SinceBefore since={list.since} rows={rowsOf(list)} onSeen={model.forgetSince} />
      )}
      {list.entries.length > 0 && (
        <ListFilters view={view} profiles={list.header.profiles} announce={model.announce}>
          <FollowOffer model={model} />
        </ListFilters>
      )}
      <Unreadable model={model} entries={unreadableIn(list)} />
      {model.handover.hasListReport.value && <CopyReport model={model} label={labelOf(model.handover)} />}
      {view.groups.value.map((group) => (
        <ProfileGroup
          key={group.profile.id}
          group={group}
          isLong={isLong}
          changes={changes}
          asOf={asOf}
          format={format}
        />
      ))}
      {view.shown.value < view.found.value && (
        <button type="button" class="link" onClick={view.showMore}>
          {t.showMore(view.found.value - view.shown.value)}
        </button>
      )}
    </>
  );
}

function labelOf({ scope }: Model['handover']): string {
  return scope.value === '' ? reportTexts.copy : reportTexts.copyPart(scope.value);
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
        {summary.total + unreadable === 0 ? noneHere : answer(summary, unreadable, view.part.value)}
      </h1>
      {elsewhere > 0 && <p class={css.second}>{t.unreadableElsewhere(elsewhere)}</p>}
      {summary.total > 0 && <p class={css.second}>{numbersLine(view.numbers.value, summary.off)}</p>}
    </div>
  );
}

/** Each card is tall, and one says as much as ten. */
const CARDS_AT_ONCE = 3;

/** The sources that cannot be read, by all that is known of them. */
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
        <LoadSampleData data={model.data} label={texts.trouble.replaceAll} />
      </p>
    </>
  );
}

interface GroupProps {
  group: Group;
  isLong: boolean;
  /** By the source's id. */
  changes: ReadonlyMap<string, Change>;
  asOf: number;
  format: Format;
}

function ProfileGroup({ group, isLong, changes, asOf, format }: GroupProps) {
  // A Profile's own id may hold a blank, which would make two ids of it.
  const id = useId();
  const { needsAction, byHealth } = group.summary;
  return (
    <section class={css.group} aria-labelledby={id}>
      <h2 class={css.profile} id={id}>
        <bdi>{group.profile.name}</bdi>{' '}
        <span class={css.state}>{t.groupState(needsAction, byHealth.warning)}</span>
      </h2>
      <ul class={isLong ? css.long : undefined}>
        {group.rows.map((row) => (
          <SourceRow
            key={row.id}
            row={row}
            change={changes.get(row.id) ?? null}
            asOf={asOf}
            format={format}
          />
        ))}
      </ul>
    </section>
  );
}
