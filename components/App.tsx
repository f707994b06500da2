import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import { TOP } from '../lib/panel/memory.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './App.module.css';
import { Bar } from './Bar.tsx';
import { keepFocus } from './keep-focus.ts';
import { onKey } from './keys.ts';
import { later } from './later.tsx';
import { SourceList } from './SourceList.tsx';
import { linkTo, scrollOf, scrollTo } from './scroll.ts';
import { Trouble } from './Trouble.tsx';

const detail = later(async () => (await import('./SourceDetail.tsx')).SourceDetail);
const desk = later(async () => (await import('./DataDesk.tsx')).DataDesk);
const settings = later(async () => (await import('./Settings.tsx')).Settings);

interface Props {
  model: Model;
  format: Format;
}

/** The panel: the bar that is always in sight, and the place the reader is in. */
export function App({ model, format }: Props) {
  const inSettings = useSignal(false);
  const openSettings = () => {
    inSettings.value = true;
  };
  useEffect(() => listen(model, openSettings), [model]);
  return (
    <>
      <Bar model={model} format={format} onSettings={openSettings} />
      <Main model={model}>
        <Place model={model} format={format} />
        <List model={model} format={format} />
      </Main>
      <p class="aside" role="status">
        {model.announcement}
      </p>
      {inSettings.value && (
        <settings.Show
          model={model}
          onClose={() => {
            inSettings.value = false;
          }}
        />
      )}
    </>
  );
}

/** Every place but the list, or what stands there instead of it. */
function Place({ model, format }: Props) {
  const { state } = model.list.value;
  if (model.place.value.name === 'data') return <desk.Show model={model} />;
  switch (state) {
    case 'loading':
      return <p class="wait">{texts.loading}</p>;
    case 'empty':
    case 'newer':
    case 'damaged':
      return <Trouble title={texts.trouble[state]} help={texts.trouble[`${state}Help`]} data={model.data} />;
    case 'ready':
      return model.place.value.name === 'source' && <detail.Show model={model} format={format} />;
  }
}

/** Built when it is first shown, and only hidden after that: a long list takes long to build, and to take away. */
function List({ model, format }: Props) {
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

/** Moves the focus to where the reader went. */
function Main({ model, children }: { model: Model; children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(model.place.peek());

  useSignalEffect(() => {
    const place = model.place.value;
    if (place === shown.current) return;
    // A heading is there once the place's code is, and a source's once its data was read.
    if (place.name === 'data' && !desk.isLoaded.value) return;
    if (place.name === 'source' && (!detail.isLoaded.value || model.source.value.state === 'loading')) return;
    const cameFromSource = shown.current.name === 'source';
    shown.current = place;
    const isReturn = place.name === 'sources' && cameFromSource;
    if (isReturn) model.view.buildAllRows();
    queueMicrotask(() => arrive(model, isReturn));
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

/** Back from a source to its row, where the reader was; anywhere else to the heading. */
function arrive(model: Model, isReturn: boolean): void {
  const { scroll, lastSource } = model.listPosition.value;
  const row = isReturn && lastSource !== null ? linkTo(lastSource) : null;
  scrollTo(row ? scroll : TOP);
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
      const { readSnapshotFile } = await import('./files.ts');
      await model.data.importText(file.name, () => readSnapshotFile(file));
    },
    { signal },
  );
  return () => listening.abort();
}
