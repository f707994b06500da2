import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SourceRow } from '../../components/SourceRow.tsx';
import { aProfile, aSnapshot, aSource } from '../../fixtures/builders.ts';
import { aMemory } from '../memory-area.ts';
import { openPanel, textOf } from './panel.tsx';

afterEach(cleanup);

const stored = aSnapshot({
  authorized_profile_ids: ['profile-france', 'nord'],
  profiles: [aProfile(), aProfile({ id: 'nord', name: 'Nordlicht' })],
  sources: [
    aSource({ id: 'fine', name: 'Fine' }),
    aSource({ id: 'bad', name: 'Bad', profile_id: 'nord', connection: 'expired', platform: 'meta_ads' }),
  ],
});
const rows = () => within(screen.getByRole('main')).getAllByRole('link');

describe('the filters of the list', () => {
  it('are pressed buttons with a count, and say what they leave', async () => {
    await openPanel({ stored });
    const error = screen.getByRole('button', { name: '1 Error' });
    expect(error.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(error);
    await waitFor(() => expect(error.getAttribute('aria-pressed')).toBe('true'));
    expect(rows()).toHaveLength(1);
    expect(textOf(screen.getByRole('main'))).toContain('Showing 1 of 2 sources.');
    expect(textOf(screen.getByRole('status'))).toBe('Showing 1 of 2 sources.');
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  it('narrow the sentence with the Profile and the platform', async () => {
    await openPanel({ stored });
    fireEvent.change(screen.getByRole('combobox', { name: 'Profile' }), { target: { value: 'nord' } });
    await screen.findByRole('heading', { level: 1, name: '1 of 1 source needs action.' });
    fireEvent.change(screen.getByRole('combobox', { name: 'Profile' }), { target: { value: '' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Platform' }), { target: { value: 'tiktok_ads' } });
    await screen.findByRole('heading', { level: 1, name: 'None of 1 source needs action.' });
  });

  it('say that they leave none, and not that the snapshot holds none', async () => {
    const { model } = await openPanel({ stored });
    model.view.setFilters({ profile: 'nord', platform: 'tiktok_ads' });
    await screen.findByRole('heading', { level: 1, name: 'No source matches the filters.' });
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await screen.findByRole('heading', { level: 1, name: '1 of 2 sources needs action.' });
  });

  it('are dropped when a new snapshot cannot satisfy them', async () => {
    const { model, store } = await openPanel({ stored });
    model.view.setFilters({ profile: 'nord' });
    await screen.findByRole('heading', { level: 1, name: '1 of 1 source needs action.' });
    await store.save(aSnapshot());
    await screen.findByRole('heading', { level: 1, name: 'None of 1 source needs action.' });
    expect(model.view.isFiltered.value).toBe(false);
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])(
    'keep the search when Escape is the input method’s: %j',
    async (composing) => {
      const { model } = await openPanel({ stored });
      const search = screen.getByRole('searchbox');
      fireEvent.input(search, { target: { value: 'meta' } });
      expect(fireEvent.keyDown(search, { key: 'Escape', ...composing })).toBe(true);
      expect(model.view.filters.value.search).toBe('meta');
      model.goTo('#/data');
      location.hash = '#/data';
      fireEvent.keyDown(document.body, { key: 'Escape', ...composing });
      expect(location.hash).toBe('#/data');
    },
  );

  it('offer no choice where there is only one', async () => {
    await openPanel({ stored: aSnapshot() });
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('empty the search by Escape first, without leaving the place', async () => {
    await openPanel({ stored });
    const search = screen.getByRole('searchbox');
    fireEvent.input(search, { target: { value: 'no such source' } });
    await within(screen.getByRole('main')).findByText(/No source matches/);
    expect(fireEvent.keyDown(search, { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(rows()).toHaveLength(2));
  });
});

describe('what is remembered', () => {
  it('is the place, the filters and what was unfolded', async () => {
    const memory = aMemory();
    const { model } = await openPanel({ stored, memory });
    model.view.toggleBucket('error');
    model.goTo('#/source/bad');
    model.unfold('why', true);
    cleanup();
    const again = await openPanel({ stored, memory, hash: '' });
    expect(again.model.place.value).toEqual({ name: 'source', id: 'bad' });
    expect(again.model.view.filters.value.buckets).toEqual(['error']);
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

describe('a change of what is stored', () => {
  it('draws only the row again that changed, and says what changed', async () => {
    const many = Array.from({ length: 100 }, (_, number) => aSource({ id: `${number}` }));
    const { model, store } = await openPanel({ stored: aSnapshot({ sources: many }) });
    await waitFor(() => expect(rows()).toHaveLength(100));
    const drawn = vi.spyOn(SourceRow.prototype, 'render');
    await store.save(aSnapshot({ sources: many.with(42, aSource({ id: '42', connection: 'expired' })) }));
    await model.reload();
    await screen.findByText('token_expired');
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(textOf(screen.getByRole('status'))).toBe('1 source now needs action.');
  });
});
