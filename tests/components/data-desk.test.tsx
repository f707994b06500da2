import { Blob as RealBlob } from 'node:buffer';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import type { Scenario } from '../../lib/panel/data.ts';
import { importSnapshot, MOST_BYTES } from '../../lib/snapshot/import.ts';
import { aTimer } from '../timer.ts';
import { openPanel, textOf } from './panel.tsx';

const scenario = (id: string, title: string, code?: string): Scenario => ({
  id,
  title,
  shows: `Shows ${id}.`,
  ...(code !== undefined && { code }),
  load: async () => aSnapshot({ sources: [aSource({ id: 'a', name: title }), aSource({ id: 'b' })] }),
});
const scenarios = [
  scenario('plain', 'Plain'),
  scenario('late', 'Late', 'data_late'),
  scenario('wide', 'Wide'),
];

const stored = aSnapshot({ sources: [aSource({ name: 'Before' })] });
const team = aSnapshot({ sources: ['x', 'y', 'z'].map((id) => aSource({ id })) });

async function openData(hash = '#/data') {
  const panel = await openPanel({ stored, hash, scenarios });
  if (hash === '#/data') await screen.findByRole('region', { name: /^Start here/ });
  return panel;
}
const fileOf = (content: unknown, name = 'team.json') => new File([JSON.stringify(content)], name);
const choose = (file: File) =>
  fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } });
const status = () => textOf(screen.getByRole('status'));
const said = (words: string) => waitFor(() => expect(status()).toContain(words));
/** @returns whether the browser's own way with it was prevented */
function drag(type: 'dragover' | 'drop', files: readonly File[]): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  return !document.body.dispatchEvent(Object.assign(event, { dataTransfer: { files } }));
}
const region = (name: RegExp) => within(screen.getByRole('region', { name }));

let saved: { name: string; blob: Blob }[];

beforeEach(() => {
  saved = [];
  let last: Blob = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) last = blob;
    return 'blob:file';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: last });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the scenarios', () => {
  it('stand in three groups, each with its name, its code and what it shows', async () => {
    await openData();
    expect(textOf(region(/^Start here/).getByRole('list'))).toBe('Plain Shows plain. Load');
    expect(textOf(region(/^One per rule/).getByRole('list'))).toBe('Late data_late Shows late. Load');
    expect(textOf(region(/^States/).getByRole('list'))).toBe('Wide Shows wide. Load');
  });

  it('load at a press, and say beside it what it did', async () => {
    const { store } = await openData();
    fireEvent.click(region(/^One per rule/).getByRole('button', { name: 'Load' }));
    await said('Loaded “Late”: 2 sources in 1 Profile.');
    expect(textOf(region(/^One per rule/).getByRole('listitem'))).toContain(
      'Loaded “Late”: 2 sources in 1 Profile. Undo Show the sources',
    );
    expect((await store.readAll())?.snapshot.sources[0]?.name).toBe('Late');
  });
});

