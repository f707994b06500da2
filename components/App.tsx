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

/** The panel: the bar, which is always visible, and the current place. */
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
  // Before the first frame, so that the keys work as soon as the panel is visible.
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

/** The page's title: where the user is. */
function titleOf({ place, list, source }: Model): string {
  const { name } = place.value;
  if (name === 'data') return texts.title(texts.data.link);
  if (list.value.state !== 'ready') return texts.title('');
  if (name === 'sources') return texts.title(texts.list.title);
  return texts.title(source.value.state === 'ready' ? source.value.source.name : '');
}

/** Every place but the list, or what is shown instead of the list. */
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

/** Built when first shown and only hidden after that, because building or removing a long list takes long. */
function List({ model, format }: Pick<Props, 'model' | 'format'>) {
  const list = model.list.value;
  const isHere = model.place.value.name === 'sources';
  const wasShown = useRef(false);
  wasShown.current ||= isHere && list.state === 'ready';
  // Memoised, so that hiding the list doesn't draw it again.
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

/** A place has its heading once its code is loaded; a source also needs its data. */
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

/** Listens to keys, scrolling and dropped files. @returns a function that stops it */
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
  // A file may be dropped anywhere. Without this the browser would open it in place of the panel.
  document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  document.addEventListener(
    'drop',
    async (event) => {
      event.preventDefault();
      // Read before the first await: the browser empties the list after that.
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
