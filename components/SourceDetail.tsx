import { useSignal } from '@preact/signals';
import type { Format } from '../lib/panel/format.ts';
import type { Model } from '../lib/panel/model.ts';
import { platformName } from '../lib/platforms.ts';
import type { SourceState } from '../lib/report/review.ts';
import { changeOf } from '../lib/snapshot/rows/since.ts';
import type { ActionId } from '../lib/status/vocabulary.ts';
import { texts } from '../lib/texts/panel.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { Accounts } from './Accounts.tsx';
import { Actions, buttonId } from './Actions.tsx';
import { CopyReport } from './CopyReport.tsx';
import { DataQuality } from './DataQuality.tsx';
import { Health } from './Health.tsx';
import { PlatformMark } from './PlatformMark.tsx';
import css from './SourceDetail.module.css';
import { SyncHistory } from './SyncHistory.tsx';
import { TechnicalStatus } from './TechnicalStatus.tsx';
import { ToneBadge } from './ToneBadge.tsx';
import { LoadSampleData, Trouble, TryAgain } from './Trouble.tsx';

const t = sourceTexts;

interface Props {
  model: Model;
  format: Format;
}

/** All there is to know of one source, the sections in the order of the first fixture. */
export function SourceDetail({ model, format }: Props) {
  const read = model.source.value;
  switch (read.state) {
    case 'loading':
      return <p class="wait">{texts.loading}</p>;
    case 'unreadable':
      return (
        <Trouble title={t.unreadable} help={t.unreadableHelp}>
          <TryAgain onClick={model.reload} />
          <LoadSampleData data={model.data} label={texts.trouble.replaceAll} />
        </Trouble>
      );
    case 'unread':
      return (
        <Trouble title={t.unread} help={texts.trouble.unreadHelp}>
          <TryAgain onClick={model.reload} />
        </Trouble>
      );
    case 'ready':
      return <Ready key={read.source.id} model={model} format={format} read={read} />;
  }
}

type ReadyState = Extract<SourceState, { state: 'ready' }>;

function Ready({ model, format, read }: Props & { read: ReadyState }) {
  const openAction = useSignal<ActionId | null>(null);
  const { source, header, assessment, actions } = read;
  const asOf = Date.parse(header.generated_at);
  const list = model.list.value;
  const since = list.state === 'ready' ? list.since : null;

  function showAction(id: ActionId) {
    openAction.value = id;
    document.getElementById(buttonId(id))?.focus();
  }

  return (
    <>
      <Heading model={model} read={read} notice={header.notice} />
      <Health
        model={model}
        source={source}
        assessment={assessment}
        actions={actions}
        newCodes={changeOf(since, source.id)?.codes ?? []}
        asOf={asOf}
        format={format}
        onShow={showAction}
      />
      <TechnicalStatus source={source} assessment={assessment} format={format} />
      <Actions actions={actions} sourceName={source.name} open={openAction} onShow={showAction} />
      <DataQuality entries={source.data_quality} format={format} />
      <SyncHistory runs={source.sync_history} platform={source.platform} asOf={asOf} format={format} />
      <Accounts accounts={source.accounts ?? []} format={format} />
    </>
  );
}

interface HeadingProps {
  model: Model;
  read: ReadyState;
  notice: string | undefined;
}

function Heading({ model, read: { source, profile, assessment }, notice }: HeadingProps) {
  const platform = platformName(source.platform);
  const connection = t.connection.get(source.connection) ?? source.connection;
  return (
    <div class={css.heading}>
      <div class={css.title}>
        <PlatformMark platform={source.platform} />
        <div>
          <h1 class={css.name} tabIndex={-1}>
            <bdi>{source.name}</bdi>
          </h1>
          <p class={css.connection}>
            <bdi class={css.quiet}>{platform}</bdi>{' '}
            <ToneBadge
              tone={source.connection === 'connected' ? (source.enabled ? 'healthy' : 'off') : 'warning'}
              word={source.enabled ? connection : `${connection} (${texts.disabled})`}
            />
            {assessment.activity !== 'idle' && (
              <ToneBadge tone="pending" word={texts.activity[assessment.activity]} />
            )}
          </p>
          <p class={css.quiet}>
            {t.profile} <bdi>{profile?.name ?? source.profile_id}</bdi> · <bdi>{platform}</bdi>
          </p>
        </div>
      </div>
      {notice !== undefined && (
        <p class={css.notice}>
          <strong>{t.mockData}</strong> <bdi>{notice}</bdi>
        </p>
      )}
      <CopyReport model={model} label={t.copyReport} />
    </div>
  );
}