describe('importing', () => {
  it('takes a file, which can then be chosen again', async () => {
    const { store } = await openData();
    choose(fileOf(team));
    await said('Imported “team.json”: 3 sources in 1 Profile.');
    expect((await store.readAll())?.snapshot).toEqual(team);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Choose a file').value).toBe(''));
  });

  it('takes a text that is pasted', async () => {
    const { store } = await openData();
    const clipboardData = { getData: () => JSON.stringify(team) };
    fireEvent.paste(screen.getByLabelText('Paste the text'), { clipboardData });
    await said('Imported “the pasted text”: 3 sources in 1 Profile.');
    expect((await store.readAll())?.snapshot).toEqual(team);
  });

  it('takes a file that is dropped on any place, and goes where that is told', async () => {
    const { store, model } = await openData('#/');
    addEventListener('hashchange', () => model.goTo(location.hash), { once: true });
    expect(drag('drop', [fileOf(team)])).toBe(true);
    await said('Imported “team.json”');
    expect((await store.readAll())?.snapshot).toEqual(team);
    await waitFor(() => expect(textOf(region(/^Import/).getByText(/^Imported/))).toContain('team.json'));
  });

  it('never lets the browser open what is dragged over the panel', async () => {
    await openData('#/');
    expect(drag('dragover', [])).toBe(true);
    expect(drag('drop', [])).toBe(true);
    expect(status()).toBe('');
  });

  it('tells a refusal with every path and its words, and changes nothing', async () => {
    const { area } = await openData();
    const before = area.contents();
    choose(fileOf({ ...team, mock: false, sources: [{ ...aSource(), name: '' }] }));
    await said('“team.json” was refused. Nothing was changed.');
    const problems = region(/^Import/)
      .getAllByRole('listitem')
      .map(textOf);
    expect(problems).toEqual([
      'mock must be true: only mock data is taken',
      'sources[0].name must not be empty',
    ]);
    expect(area.contents()).toEqual(before);
  });

  it('says that a list of twenty problems may go on', async () => {
    await openData();
    const sources = Array.from({ length: 30 }, (_, at) => ({ ...aSource(), id: `${at}`, name: '' }));
    choose(fileOf({ ...team, sources }));
    await said('refused');
    expect(region(/^Import/).getAllByRole('listitem')).toHaveLength(21);
    expect(region(/^Import/).getByText(/^These are the first 20/)).toBeTruthy();
  });

  it('tells what is wrong with the whole text without a path', async () => {
    await openData();
    choose(new File(['{'], 'half.json'));
    await said('refused');
    expect(textOf(region(/^Import/).getByRole('listitem'))).toBe('The whole text is not valid JSON');
  });

  it.each([
    ['without', ''],
    ['with', '\ufeff'],
  ])('refuses a file that is too large for being too large, %s a byte order mark', async (_, mark) => {
    await openData();
    // Drops the mark when it is read as text, as browsers do.
    const real = new RealBlob([mark, ' '.repeat(MOST_BYTES + 1)]);
    const file = new File([], 'large.json');
    file.slice = (from, to) => Object.assign(new Blob(), { text: () => real.slice(from, to).text() });
    choose(file);
    await said('refused');
    expect(textOf(region(/^Import/).getByRole('listitem'))).toContain('is larger than 8 MiB');
  });

  it('says so when what was dropped cannot be read', async () => {
    const { area } = await openData();
    const before = area.contents();
    const folder = new File([], 'folder');
    folder.slice = () => Object.assign(new Blob(), { text: () => Promise.reject(new Error('NotReadable')) });
    drag('drop', [folder]);
    await said('“folder” cannot be read as a file. Nothing was changed.');
    expect(area.contents()).toEqual(before);
  });

  it('is announced by its outcome, and by nothing else', async () => {
    const { model } = await openData('#/');
    const said: string[] = [];
    const stop = model.announcement.subscribe((words) => said.push(words.trim()));
    await model.data.importText('team.json', async () =>
      JSON.stringify(aSnapshot({ sources: [aSource({ id: 'x', connection: 'revoked' })] })),
    );
    await waitFor(() => expect(said.at(-1)).toContain('Imported “team.json”'));
    await model.reload();
    stop();
    expect(said.filter((words) => words !== '')).toEqual(['Imported “team.json”: 1 source in 1 Profile.']);
  });

  it('has a second file wait, in words, while the first is being read', async () => {
    const { model } = await openData();
    const text = Promise.withResolvers<string>();
    const first = model.data.importText('first.json', () => text.promise);
    choose(fileOf(team, 'second.json'));
    await said('The panel is still busy with what you asked for before.');
    expect(textOf(region(/^Import/).getByText(/One moment/))).toContain(
      'Wait until it is done, then try again.',
    );
    text.resolve(JSON.stringify(stored));
    await first;
    await said('Imported “first.json”');
    expect(textOf()).not.toContain('still busy');
  });

  it('says so when the browser never answers, and goes on', async () => {
    const timer = aTimer();
    const { model, area } = await openPanel({ stored, hash: '#/data', scenarios, startTimer: timer.start });
    await screen.findByRole('region', { name: /^Start here/ });
    area.set = () => new Promise(() => {});
    choose(fileOf(team));
    await waitFor(() => expect(area.calls.get).toBeGreaterThan(0));
    await vi.dynamicImportSettled();
    await waitFor(() => {
      timer.pass();
      expect(status()).toContain('The browser does not answer.');
    });
    expect(model.data.busy.value).toBe(false);
  });

  it('says so when it does not fit', async () => {
    const { area } = await openData();
    area.refuse = true;
    choose(fileOf(team));
    await said('It does not fit into the extension’s storage. Nothing was changed.');
  });
});

