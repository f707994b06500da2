import { effect } from '@preact/signals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { AS_OF, aProfile, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { openPanel, textOf } from './panel.tsx';

const heading = () => textOf(screen.getByRole('heading', { level: 1 }));

describe('the list', () => {
  const stored = aSnapshot({
    profiles: [aProfile(), aProfile({ id: 'nord', name: 'Nordlicht' })],
    authorized_profile_ids: ['profile-france', 'nord'],
    sources: [
      aSource({ id: 'fine', name: 'Fine' }),
      aSource({ id: 'off', name: 'Off', enabled: false, disabled_by: 'user' }),
      aSource({ id: 'bad', name: 'Bad', profile_id: 'nord', connection: 'expired', platform: 'meta_ads' }),
    ],
  });

  it('answers the question at the top', async () => {
    await openPanel({ stored });
    expect(heading()).toBe('1 of 3 sources needs action.');
    expect(textOf(screen.getByRole('group', { name: 'Show by health' }))).toBe(
      '1 Error 0 Warning 0 Pending 1 Healthy 1 Off',
    );
  });

  it('groups by Profile, worst first, with a link and the problem in each row', async () => {
    await openPanel({ stored });
    expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual([
      'Nordlicht 1',
      'Profile France 2',
    ]);
    const links = within(screen.getByRole('main')).getAllByRole('link');
    const rows = within(screen.getByRole('main')).getAllByRole('listitem');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/source/bad',
      '#/source/fine',
      '#/source/off',
    ]);
    expect(textOf(rows[0])).toContain('Sign-in expired.');
    expect(textOf(rows[0])).toContain('token_expired');
    expect(textOf(rows[0])).toContain('token_expired · 60 min ago');
    expect(rows.map((row) => textOf(row.lastElementChild ?? undefined))).toEqual(['Error', 'Healthy', 'Off']);
  });

  it('says when a snapshot holds no source', async () => {
    await openPanel({ stored: aSnapshot({ sources: [] }) });
    expect(heading()).toBe('This snapshot holds no sources.');
  });
});

describe('the bar', () => {
  it('says that the data is mock data, and when the snapshot was taken', async () => {
    await openPanel({ stored: aSnapshot() });
    const bar = textOf(screen.getByRole('banner'));
    expect(bar).toContain('Mock data · previews only, nothing here runs');
    expect(bar).toContain('Snapshot 08:00 · 2 h ago');
  });

  it('warns past 24 hours', async () => {
    const { model } = await openPanel({ stored: aSnapshot(), now: Date.parse(AS_OF) + 49 * 3_600_000 });
    expect(textOf(screen.getByRole('banner'))).toContain('Old snapshot: 20 Nov · 2 days ago');
    expect(model.now.value).toBe(Date.parse(AS_OF) + 49 * 3_600_000);
  });
});

it('does not call unreadable data mock data', async () => {
  const { area, model } = await openPanel({ stored: aSnapshot({ mock: false }) });
  area.items.set('snapshot', '{');
  await model.reload();
  await screen.findByRole('heading', { name: 'The stored snapshot cannot be read.' });
  const bar = textOf(screen.getByRole('banner'));
  expect(bar).toContain('Previews only, nothing here runs');
  expect(bar).not.toContain('Mock data');
});

it('warns if the snapshot is from the future by the user’s clock', async () => {
  await openPanel({ stored: aSnapshot(), now: Date.parse(AS_OF) - 3 * 3_600_000 });
  expect(textOf(screen.getByRole('banner'))).toContain('Snapshot from the future: 08:00 · in 3 h');
});

