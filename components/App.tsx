import { effect, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import { TOP } from '../lib/panel/memory.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf, type Place as PlaceName } from '../lib/panel/place.ts';
import type { Shortcut } from '../lib/panel/shortcut.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './App.module.css';
import { Bar } from './Bar.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { keepFocus } from './keep-focus.ts';
import { onKey } from './keys.ts';
import { lazy } from './lazy.tsx';
import { SourceList } from './SourceList.tsx';
import { linkTo, scrollOf, scrollTo } from './scroll.ts';
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
  useEffect(() => listen(model, openSettings), [model]);
  return (
    <>
      <Bar model={model} format={format} onSettings={openSettings} />
      <Main model={model}>
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

/** Every place but the list, or what stands there instead of it. */
function Place({ model, format, build }: Omit<Props, 'shortcut'>) {
  const { state } = model.list.value;
  const t = texts.trouble;
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
      <div class={css.list} hidden={!isHere}>
        {content}
      </div>
    )
  );
}

/** Moves the focus to where the user went. */
function Main({ model, children }: { model: Model; children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(model.place.peek());
  const lastMove = useRef<Move>({ to: model.place.peek(), row: null, focused: document.activeElement });

  // At once, unlike the signal effects below: they wait for the next frame, so that the new place is drawn.
  useEffect(() => effect(() => beginMove(model, lastMove)), [model]);

  useSignalEffect(() => {
    const place = model.place.value;
    if (place === shown.current) return;
    // A heading is there once the place's code is, and a source's once its data was read.
    if (place.name === 'data' && !desk.isSettled.value) return;
    if (place.name === 'source' && !detail.isSettled.value) return;
    if (place.name === 'source' && model.source.value.state === 'loading') return;
    shown.current = place;
    const { row, focused } = lastMove.current;
    if (!hasMovedFrom(focused)) arrive(model, row);
  });

  useSignalEffect(() => {
    const target = model.scrollTarget.value;
    if (target === null) return;
    // Once the list is drawn.
    const frame = requestAnimationFrame(() => {
      if (model.place.peek().name === 'sources') scrollTo(target);
      model.reachedTarget();
    });
    return () => cancelAnimationFrame(frame);
  });

  useEffect(() => (main.current ? keepFocus(main.current) : undefined), []);

  return (
    <main class={css.main} ref={main}>
      {children}
    </main>
  );
}

interface Move {
  to: PlaceName;
  /** Back from a source: the source, whose row takes the focus. */
  row: string | null;
  /** What had the focus before. */
  focused: Element | null;
}

function beginMove(model: Model, last: { current: Move }): void {
  const to = model.place.value;
  const isReturn = to.name === 'sources' && last.current.to.name === 'source';
  const row = isReturn ? model.listPosition.peek().lastSource : null;
  if (row !== null) model.view.buildUpTo(row);
  last.current = { to, row, focused: document.activeElement };
}

/** Whether the user has moved the focus meanwhile. It falls to the body, and from there to the heading, by itself. */
function hasMovedFrom(before: Element | null): boolean {
  const { activeElement, body } = document;
  const isHeading = activeElement?.matches('main h1') ?? false;
  return activeElement !== null && activeElement !== body && activeElement !== before && !isHeading;
}

/** Back from a source to its row, where the user was; anywhere else to the heading. */
function arrive(model: Model, rowId: string | null): void {
  const row = rowId === null ? null : linkTo(rowId);
  scrollTo(row ? model.listPosition.peek().scroll : TOP);
  (row ?? document.querySelector<HTMLElement>('main h1'))?.focus();
}

/** To the panel's keys, to scrolling, and to files that are dropped. @returns how to stop */
function listen(model: Model, openSettings: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('keydown', (event) => onKey(event, model.preferences.look.peek(), openSettings), {
    signal,
  });
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
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      location.hash = addressOf({ name: 'data' });
      await model.data.importText(file.name, async () => (await import('./files.ts')).readSnapshotFile(file));
    },
    { signal },
  );
  return () => listening.abort();
}
