import { useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import type { Shortcut } from '../lib/panel/shortcut.ts';
import { texts } from '../lib/texts/panel.ts';
import { troubleTexts } from '../lib/texts/trouble.ts';
import css from './App.module.css';
import { Bar } from './Bar.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { onKey } from './keys.ts';
import { lazy } from './lazy.tsx';
import { Main } from './Main.tsx';
import { openClickedRow } from './row-click.ts';
import { SourceList } from './SourceList.tsx';
import { scrollOf } from './scroll.ts';
import { LoadSampleData, Trouble, TryAgain } from './Trouble.tsx';

const detail = lazy(async () => (await import('./SourceDetail.tsx')).SourceDetail);
const desk = lazy(async () => (await import('./DataDesk.tsx')).DataDesk);
const settings = lazy(async () => (await import('./Settings.tsx')).Settings);

interface Props {
  model: Model;
  format: Format;
  shortcut: Shortcut;
  /** The extension's own version and build, in words. */
  build: string;
}

/** The panel: the bar that is always in sight, and the place the user is in. */
export function App(props: Props) {
  return (
    <ErrorBoundary>
      <Panel {...props} />
    </ErrorBoundary>
  );
}

function Panel({ model, format, shortcut, build }: Props) {
  const inSettings = useSignal(false);
  const openSettings = () => {
    inSettings.value = true;
  };
  // Before the first frame: whoever sees the panel can use its keys.
  useLayoutEffect(() => listen(model, openSettings), [model]);
  useSignalEffect(() => {
    document.title = titleOf(model);
  });
  return (
    <>
      <Bar model={model} format={format} onSettings={openSettings} />
      <Main model={model} isDrawn={() => isDrawn(model)}>
        <ErrorBoundary key={model.place.value.name}>
          <Place model={model} format={format} build={build} />
        </ErrorBoundary>
        <List model={model} format={format} />
      </Main>
      <p class="aside" role="status">
        {model.announcement}
      </p>
      {inSettings.value && (
        <settings.Show
          model={model}
          shortcut={shortcut}
          onClose={() => {
            inSettings.value = false;
          }}
        />
      )}
    </>
  );
}

/** Of the page: where the user is. */
function titleOf({ place, list, source }: Model): string {
  const { name } = place.value;
  if (name === 'data') return texts.title(texts.data.link);
  if (list.value.state !== 'ready') return texts.title('');
  if (name === 'sources') return texts.title(texts.list.title);
  return texts.title(source.value.state === 'ready' ? source.value.source.name : '');
}

/** Every place but the list, or what is shown instead of it. */
function Place({ model, format, build }: Omit<Props, 'shortcut'>) {
  const { state } = model.list.value;
  const t = troubleTexts;
  if (model.place.value.name === 'data') return <desk.Show model={model} build={build} />;
  switch (state) {
    case 'loading':
      return <p class="wait">{texts.loading}</p>;
    case 'unread':
      return (
        <Trouble title={t.unread} help={t.unreadHelp}>
          <TryAgain onClick={model.reload} />
        </Trouble>
      );
    case 'empty':
    case 'newer':
    case 'damaged':
      return (
        <Trouble title={t[state]} help={t[`${state}Help`]}>
          <LoadSampleData data={model.data} label={state === 'empty' ? t.load : t.replaceAll} />
        </Trouble>
      );
    case 'ready':
      return model.place.value.name === 'source' && <detail.Show model={model} format={format} />;
  }
}

/** Built when it is first shown, and only hidden after that: a long list takes long to build, and to take away. */
function List({ model, format }: Pick<Props, 'model' | 'format'>) {
  const list = model.list.value;
  const isHere = model.place.value.name === 'sources';
  const wasShown = useRef(false);
  wasShown.current ||= isHere && list.state === 'ready';
  // The same element, so that to hide it is all that is done to it.
  const content = useMemo(
    () => list.state === 'ready' && <SourceList model={model} list={list} format={format} />,
    [model, list, format],
  );
  return (
    wasShown.current && (
      <div class={css.list} data-place="list" hidden={!isHere}>
        {content}
      </div>
    )
  );
}

/** A heading is there once the place's code is, and a source's once its data was read. */
function isDrawn(model: Model): boolean {
  switch (model.place.value.name) {
    case 'sources':
      return true;
    case 'data':
      return desk.isSettled.value;
    case 'source':
      return detail.isSettled.value && model.source.value.state !== 'loading';
  }
}

/** To the panel's keys, to scrolling, and to files that are dropped. @returns how to stop */
function listen(model: Model, openSettings: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('keydown', (event) => onKey(event, model.preferences.look.peek(), openSettings), {
    signal,
  });
  document.addEventListener('click', openClickedRow, { signal });
  document.addEventListener(
    'scrollend',
    () => {
      if (model.place.value.name === 'sources') model.scrolledList(scrollOf());
    },
    { signal },
  );
  // A file may be dropped anywhere; without this the browser would leave the panel for it.
  document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  document.addEventListener(
    'drop',
    async (event) => {
      event.preventDefault();
      // Taken now: a moment later the browser no longer says which they were.
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      location.hash = addressOf({ name: 'data' });
      const { givenFiles } = await import('./files.ts');
      await model.data.importFiles(givenFiles(files));
    },
    { signal },
  );
  return () => listening.abort();
}
