import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Format } from '../lib/format.ts';
import type { Model } from '../lib/model.ts';
import { addressOf } from '../lib/place.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './App.module.css';
import { Bar } from './Bar.tsx';
import { keepFocus } from './keep-focus.ts';
import { onKey } from './keys.ts';
import { later } from './later.tsx';
import { SourceList } from './SourceList.tsx';
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

function Place({ model, format }: Props) {
  const list = model.list.value;
  if (model.place.value.name === 'data') return <desk.Show model={model} />;
  switch (list.state) {
    case 'loading':
      return <p class="wait">{texts.loading}</p>;
    case 'empty':
    case 'newer':
    case 'damaged':
      return (
        <Trouble
          title={texts.trouble[list.state]}
          help={texts.trouble[`${list.state}Help`]}
          data={model.data}
        />
      );
    case 'ready':
      return model.place.value.name === 'source' ? (
        <detail.Show model={model} format={format} />
      ) : (
        <SourceList model={model} list={list} format={format} />
      );
  }
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
    if (place.name === 'sources' && cameFromSource) model.view.buildAllRows();
    queueMicrotask(() => arrive(main.current, model, place.name === 'sources' && cameFromSource));
  });

  useSignalEffect(() => {
    const top = model.scrollTarget.value;
    if (top === null) return;
    // Once the list is drawn.
    const frame = requestAnimationFrame(() => {
      if (model.place.peek().name === 'sources') window.scrollTo({ top, behavior: 'instant' });
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
function arrive(main: HTMLElement | null, model: Model, isReturn: boolean): void {
  const { scroll, lastSource } = model.listPosition.value;
  const row =
    isReturn &&
    lastSource !== null &&
    main?.querySelector<HTMLElement>(
      `a[href="${CSS.escape(addressOf({ name: 'source', id: lastSource }))}"]`,
    );
  window.scrollTo({ top: row ? scroll : 0, behavior: 'instant' });
  (row || main?.querySelector('h1'))?.focus();
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
      if (model.place.value.name === 'sources') model.scrolledList(window.scrollY);
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
