import type { Format } from '../lib/panel/format.ts';
import type { Group } from '../lib/panel/list.ts';
import { type ListView, rowsOf } from '../lib/panel/list-view.ts';
import type { Model } from '../lib/panel/model.ts';
import { changeOf, type Since } from '../lib/snapshot/rows/since.ts';
import type { StoredList } from '../lib/snapshot/storage/stored-rows.ts';
import { texts } from '../lib/texts/panel.ts';
import { reportTexts } from '../lib/texts/report.ts';
import { CopyReport } from './CopyReport.tsx';
import { FollowOffer, FrontLine } from './FollowLine.tsx';
import { ListFilters } from './ListFilters.tsx';
import { SinceBefore } from './SinceBefore.tsx';
import css from './SourceList.module.css';
import { SourceRow } from './SourceRow.tsx';
import { ToneIcon } from './ToneBadge.tsx';
import { Trouble } from './Trouble.tsx';

const t = texts.list;

/** From more sources than this on, rows out of sight are not laid out. */
const LONG = 50;

interface Props {
  model: Model;
  list: Extract<StoredList, { state: 'ready' }>;
  format: Format;
}

/** Answers, before any click, whether the dashboards can be trusted, and if not, which part. */
export function SourceList({ model, list, format }: Props) {
  const { view } = model;
  const asOf = Date.parse(list.header.generated_at);
  const isLong = list.entries.length > LONG;
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
      {list.entries.map(
        (entry) =>
          entry.row === null && (
            <Trouble
              key={entry.position}
              title={t.unreadable}
              help={t.unreadableHelp(entry.damage)}
              data={model.data}
              isCard
            />
          ),
      )}
      {model.handover.hasListReport.value && <CopyReport model={model} label={labelOf(model.handover)} />}
      {view.groups.value.map((group) => (
        <ProfileGroup
          key={group.profile.id}
          group={group}
          isLong={isLong}
          since={list.since}
          asOf={asOf}
          format={format}
        />
      ))}
    </>
  );
}

function labelOf({ scope }: Model['handover']): string {
  return scope.value === '' ? reportTexts.copy : reportTexts.copyPart(scope.value);
}

function Answer({ view }: { view: ListView }) {
  const { total, needsAction } = view.summary.value;
  return (
    <div>
      <h1 class={css.answer} tabIndex={-1}>
        {total === 0 ? t.none : t.needAction(needsAction, total)}
      </h1>
      {total > 0 && <p class={css.second}>{t.numbersAffected(view.numbersAffected.value)}</p>}
    </div>
  );
}

interface GroupProps {
  group: Group;
  isLong: boolean;
  since: Since | null;
  asOf: number;
  format: Format;
}

function ProfileGroup({ group, isLong, since, asOf, format }: GroupProps) {
  const id = `profile-${group.profile.id}`;
  const { needsAction, byHealth } = group.summary;
  return (
    <section class={css.group} aria-labelledby={id}>
      <h2 class={css.profile} id={id}>
        <span>{group.profile.name}</span>{' '}
        <span class={css.state}>{t.groupState(needsAction, byHealth.warning)}</span>
      </h2>
      <ul class={isLong ? css.long : undefined}>
        {group.rows.map((row) => (
          <SourceRow key={row.id} row={row} change={changeOf(since, row.id)} asOf={asOf} format={format} />
        ))}
      </ul>
    </section>
  );
}
