import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import { NO_FILTERS } from '../../lib/panel/list.ts';
import { TOP } from '../../lib/panel/memory.ts';
import { aMemory } from '../memory-area.ts';
import { openPanel, textOf } from './panel.tsx';

const many = aSnapshot({
  sources: Array.from({ length: 60 }, (_, at) => aSource({ id: `id-${at}`, name: `Source ${at + 10}` })),
});
const focused = () => textOf(document.activeElement ?? undefined);
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const rowOf = (id: string) => document.querySelector<HTMLElement>(`a[href="#/source/${id}"]`);

/** The panel; its sources are read only when the test says so. */
async function openSlowly(hash: string) {
  const panel = await openPanel({ stored: many, hash });
  const reading = Promise.withResolvers<void>();
  const get = panel.area.get.bind(panel.area);
  panel.area.get = async (keys) => {
    if (keys?.some((key) => key.startsWith('source/'))) await reading.promise;
    return get(keys);
  };
  return { ...panel, reading };
}

describe('the focus', () => {
  it('goes to the heading of the new place', async () => {
    const { model } = await openPanel({ stored: many });
    model.goTo('#/source/id-3');
    await waitFor(() => expect(focused()).toBe('Source 13'));
    model.goTo('#/data');
    await waitFor(() => expect(focused()).toBe('Test data'));
  });

  it('stays where the user moved it while the new place was being read', async () => {
    const { model, reading } = await openSlowly('#/');
    rowOf('id-3')?.focus();
    model.goTo('#/source/id-3');
    const settings = screen.getByRole('button', { name: 'Display and keyboard' });
    settings.focus();
    reading.resolve();
    await heading('Source 13');
    await vi.dynamicImportSettled();
    expect(document.activeElement).toBe(settings);
  });

  it('goes to the heading even if the previously focused element still exists', async () => {
    const { model, reading } = await openSlowly('#/');
    const settings = screen.getByRole('button', { name: 'Display and keyboard' });
    settings.focus();
    model.goTo('#/source/id-3');
    reading.resolve();
    await waitFor(() => expect(focused()).toBe('Source 13'));
  });

  it('goes back to the row of the source that was open', async () => {
    const { model } = await openPanel({ stored: many });
    model.goTo('#/source/id-3');
    await heading('Source 13');
    model.goTo('#/');
    await waitFor(() => expect(document.activeElement).toBe(rowOf('id-3')));
  });

  it('goes back to the row of the source whose address opened the panel', async () => {
    const { model } = await openPanel({ stored: many, hash: '#/source/id-40' });
    await heading('Source 50');
    model.goTo('#/');
    await waitFor(() => expect(rowOf('id-40')).not.toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(rowOf('id-40')));
  });

  it('goes back to a row that had not been built', async () => {
    const idle = () => new Promise<void>(() => {});
    const { model } = await openPanel({ stored: many, hash: '#/source/id-40', idle });
    await heading('Source 50');
    expect(rowOf('id-40')).toBeNull();
    model.goTo('#/');
    await waitFor(() => expect(document.activeElement).toBe(rowOf('id-40')));
    expect(rowOf('id-41')).toBeNull();
  });

  it('goes to the list’s heading when coming from Test data', async () => {
    const { model } = await openPanel({ stored: many, hash: '#/source/id-3' });
    await heading('Source 13');
    model.goTo('#/data');
    await heading('Test data');
    model.goTo('#/');
    await waitFor(() => expect(focused()).toBe('None of 60 sources needs action.'));
  });
});

describe('Escape in the list', () => {
  it.each(['', '#/'])('at the address %j moves nothing', async (hash) => {
    const scrolled = vi.spyOn(window, 'scrollTo');
    const { model } = await openPanel({ stored: many, hash });
    addEventListener('hashchange', () => model.goTo(location.hash), { once: true });
    rowOf('id-3')?.focus();
    scrolled.mockClear();
    fireEvent.keyDown(rowOf('id-3') ?? document.body, { key: 'Escape' });
    model.goTo('#/');
    await vi.dynamicImportSettled();
    expect(location.hash).toBe(hash);
    expect(document.activeElement).toBe(rowOf('id-3'));
    expect(scrolled).not.toHaveBeenCalled();
  });
});

it('reads a source only once, even if its address is opened again', async () => {
  const { model, area } = await openPanel({ stored: many, hash: '#/source/id-3' });
  await heading('Source 13');
  area.calls.get = 0;
  model.goTo('#/source/id-3');
  model.goTo('#/source/id%2D3');
  await vi.dynamicImportSettled();
  expect(area.calls.get).toBe(0);
});

describe('the list’s scroll position', () => {
  /** Each row begins 510 pixels down the page, and 40 further down from the second frame on. */
  function measure() {
    let shift = 0;
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
      () => new DOMRect(0, 510 + shift - window.scrollY, 300, 100),
    );
    return (by: number) => {
      shift = by;
    };
  }

  it('is restored when the panel is reopened', async () => {
    measure();
    const scrolled = vi.spyOn(window, 'scrollTo');
    const memory = aMemory();
    memory.keep({
      hash: '#/',
      filters: NO_FILTERS,
      listScroll: { source: 'id-40', top: -30 },
      lastSource: null,
      unfolded: [],
    });
    const { model } = await openPanel({ stored: many, memory, hash: '' });
    await waitFor(() => expect(scrolled).toHaveBeenLastCalledWith({ top: 540, behavior: 'instant' }));
    await waitFor(() => expect(model.scrollTarget.value).toBeNull());
    expect(model.listPosition.value.scroll).toEqual({ source: 'id-40', top: -30 });
  });

  it('is corrected once the rows that came into view have their height', async () => {
    const shift = measure();
    const { model } = await openPanel({ stored: many, hash: '#/source/id-40' });
    await waitFor(() => expect(focused()).toBe('Source 50'));
    model.scrolledList({ source: 'id-40', top: -30 });
    const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => shift(40));
    addEventListener('hashchange', () => model.goTo(location.hash), { once: true });
    location.hash = '#/';
    await waitFor(() => expect(scrolled.mock.calls.length).toBeGreaterThan(1));
    expect(scrolled.mock.calls.slice(0, 2).map(([to]) => to)).toMatchObject([{ top: 540 }, { top: 580 }]);
  });

  it('is at the top in every other place', async () => {
    const { model } = await openPanel({ stored: many });
    const scrolled = vi.spyOn(window, 'scrollTo');
    model.goTo('#/data');
    await waitFor(() => expect(scrolled).toHaveBeenCalledWith({ top: 0, behavior: 'instant' }));
    expect(model.listPosition.value.scroll).toEqual(TOP);
  });
});