describe('taking back', () => {
  it('puts the snapshot from before back, and keeps the focus where the button was', async () => {
    const { area } = await openData();
    const before = area.contents();
    choose(fileOf(team));
    await said('Imported');
    const undo = screen.getByRole('button', { name: 'Undo' });
    undo.focus();
    fireEvent.click(undo);
    await said('“team.json” is taken back: the snapshot from before is there again.');
    expect(area.contents()).toEqual(before);
    await waitFor(() =>
      expect(textOf(document.activeElement ?? undefined)).toMatch(/^“team.json” is taken back/),
    );
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });

  it('is still offered, by name, after a refusal', async () => {
    const { area } = await openData();
    const before = area.contents();
    choose(fileOf(team));
    await said('Imported');
    choose(fileOf({}, 'other.json'));
    await said('refused');
    fireEvent.click(screen.getByRole('button', { name: 'Undo “team.json”' }));
    await said('taken back');
    expect(area.contents()).toEqual(before);
  });
});

describe('exporting and resetting', () => {
  it('saves a file that imports again to the same', async () => {
    await openData();
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await said('Exported 1 source in 1 Profile as “source-status-2026-11-20-0800.json”.');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('source-status-2026-11-20-0800.json');
    const again = importSnapshot((await saved[0]?.blob.text()) ?? '');
    expect(again.ok && again.snapshot).toEqual(stored);
  });

  it('saves nothing, and says so, where nothing can be read', async () => {
    await openPanel({ hash: '#/data', scenarios });
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await said('There is no snapshot that could be exported.');
    expect(saved).toEqual([]);
  });

  it('goes back to what a fresh panel shows', async () => {
    await openData();
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await said('Reset to “Plain”: 2 sources in 1 Profile.');
  });
});

describe('the Data place itself', () => {
  it.each([
    ['{"layout":9}', /A newer version of this extension stored this snapshot/],
    ['{', /The stored snapshot cannot be read/],
  ])('says what is stored that it cannot show, before it is replaced: %s', async (header, words) => {
    const { area, model } = await openData();
    expect(screen.queryByText(words)).toBeNull();
    area.items.set('snapshot', header);
    await model.reload();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(area.items.get('snapshot')).toBe(header);
  });

  it('is walked by key in the order in which it is read', async () => {
    await openData();
    choose(fileOf(team));
    await said('Imported');
    const stops = [...document.querySelectorAll('main :is(a, button, input, textarea)')];
    expect(
      stops.map((stop) => (stop.getAttribute('type') === 'file' ? 'file' : textOf(stop) || stop.tagName)),
    ).toEqual([
      'file',
      'TEXTAREA',
      'Undo',
      'Show the sources',
      'Export',
      'Reset',
      'Load',
      'Load',
      'Load',
      'Follow my ads console',
    ]);
    expect(stops.every((stop) => stop.getAttribute('tabindex') === null)).toBe(true);
  });

  it('tells the version and the build', async () => {
    await openData();
    expect(textOf(region(/^About/).getByText(/Version/))).toBe('Version 0.1.0 (test)');
  });
});
