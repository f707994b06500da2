import { Blob as RealBlob } from 'node:buffer';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import type { Scenario } from '../../lib/panel/data.ts';
import { importSnapshot, MOST_BYTES } from '../../lib/snapshot/import.ts';
import { given } from '../given-file.ts';
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
  if (hash === '#/data') await screen.findByRole('region', { name: /^Scenarios/ });
  return panel;
}
const fileOf = (content: unknown, name = 'team.json') => new File([JSON.stringify(content)], name);
const choose = (file: File) =>
  fireEvent.change(screen.getByLabelText('Choose files'), { target: { files: [file] } });
const status = () => textOf(screen.getByRole('status'));
const said = (words: string) => waitFor(() => expect(status()).toContain(words));
/** @returns whether the browser's own handling was prevented */
function drag(type: 'dragover' | 'drop', files: readonly File[]): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  return !document.body.dispatchEvent(Object.assign(event, { dataTransfer: { files } }));
}
/** A group of scenarios. */
const group = (name: RegExp) => {
  const details = screen.getByRole('heading', { name }).closest('details');
  if (details === null) throw new Error(`No group ${name}`);
  return { ...within(details), isOpen: () => details.open };
};
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

describe('the scenarios', () => {
  it('form three groups, each scenario with its name, its code and what it shows', async () => {
    await openData();
    expect(textOf(group(/^Start here/).getByRole('list'))).toBe('Plain Shows plain. Load Plain');
    expect(textOf(group(/^One per rule/).getByRole('list'))).toBe('Late data_late Shows late. Load Late');
    expect(textOf(group(/^States/).getByRole('list'))).toBe('Wide Shows wide. Load Wide');
  });

  it('are one click away, the first group open, and stay as the user left them', async () => {
    const { model } = await openData();
    const open = () => [/^Start here/, /^One per rule/, /^States/].map((name) => group(name).isOpen());
    expect(open()).toEqual([true, false, false]);
    for (const name of ['Start here', 'One per rule']) {
      const details = screen.getByRole('heading', { name: new RegExp(`^${name}`) }).closest('details');
      if (details) details.open = !details.open;
    }
    await waitFor(() => expect(model.unfolded.value).toHaveLength(2));
    model.goTo('#/');
    model.goTo('#/data');
    await screen.findByRole('region', { name: /^Scenarios/ });
    expect(open()).toEqual([false, true, false]);
  });

  it('are found by any words of their description, in every group', async () => {
    await openData();
    const search = screen.getByRole('searchbox', { name: 'Search scenarios' });
    fireEvent.input(search, { target: { value: 'SHOWS data_late' } });
    await screen.findByText('1 of 3 scenarios');
    expect(screen.getAllByRole('button', { name: /^Load/ }).map(textOf)).toEqual(['Load Late']);
    expect(group(/^One per rule/).isOpen()).toBe(true);
    fireEvent.input(search, { target: { value: 'nothing like it' } });
    await screen.findByText('0 of 3 scenarios');
    fireEvent.keyDown(search, { key: 'Escape' });
    await waitFor(() => expect(screen.getAllByRole('button', { name: /^Load/ })).toHaveLength(3));
    expect(group(/^One per rule/).isOpen()).toBe(false);
    expect(location.hash).toBe('#/data');
    fireEvent.keyDown(search, { key: 'Escape' });
    expect(location.hash).toBe('#/');
  });

  it('load on a click, with the outcome beside the button', async () => {
    const { store } = await openData();
    fireEvent.click(screen.getByRole('button', { name: 'Load Late', description: 'Shows late.' }));
    await said('Loaded “Late”: 2 sources in 1 Profile.');
    expect(textOf(group(/^One per rule/).getByRole('listitem'))).toContain(
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
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Choose files').value).toBe(''));
  });

  it('takes a pasted text', async () => {
    const { store } = await openData();
    const clipboardData = { getData: () => JSON.stringify(team) };
    fireEvent.paste(screen.getByLabelText('Paste or type the text'), { clipboardData });
    await said('Imported “Pasted text”: 3 sources in 1 Profile.');
    expect((await store.readAll())?.snapshot).toEqual(team);
  });

  it('takes a typed text, and keeps it if it is refused', async () => {
    const { store } = await openData();
    const field = screen.getByLabelText<HTMLTextAreaElement>('Paste or type the text');
    const importTyped = () => fireEvent.click(screen.getByRole('button', { name: 'Import the typed text' }));
    expect(screen.queryByRole('button', { name: /typed/ })).toBeNull();
    fireEvent.input(field, { target: { value: '{' } });
    importTyped();
    await said('“Typed text” was refused. Nothing was changed.');
    expect(field.value).toBe('{');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(location.hash).toBe('#/data');
    // Text pasted into it becomes part of it.
    expect(fireEvent.paste(field, { clipboardData: { getData: () => '}' } })).toBe(true);
    fireEvent.input(field, { target: { value: JSON.stringify(team) } });
    importTyped();
    await said('Imported “Typed text”: 3 sources in 1 Profile.');
    expect((await store.readAll())?.snapshot).toEqual(team);
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('shows the outcome above the fields', async () => {
    await openData();
    choose(fileOf({}));
    await said('refused');
    const outcome = region(/^Import/).getByText(/was refused/);
    const follows = outcome.compareDocumentPosition(screen.getByLabelText('Choose files'));
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('asks the user to wait if the first import is still running', async () => {
    const { area } = await openData();
    const writing = Promise.withResolvers<void>();
    const set = area.set.bind(area);
    area.set = async (items) => {
      await writing.promise;
      return set(items);
    };
    choose(fileOf(team));
    choose(fileOf(team, 'second.json'));
    await said('still busy');
    expect(region(/^Import/).getByText(/still busy/)).toBeTruthy();
    writing.resolve();
    await said('Imported “team.json”');
    expect(region(/^Import/).queryByText(/still busy/)).toBeNull();
  });

  it('takes a file dropped on any place, and goes to where the outcome is shown', async () => {
    const { store, model } = await openData('#/');
    addEventListener('hashchange', () => model.goTo(location.hash), { once: true });
    expect(drag('drop', [fileOf(team)])).toBe(true);
    await said('Imported “team.json”');
    expect((await store.readAll())?.snapshot).toEqual(team);
    await waitFor(() => expect(textOf(region(/^Import/).getByText(/^Imported/))).toContain('team.json'));
  });

  it('never lets the browser open a file dragged over the panel', async () => {
    await openData('#/');
    expect(drag('dragover', [])).toBe(true);
    expect(drag('drop', [])).toBe(true);
    expect(status()).toBe('');
  });

  it('shows every path and problem of a refused import, and changes nothing', async () => {
    const { area } = await openData();
    const before = area.contents();
    choose(fileOf({ ...team, mock: 1, sources: [{ ...aSource(), name: '' }] }));
    await said('“team.json” was refused. Nothing was changed.');
    const problems = region(/^Import/)
      .getAllByRole('listitem')
      .map(textOf);
    expect(problems).toEqual([
      'mock must be true or false, is a number',
      'sources[0].name must not be empty',
    ]);
    expect(area.contents()).toEqual(before);
  });

  it('says that after twenty problems there may be more', async () => {
    await openData();
    const sources = Array.from({ length: 30 }, (_, at) => ({ ...aSource(), id: `${at}`, name: '' }));
    choose(fileOf({ ...team, sources }));
    await said('refused');
    expect(region(/^Import/).getAllByRole('listitem')).toHaveLength(21);
    expect(region(/^Import/).getByText(/^These are the first 20/)).toBeTruthy();
  });

  it('says which file is wrong, and how', async () => {
    await openData();
    choose(new File(['{'], 'half.json'));
    await said('refused');
    expect(textOf(region(/^Import/).getByRole('listitem'))).toMatch(
      /^half\.json ends in the middle of its JSON/,
    );
  });

  it.each([
    ['without', ''],
    ['with', '\ufeff'],
  ])('says of a file that is too large that it is, %s a byte order mark', async (_, mark) => {
    await openData();
    // Reading it as text drops the mark, as in browsers.
    const real = new RealBlob([mark, ' '.repeat(MOST_BYTES + 1)]);
    const file = new File([], 'large.json');
    file.slice = (from, to) => Object.assign(new Blob(), { text: () => real.slice(from, to).text() });
    choose(file);
    await said('refused');
    expect(textOf(region(/^Import/).getByRole('listitem'))).toContain('is larger than 8 MiB');
  });

  it('says so when a dropped file cannot be read', async () => {
    const { area } = await openData();
    const before = area.contents();
    const folder = new File([], 'folder');
    folder.slice = () => Object.assign(new Blob(), { text: () => Promise.reject(new Error('NotReadable')) });
    drag('drop', [folder]);
    await said('“folder” cannot be read as a file. Nothing was changed.');
    expect(area.contents()).toEqual(before);
  });

  it('announces only its outcome', async () => {
    const { model } = await openData('#/');
    const said: string[] = [];
    const stop = model.announcement.subscribe((words) => said.push(words.trim()));
    await model.data.importFiles(
      given('team.json', async () =>
        JSON.stringify(aSnapshot({ sources: [aSource({ id: 'x', connection: 'revoked' })] })),
      ),
    );
    await waitFor(() => expect(said.at(-1)).toContain('Imported “team.json”'));
    await model.reload();
    stop();
    expect(said.filter((words) => words !== '')).toEqual(['Imported “team.json”: 1 source in 1 Profile.']);
  });

  it('says that a second file must wait while the first is being read', async () => {
    const { model } = await openData();
    const text = Promise.withResolvers<string>();
    const first = model.data.importFiles(given('first.json', () => text.promise));
    choose(fileOf(team, 'second.json'));
    await said('The panel is still busy with the last change.');
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
    await screen.findByRole('region', { name: /^Scenarios/ });
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

describe('undo', () => {
  it('restores the previous snapshot, and keeps the focus where the button was', async () => {
    const { area } = await openData();
    const before = area.contents();
    choose(fileOf(team));
    await said('Imported');
    const undo = screen.getByRole('button', { name: 'Undo' });
    undo.focus();
    fireEvent.click(undo);
    await said('Undone. The previous snapshot is back.');
    expect(area.contents()).toEqual(before);
    await waitFor(() => expect(textOf(document.activeElement ?? undefined)).toMatch(/^Undone\./));
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });

  it('is still offered, by name, after a refused import', async () => {
    const { area } = await openData();
    const before = area.contents();
    choose(fileOf(team));
    await said('Imported');
    choose(fileOf({}, 'other.json'));
    await said('refused');
    fireEvent.click(screen.getByRole('button', { name: 'Undo “team.json”' }));
    await said('Undone.');
    expect(area.contents()).toEqual(before);
  });
});

describe('exporting and resetting', () => {
  it('saves a file that imports back to the same snapshot', async () => {
    await openData();
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await said('Exported 1 source in 1 Profile as “source-status-2026-11-20-0800.json”.');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('source-status-2026-11-20-0800.json');
    const again = importSnapshot((await saved[0]?.blob.text()) ?? '');
    expect(again.ok && again.snapshot).toEqual(stored);
  });

  it('saves nothing, and says so, if nothing can be read', async () => {
    await openPanel({ hash: '#/data', scenarios });
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    await said('There is no snapshot that could be exported.');
    expect(saved).toEqual([]);
  });

  it('restores what a fresh panel shows', async () => {
    await openData();
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await said('Reset to “Plain”: 2 sources in 1 Profile.');
  });
});

describe('the Data place itself', () => {
  it.each([
    ['{"layout":9}', /This snapshot was stored by a newer version of this extension/],
    ['{', /The stored snapshot cannot be read/],
  ])('says that something it cannot show is stored, before it is replaced: %s', async (header, words) => {
    const { area, model } = await openData();
    expect(screen.queryByText(words)).toBeNull();
    area.items.set('snapshot', header);
    await model.reload();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(area.items.get('snapshot')).toBe(header);
  });

  it('has its keyboard order the same as its reading order', async () => {
    await openData();
    choose(fileOf(team));
    await said('Imported');
    const stops = [...document.querySelectorAll('main :is(a, button, input, textarea)')];
    expect(
      stops.map((stop) => (stop.getAttribute('type') === 'file' ? 'file' : textOf(stop) || stop.tagName)),
    ).toEqual([
      'Undo',
      'Show the sources',
      'file',
      'TEXTAREA',
      'Export',
      'Reset',
      'INPUT',
      'Load Plain',
      'Load Late',
      'Load Wide',
      'Licences',
    ]);
    expect(stops.every((stop) => stop.getAttribute('tabindex') === null)).toBe(true);
  });

  it('shows the version and the build', async () => {
    await openData();
    expect(textOf(region(/^About/).getByText(/Version/))).toBe('Version 0.1.0 (test) · Licences');
  });
});
