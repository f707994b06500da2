import { useSignal } from '@preact/signals';
import type { Format } from '../lib/panel/format.ts';
import type { Model } from '../lib/panel/model.ts';
import { platformName } from '../lib/platforms.ts';
import type { Review, SourceState } from '../lib/report/review.ts';
import { changeOf } from '../lib/snapshot/rows/since.ts';
import { bucketOf } from '../lib/status/bucket.ts';
import type { ActionId } from '../lib/status/vocabulary.ts';
import { texts } from '../lib/texts/panel.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { troubleTexts } from '../lib/texts/trouble.ts';
import { Accounts } from './Accounts.tsx';
import { Actions, buttonId } from './Actions.tsx';
import { CopyReport } from './CopyReport.tsx';
import { DataQuality } from './DataQuality.tsx';
import { Health } from './Health.tsx';
import { PlatformMark } from './PlatformMark.tsx';
import css from './SourceDetail.module.css';
import { Streams } from './Streams.tsx';
import { SyncHistory } from './SyncHistory.tsx';
import { TechnicalStatus } from './TechnicalStatus.tsx';
import { type Tone, ToneBadge } from './ToneBadge.tsx';
import { LoadSampleData, Trouble, TryAgain } from './Trouble.tsx';

const t = sourceTexts;

interface Props {
  model: Model;
  format: Format;
}

/** Everything about one source, with the sections in the order of the first fixture. */
export function SourceDetail({ model, format }: Props) {
  const read = model.source.value;
  switch (read.state) {
    case 'loading':
      return <p class="wait">{texts.loading}</p>;
    case 'unreadable':
      return (
        <Trouble title={t.unreadable} help={t.unreadableHelp}>
          <TryAgain onClick={model.reload} />
          <LoadSampleData data={model.data} label={troubleTexts.replaceAll} />
        </Trouble>
      );
    case 'unread':
      return (
        <Trouble title={t.unread} help={troubleTexts.unreadHelp}>
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
      <Heading model={model} read={read} />
      <div class={css.sections}>
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
        <div class={css.wide}>
          <Actions actions={actions} sourceName={source.name} open={openAction} onShow={showAction} />
        </div>
        <div class={css.wide}>
          <DataQuality entries={source.data_quality} format={format} />
        </div>
        <div class={css.wide}>
          <SyncHistory runs={source.sync_history} platform={source.platform} asOf={asOf} format={format} />
        </div>
        {source.streams !== undefined && (
          <Streams streams={source.streams} platform={source.platform} asOf={asOf} format={format} />
        )}
        <div class={source.streams === undefined ? css.wide : undefined}>
          <Accounts accounts={source.accounts} format={format} />
        </div>
      </div>
    </>
  );
}

function Heading({ model, read }: { model: Model; read: ReadyState }) {
  const { source, profile, assessment, header } = read;
  const platform = platformName(source.platform);
  const health = bucketOf(assessment);
  return (
    <div class={css.heading}>
      <div class={css.title}>
        <PlatformMark platform={source.platform} />
        <div>
          <div class={css.nameLine}>
            <h1 class={css.name} tabIndex={-1}>
              <bdi>{source.name}</bdi>
            </h1>
            <ToneBadge tone={health} word={texts.health[health]} />
          </div>
          <p class={css.connection}>
            <bdi class={css.quiet}>{platform}</bdi> <Connection source={source} />
            {assessment.activity !== 'idle' && (
              <ToneBadge tone="pending" word={texts.activity[assessment.activity]} />
            )}
          </p>
          <p class={css.quiet} dir="ltr">
            {t.profile} <bdi>{profile?.name ?? t.notKnown}</bdi> · <bdi>{platform}</bdi>
          </p>
        </div>
      </div>
      {header.notice !== undefined && (
        <p class={css.notice} dir="ltr">
          {header.mock && <strong>{t.mockData}</strong>} <bdi>{header.notice}</bdi>
        </p>
      )}
      <CopyReport model={model} label={t.copyReport} />
    </div>
  );
}

/** Neutral unless something is wrong. */
function Connection({ source: { connection, enabled } }: Pick<Review, 'source'>) {
  const known = t.connection.get(connection) ?? connection;
  const word = enabled ? known : `${known} (${texts.disabled})`;
  if (connection === 'connected') return <span class={css.connected}>{word}</span>;
  return <ToneBadge tone={CONNECTION_TONES.get(connection) ?? 'unknown'} word={word} />;
}

const CONNECTION_TONES: ReadonlyMap<string, Tone> = new Map([
  ['pending', 'pending'],
  ['needs_setup', 'pending'],
  ['expired', 'warning'],
  ['revoked', 'warning'],
  ['permission_lost', 'warning'],
  ['disconnected', 'warning'],
]);
