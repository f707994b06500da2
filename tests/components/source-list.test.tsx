import { effect } from '@preact/signals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { SourceRow } from '../../components/SourceRow.tsx';
import { aProfile, aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { aMemory } from '../memory-area.ts';
import { aTimer } from '../timer.ts';
import { openPanel, textOf } from './panel.tsx';

const stored = aSnapshot({
  authorized_profile_ids: ['profile-france', 'nord'],
  profiles: [aProfile(), aProfile({ id: 'nord', name: 'Nordlicht' })],
  sources: [
    aSource({ id: 'fine', name: 'Fine' }),
    aSource({ id: 'bad', name: 'Bad', profile_id: 'nord', connection: 'expired', platform: 'meta_ads' }),
  ],
});
const links = () => within(screen.getByRole('main')).getAllByRole('link');
const names = () => links().map(textOf);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const said = () => textOf(screen.getByRole('status'));

async function choose(label: string, option: string) {
  const select = await screen.findByRole('combobox', { name: label });
  const value = within(select).getByRole('option', { name: option }).getAttribute('value');
  fireEvent.change(select, { target: { value } });
}

describe('the counts', () => {
  it('are toggle buttons, and say what they leave', async () => {
    const timer = aTimer();
    await openPanel({ stored, startTimer: timer.start });
    const error = screen.getByRole('button', { name: '1 Error' });
    expect(error.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(error);
    await waitFor(() => expect(error.getAttribute('aria-pressed')).toBe('true'));
    expect(names()).toEqual(['Bad']);
    expect(textOf(screen.getByRole('main'))).toContain('Showing 1 of 2 sources.');
    timer.pass();
    await waitFor(() => expect(said()).toBe('Showing 1 of 2 sources.'));
    press('Show all');
    await waitFor(() => expect(names()).toHaveLength(2));
  });

  it('never lead to an empty list, and have a sixth count only if something is unknown', async () => {
    const { model, store } = await openPanel({ stored });
    const counts = within(screen.getByRole('group', { name: 'Show by health' }));
    const parts = () =>
      counts
        .getAllByRole<HTMLButtonElement>('button')
        .map((part) => `${textOf(part)}${part.disabled ? ' (disabled)' : ''}`);
    const zero = (word: string) => `0 ${word} (disabled)`;
    expect(parts()).toEqual(['1 Error', zero('Warning'), zero('Pending'), '1 Healthy', zero('Off')]);
    await store.save(aSnapshot({ sources: [aSource({ connection: 'paused' })] }));
    await model.reload();
    await waitFor(() => expect(parts()).toContain('1 Unknown'));
    expect(parts()).toHaveLength(6);
  });
});

describe('the search', () => {
  it('is emptied by Escape first, without leaving the place, but not while an input method composes', async () => {
    const { model } = await openPanel({ stored });
    const search = screen.getByRole('searchbox');
    fireEvent.input(search, { target: { value: 'no such source' } });
    await within(screen.getByRole('main')).findByText(/No source matches/);
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      expect(fireEvent.keyDown(search, { key: 'Escape', ...composing })).toBe(true);
      expect(model.view.filters.value.search).toBe('no such source');
    }
    expect(fireEvent.keyDown(search, { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(names()).toHaveLength(2));
  });

  it('is announced once the user pauses, and not again while the result is the same', async () => {
    const timer = aTimer();
    const { model } = await openPanel({ stored, startTimer: timer.start });
    const spoken: string[] = [];
    const stop = effect(() => void spoken.push(model.announcement.value));
    const search = screen.getByRole('searchbox');
    const type = (value: string) => fireEvent.input(search, { target: { value } });
    for (const value of ['m', 'me', 'met']) type(value);
    expect(timer.running().filter((ms) => ms === 400)).toHaveLength(1);
    timer.pass();
    type('meta');
    timer.pass();
    type('nothing');
    timer.pass();
    stop();
    expect(spoken).toEqual(['', 'Showing 1 of 2 sources.', 'No source matches.']);
  });

  it('leads into the list, along it and back with the arrow keys', async () => {
    await openPanel({ stored });
    const search = screen.getByRole('searchbox');
    const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
    search.focus();
    for (const name of ['Bad', 'Fine', 'Fine']) {
      key('ArrowDown');
      expect(textOf(document.activeElement ?? undefined)).toBe(name);
    }
    key('ArrowUp');
    expect(textOf(document.activeElement ?? undefined)).toBe('Bad');
    key('ArrowUp');
    expect(document.activeElement).toBe(search);
    expect(key('ArrowUp')).toBe(true);
  });
});

describe('filter and group', () => {
  it('narrow the sentence to the Profile and the platform, say how many are on, and are cleared together', async () => {
    await openPanel({ stored });
    press('Filter & group');
    await choose('Profile', 'Nordlicht');
    await screen.findByRole('heading', { level: 1, name: '1 of 1 in Nordlicht needs action.' });
    await choose('Profile', 'All Profiles');
    await choose('Platform', 'TikTok Ads');
    await screen.findByRole('heading', { level: 1, name: 'The source in TikTok Ads needs no action.' });
    expect(textOf(screen.getByRole('button', { name: /^Filter & group/ }))).toBe('Filter & group 1 on');
    press('Clear filters and groups');
    await screen.findByRole('heading', { level: 1, name: '1 of 2 sources needs action.' });
    expect(textOf(screen.getByRole('button', { name: /^Filter & group/ }))).toBe('Filter & group');
  });

  it('say that they leave no source, not that the snapshot has none', async () => {
    const { model } = await openPanel({ stored });
    model.view.setFilters({ profile: 'nord', platform: 'tiktok_ads' });
    await screen.findByRole('heading', { level: 1, name: 'No source matches the filters.' });
    press('Show all');
    await screen.findByRole('heading', { level: 1, name: '1 of 2 sources needs action.' });
  });

  it('are dropped if a new snapshot cannot satisfy them', async () => {
    const { model, store } = await openPanel({ stored });
    model.view.setFilters({ profile: 'nord' });
    await screen.findByRole('heading', { level: 1, name: '1 of 1 in Nordlicht needs action.' });
    await store.save(aSnapshot());
    await screen.findByRole('heading', { level: 1, name: 'This source needs no action.' });
    expect(model.view.isFiltered.value).toBe(false);
  });

  it('group by status and by platform, and sort', async () => {
    await openPanel({ stored });
    press('Filter & group');
    await choose('Group by', 'Status');
    const groups = () => screen.getAllByRole('heading', { level: 2 }).map(textOf);
    await waitFor(() => expect(groups()).toEqual(['Needs action 1', 'Healthy 1']));
    expect(textOf(screen.getByRole('main'))).toContain('token_expired · Nordlicht · 60 min ago');
    await choose('Group by', 'Platform');
    await waitFor(() => expect(groups()).toEqual(['Meta Ads 1', 'TikTok Ads 1']));
    await choose('Sort by', 'Name');
    press(/^Filter & group 2/);
    press('Clear filters and groups');
    await waitFor(() => expect(groups()).toEqual(['Nordlicht 1', 'Profile France 1']));
  });
});

describe('a group', () => {
  it('is closed and opened by its heading, and always shows its state', async () => {
    await openPanel({ stored });
    const heading = screen.getByRole('button', { name: 'Nordlicht 1' });
    expect(screen.getByRole('img', { name: '1 error' })).toBeTruthy();
    fireEvent.click(heading);
    await waitFor(() => expect(heading.getAttribute('aria-expanded')).toBe('false'));
    expect(names()).toEqual(['Fine']);
    expect(textOf(screen.getByRole('region', { name: 'Nordlicht 1' }))).toContain('1 needs action');
    fireEvent.click(heading);
    await waitFor(() => expect(names()).toEqual(['Bad', 'Fine']));
  });
});

describe('a row', () => {
  it('says how the last runs went, also to screen readers', async () => {
    const run = (status: string) => aRun({ status });
    const runs = [run('failed'), run('partial'), ...Array.from({ length: 9 }, () => run('completed'))];
    await openPanel({ stored: aSnapshot({ sources: [aSource({ sync_history: runs })] }) });
    expect(screen.getByRole('img', { name: /^last 10 runs/ }).textContent).toBe(
      'last 10 runs: 1 failed, 1 partial, 8 completed',
    );
  });

  it('shows a healthy source’s note, and none of a source that is off', async () => {
    const data_quality = [{ severity: 'INFO', code: 'sampled', message: 'Reports are sampled.' }];
    const sources = [
      aSource({ id: 'on', data_quality }),
      aSource({ id: 'off', data_quality, enabled: false, disabled_by: 'user' }),
    ];
    await openPanel({ stored: aSnapshot({ sources }) });
    expect(screen.getAllByText('Reports are sampled.')).toHaveLength(1);
    const rows = within(screen.getByRole('main')).getAllByRole('listitem');
    expect(rows.map((row) => textOf(row.lastElementChild ?? undefined))).toEqual(['Healthy', 'Off']);
  });

  it('opens on a click on its words, unless that ended a selection', async () => {
    const { model } = await openPanel({ stored });
    const sentence = screen.getByText(/^Sign-in expired/);
    getSelection()?.selectAllChildren(sentence);
    fireEvent.click(sentence);
    expect(location.hash).toBe('#/');
    getSelection()?.removeAllRanges();
    fireEvent.click(sentence);
    expect(location.hash).toBe('#/source/bad');
    model.goTo('#/');
  });
});

describe('coming up', () => {
  const dated = aSnapshot({
    sources: [
      aSource({ id: 'a', name: 'A', rate_limited_until: '2026-11-20T09:00:00Z' }),
      aSource({
        id: 'b',
        name: 'B',
        technical: { api_version: '202512', api_version_sunset_at: '2026-12-12T00:00:00Z' },
      }),
      aSource({ id: 'c', name: 'C', token: { expires_at: '2027-02-28T00:00:00Z', refreshable: false } }),
    ],
  });

  it('is one line until it is opened, sorted by date, without past events', async () => {
    const { model } = await openPanel({ stored: dated });
    expect(screen.getByText('2 events coming up, the next on 12 Dec')).toBeTruthy();
    model.unfold('coming-up', true);
    await screen.findByText('API version 202512 ends');
    const events = within(screen.getByRole('group', { name: '' })).getAllByRole('listitem');
    expect(events.map(textOf)).toEqual(['12 Dec B API version 202512 ends', '28 Feb 2027 C sign-in ends']);
    expect(
      within(events[0] ?? document.body)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('#/source/b');
  });

  it('is absent if nothing is dated', async () => {
    await openPanel({ stored });
    expect(screen.queryByText(/coming up/)).toBeNull();
  });
});

it('offers an import and the sample data if the snapshot has no sources', async () => {
  await openPanel({ stored: aSnapshot({ sources: [] }) });
  await screen.findByRole('heading', { level: 1, name: 'This snapshot holds no sources.' });
  expect(screen.getByRole('link', { name: 'Import a snapshot' }).getAttribute('href')).toBe('#/data');
  expect(screen.getByRole('button', { name: 'Load sample data' })).toBeTruthy();
});

it('names the page after the place', async () => {
  const { model } = await openPanel({ stored });
  await waitFor(() => expect(document.title).toBe('Sources – Source status'));
  model.goTo('#/source/fine');
  await waitFor(() => expect(document.title).toBe('Fine – Source status'));
  model.goTo('#/data');
  await waitFor(() => expect(document.title).toBe('Test data – Source status'));
});

describe('what is remembered', () => {
  it('includes the place, the filters, the groups and open disclosures', async () => {
    const memory = aMemory();
    const { model } = await openPanel({ stored, memory });
    model.view.toggleBucket('error');
    model.goTo('#/source/bad');
    model.view.arrange({ groupBy: 'platform' });
    model.unfold('why', true);
    cleanup();
    const again = await openPanel({ stored, memory, hash: '' });
    expect(again.model.place.value).toEqual({ name: 'source', id: 'bad' });
    expect(again.model.view.filters.value.buckets).toEqual(['error']);
    expect(again.model.view.arrangement.value.groupBy).toBe('platform');
    expect(again.model.unfolded.value).toEqual(['why']);
  });

  it('gives way to an address', async () => {
    const memory = aMemory();
    const { model } = await openPanel({ stored, memory });
    model.goTo('#/data');
    cleanup();
    const again = await openPanel({ stored, memory, hash: '#/source/fine' });
    expect(again.model.place.value).toEqual({ name: 'source', id: 'fine' });
  });
});

describe('a change in storage', () => {
  it('redraws only the row that changed, and announces the change', async () => {
    const many = Array.from({ length: 100 }, (_, number) => aSource({ id: `${number}` }));
    const { model, store } = await openPanel({ stored: aSnapshot({ sources: many }) });
    await waitFor(() => expect(links()).toHaveLength(100));
    const drawn = vi.spyOn(SourceRow.prototype, 'render');
    await store.save(aSnapshot({ sources: many.with(42, aSource({ id: '42', connection: 'expired' })) }));
    await model.reload();
    await screen.findByText('token_expired');
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(textOf(screen.getByRole('status'))).toBe('1 source now needs action.');
  });
});