describe('storage that cannot be shown', () => {
  it('offers sample data if nothing is stored, and loads it on a click', async () => {
    const { area } = await openPanel();
    expect(heading()).toBe('Nothing is stored yet.');
    expect(area.calls.set).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Load sample data' }));
    await waitFor(() => expect(heading()).toBe('This snapshot holds no sources.'));
    await waitFor(() => expect(textOf(screen.getByRole('status'))).toContain('Reset to “Nothing”'));
  });

  it('leaves a damaged or newer snapshot unchanged until the user clicks', async () => {
    const { area, model } = await openPanel({ stored: aSnapshot() });
    for (const [value, words] of [
      ['{', 'The stored snapshot cannot be read.'],
      ['{"layout":9}', 'This snapshot was stored by a newer version of this extension.'],
    ] as const) {
      area.items.set('snapshot', value);
      await model.reload();
      await waitFor(() => expect(heading()).toBe(words));
      expect(area.items.get('snapshot')).toBe(value);
    }
  });

  it('says so when the sample data does not fit, and changes nothing', async () => {
    const { area } = await openPanel();
    area.refuse = true;
    fireEvent.click(screen.getByRole('button', { name: 'Load sample data' }));
    expect(await screen.findByText(/does not fit into the extension/)).toBeTruthy();
    expect(area.contents()).toEqual({});
  });

  it('shows an unreadable source as a card that says why, and the others as usual', async () => {
    const stored = aSnapshot({ sources: [aSource({ id: 'a' }), aSource({ id: 'b' })] });
    const { area, model } = await openPanel({ stored });
    area.items.set('source/0', 'damaged');
    area.items.delete('rows');
    await model.reload();
    expect(await screen.findByText('Source 1 cannot be read.')).toBeTruthy();
    expect(screen.getByText(/the text is not valid JSON\. The others work\./)).toBeTruthy();
    expect(within(screen.getByRole('main')).getAllByRole('link')).toHaveLength(1);
  });
});

describe('going from place to place', () => {
  it('moves the focus to the heading of the new place', async () => {
    const { model } = await openPanel({ stored: aSnapshot() });
    expect(document.activeElement).toBe(document.body);
    model.goTo('#/source/tiktok-ads-france');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    expect(heading()).toBe('TikTok Ads France');
  });

  it('goes back with Escape', async () => {
    await openPanel({ stored: aSnapshot(), hash: '#/source/tiktok-ads-france' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(location.hash).toBe('#/');
  });

  it('handles keys as soon as it is drawn', async () => {
    const { app } = await openPanel({ stored: aSnapshot(), hash: '#/source/tiktok-ads-france' });
    cleanup();
    const listen = vi.spyOn(document, 'addEventListener');
    // Not with the testing library, which waits for the next frame.
    const root = document.createElement('div');
    render(app, root);
    expect(listen).toHaveBeenCalledWith('keydown', expect.any(Function), expect.anything());
    render(null, root);
    listen.mockRestore();
  });

  it('never shows a source with another snapshot’s header', async () => {
    const { store, model } = await openPanel({ stored: aSnapshot(), hash: '#/source/tiktok-ads-france' });
    const shown: unknown[] = [];
    const stop = effect(() => {
      const read = model.source.value;
      shown.push(read.state === 'ready' ? [read.source.name, read.header.generated_at] : read.state);
    });
    const later = '2026-11-20T09:00:00Z';
    await store.save(aSnapshot({ generated_at: later, sources: [aSource({ name: 'Renamed' })] }));
    await model.reload();
    await waitFor(() => expect(heading()).toBe('Renamed'));
    stop();
    expect(new Set(shown.map(String))).toEqual(new Set([`TikTok Ads France,${AS_OF}`, `Renamed,${later}`]));
  });

  it('announces the same text again so that it is heard again', async () => {
    const { model } = await openPanel({ stored: aSnapshot() });
    model.announce('Report copied.');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Report copied.'));
    const first = screen.getByRole('status').textContent;
    model.announce('Report copied.');
    await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(first));
    expect(textOf(screen.getByRole('status'))).toBe('Report copied.');
  });

  it('shows what another window stored, in the current place', async () => {
    const { store, model } = await openPanel({ stored: aSnapshot(), hash: '#/source/tiktok-ads-france' });
    await store.save(aSnapshot({ sources: [aSource({ name: 'Renamed' })] }));
    await model.reload();
    await waitFor(() => expect(heading()).toBe('Renamed'));
  });
});
