import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { lazy } from '../../components/lazy.tsx';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import { SharedLook } from '../shared-look.ts';
import { aTimer } from '../timer.ts';
import { openPanel, textOf } from './panel.tsx';
import './setup.ts';

vi.mock('../../components/DataDesk.tsx', () => {
  throw new Error('No such chunk');
});

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const reload = () => vi.spyOn(location, 'reload').mockImplementation(() => {});

describe('code that cannot be loaded', () => {
  it('shows the cause and a Reload button in its place, while the rest works', async () => {
    const reloaded = reload();
    const { model } = await openPanel({ stored: aSnapshot() });
    model.goTo('#/data');
    const title = await heading('This part of the panel does not work.');
    expect(textOf()).toContain('Cause:');
    expect(textOf()).toContain('Your stored data is left as it is.');
    await waitFor(() => expect(document.activeElement).toBe(title));
    fireEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(reloaded).toHaveBeenCalledOnce();
    model.goTo('#/source/tiktok-ads-france');
    await heading('TikTok Ads France');
  });

  it('is requested once, and the error says what went wrong', async () => {
    const load = vi.fn(() => Promise.reject(new TypeError('Failed to fetch the module')));
    const missing = lazy(load);
    render(
      <ErrorBoundary>
        <missing.Show />
      </ErrorBoundary>,
    );
    expect(missing.isSettled.value).toBe(false);
    expect(await screen.findByText(/Cause: TypeError: Failed to fetch the module/)).toBeTruthy();
    expect(missing.isSettled.value).toBe(true);
    expect(load).toHaveBeenCalledOnce();
  });
});

describe('a component that throws', () => {
  function Broken({ error }: { error: unknown }): never {
    throw error;
  }

  it('shows an error instead of a blank place', () => {
    render(
      <ErrorBoundary>
        <Broken error={new RangeError('Too deep')} />
      </ErrorBoundary>,
    );
    expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe('This part of the panel does not work.');
    expect(screen.getByText(/Cause: RangeError: Too deep/)).toBeTruthy();
  });

  it('quotes nothing from a text that could not be parsed', () => {
    let error: unknown;
    try {
      JSON.parse('EAAB-a-token');
    } catch (thrown) {
      error = thrown;
    }
    render(
      <ErrorBoundary>
        <Broken error={error} />
      </ErrorBoundary>,
    );
    expect(textOf()).toContain('Cause: SyntaxError');
    expect(textOf()).not.toContain('EAAB');
  });
});

describe('a browser that does not return what is stored', () => {
  it('is not reported as damage, and can be asked again', async () => {
    const { area, model } = await openPanel({ stored: aSnapshot() });
    const get = area.get.bind(area);
    area.get = () => Promise.reject(new Error('IO error'));
    await model.reload();
    await heading('The browser did not return the stored snapshot.');
    expect(textOf()).not.toContain('damaged');
    expect(screen.queryByRole('button', { name: /sample data/ })).toBeNull();
    area.get = get;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await heading('This source needs no action.');
  });

  it('is reported if it never answers', async () => {
    const timer = aTimer();
    const { area, model } = await openPanel({ stored: aSnapshot(), startTimer: timer.start });
    area.get = () => new Promise(() => {});
    void model.reload();
    timer.pass();
    await heading('The browser did not return the stored snapshot.');
  });

  it('is reported in a source’s place, and can be asked again', async () => {
    const { area, model } = await openPanel({ stored: aSnapshot() });
    const get = area.get.bind(area);
    area.get = () => Promise.reject(new Error('IO error'));
    model.goTo('#/source/tiktok-ads-france');
    await heading('The browser does not give out this source.');
    area.get = get;
    fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: 'Try again' }));
    await heading('TikTok Ads France');
  });
});

it('opens, and keeps the chosen look for this window, if the browser cannot store it', async () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  const { model } = await openPanel({
    stored: aSnapshot(),
    keptLook: Object.assign(new SharedLook(), { read: refuse, keep: refuse }),
  });
  expect(model.preferences.look.value).toEqual({ theme: 'system', density: 'comfortable', singleKeys: 'on' });
  model.preferences.choose({ theme: 'dark' });
  expect(model.preferences.look.value.theme).toBe('dark');
});

describe('sources that cannot be read', () => {
  const open = async (count: number) => {
    const sources = Array.from({ length: count + 1 }, (_, at) => aSource({ id: `${at}` }));
    const panel = await openPanel({ stored: aSnapshot({ sources }) });
    for (let at = 0; at < count; at++) panel.area.items.set(`source/${at}`, 'damaged');
    panel.area.items.delete('rows');
    await panel.model.reload();
    return panel;
  };

  it('stay in the count, and are listed with everything known about them', async () => {
    await open(1);
    await heading('1 of 2 sources cannot be read. None of the others needs action.');
    expect(await screen.findByRole('heading', { level: 2, name: 'Source 1 cannot be read.' })).toBeTruthy();
  });

  it('can be read again before anything is replaced', async () => {
    const { area } = await open(1);
    area.items.set('source/0', JSON.stringify(aSource({ id: '0' })));
    const buttons = within(screen.getByRole('main')).getAllByRole('button').map(textOf);
    expect(buttons.indexOf('Try again')).toBeGreaterThan(-1);
    expect(buttons.indexOf('Try again')).toBeLessThan(buttons.indexOf('Replace everything with sample data'));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await heading('None of 2 sources needs action.');
  });

  it('are three cards at first, no matter how many there are', async () => {
    await open(8);
    const cards = () => screen.getAllByRole('heading', { level: 2, name: /cannot be read/ });
    await waitFor(() => expect(cards()).toHaveLength(3));
    fireEvent.click(screen.getByRole('button', { name: 'Show 5 more that cannot be read' }));
    expect(cards()).toHaveLength(6);
  });

  it('may belong to the chosen Profile', async () => {
    const { model } = await open(1);
    model.view.setFilters({ platform: 'tiktok_ads' });
    await heading('The source in TikTok Ads needs no action.');
    expect(screen.getByText('1 source that cannot be read may belong here too.')).toBeTruthy();
  });
});
