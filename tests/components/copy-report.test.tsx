import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { aProfile, aSnapshot, aSource } from '../../fixtures/builders.ts';
import type { Report } from '../../lib/report/report.ts';
import { openPanel, textOf } from './panel.tsx';

const hash = '#/source/tiktok-ads-france';
const announced = () => textOf(screen.getByRole('status'));
const button = (name: string | RegExp = /Copy report/) => screen.getByRole('button', { name });

/** A clipboard that takes everything. */
function clipboard() {
  const written: Report[] = [];
  return { written, writeClipboard: async (report: Report) => void written.push(report) };
}

/** A timer that the test advances. */
function clock() {
  const waiting = new Map<() => void, number>();
  return {
    startTimer(milliseconds: number, run: () => void) {
      waiting.set(run, milliseconds);
      return () => void waiting.delete(run);
    },
    pass(milliseconds: number) {
      for (const [run, at] of waiting) if (at <= milliseconds) run();
    },
  };
}

const due = (id: string, name: string, more: Parameters<typeof aSource>[0] = {}) =>
  aSource({ id, name, connection: 'revoked', ...more });

describe('copying the report of a source', () => {
  it('copies it as Markdown and as HTML, and says so on the screen and to screen readers', async () => {
    const { written, writeClipboard } = clipboard();
    await openPanel({ stored: aSnapshot(), hash, writeClipboard });
    fireEvent.click(button());
    await waitFor(() => expect(screen.getAllByText('Report copied.')).toHaveLength(2));
    expect(announced()).toBe('Report copied.');
    expect(written).toHaveLength(1);
    expect(written[0]?.text).toMatch(/^# TikTok Ads France\n/);
    expect(written[0]?.text).toContain('Snapshot taken 2026-11-20T08:00:00Z, extension version 0.1.0.');
    expect(written[0]?.html).toContain('<h1>TikTok Ads France</h1>');
    expect(written[0]?.html).toContain('<table>');
  });

  it('stops saying so after a while', async () => {
    const { startTimer, pass } = clock();
    await openPanel({ stored: aSnapshot(), hash, startTimer, ...clipboard() });
    fireEvent.click(button());
    await waitFor(() => expect(screen.getAllByText('Report copied.')).toHaveLength(2));
    act(() => pass(2_000));
    expect(screen.getAllByText('Report copied.')).toHaveLength(2);
    act(() => pass(10_000));
    // The announcement stays, so that it is not repeated.
    expect(screen.getAllByText('Report copied.')).toHaveLength(1);
  });

  it('shows its text, selected, if the browser refuses', async () => {
    await openPanel({ stored: aSnapshot(), hash });
    fireEvent.click(button());
    const report = await screen.findByRole('textbox', { name: /does not let the panel copy/ });
    if (!(report instanceof HTMLTextAreaElement)) throw new Error('No text area');
    expect(report.readOnly).toBe(true);
    expect(report.value).toMatch(/^# TikTok Ads France\n/);
    expect(document.activeElement).toBe(report);
    expect([report.selectionStart, report.selectionEnd]).toEqual([0, report.value.length]);
    expect(announced()).toContain('Copy the report from here');
  });
});

describe('copying the report of what needs action', () => {
  it('contains only those sources, in the order of the list', async () => {
    const { written, writeClipboard } = clipboard();
    const off = { enabled: false, disabled_by: 'user' };
    const sources = [due('b', 'Bad B'), aSource({ id: 'fine' }), due('off', 'Off', off), due('a', 'Bad A')];
    await openPanel({ stored: aSnapshot({ sources }), writeClipboard });
    fireEvent.click(button('Copy report of what needs action'));
    await waitFor(() => expect(written).toHaveLength(1));
    expect(written[0]?.text.match(/^##? .*/gm)).toEqual([
      '# 2 of 4 sources need action',
      '## Bad A',
      '## Bad B',
    ]);
  });

  it('is not offered if no source does', async () => {
    await openPanel({ stored: aSnapshot() });
    expect(screen.queryByRole('button', { name: /Copy report/ })).toBeNull();
  });

  it('counts an unreadable source, as the list does, and is offered for it alone', async () => {
    const { written, writeClipboard } = clipboard();
    const { area, model } = await openPanel({ stored: aSnapshot(), writeClipboard });
    area.items.set('source/0', '{"broken');
    area.items.delete('rows');
    await act(() => model.reload());
    fireEvent.click(button());
    await waitFor(() => expect(written).toHaveLength(1));
    expect(written[0]?.text).toMatch(/^# None of 1 source needs action, 1 cannot be read\n/);
  });

  it('counts as the list does when a source has changed and its row has not', async () => {
    const { written, writeClipboard } = clipboard();
    const sources = [due('a', 'Bad A'), due('b', 'Bad B')];
    const { area } = await openPanel({ stored: aSnapshot({ sources }), writeClipboard });
    for (const at of [0, 1]) {
      area.items.set(`source/${at}`, String(area.items.get(`source/${at}`)).replace('revoked', 'connected'));
    }
    fireEvent.click(button());
    await waitFor(() => expect(written).toHaveLength(1));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2 of 2 sources need action.');
    expect(written[0]?.text).toMatch(/^# 2 of 2 sources need action\n/);
    expect(written[0]?.text).toContain('The list still says: Error.');
  });
});

describe('copying the report of a part of the list', () => {
  const twoProfiles = aSnapshot({
    authorized_profile_ids: ['profile-france', 'nordlicht'],
    profiles: [aProfile(), aProfile({ id: 'nordlicht', name: 'Nordlicht' })],
    sources: [
      due('a', 'Bad A'),
      aSource({ id: 'fine', name: 'Fine @a', platform: 'meta_ads' }),
      due('b', 'Bad B', { profile_id: 'nordlicht' }),
    ],
  });

  it('contains only what the filters leave, and its title and button say what that is', async () => {
    const { written, writeClipboard } = clipboard();
    const { model } = await openPanel({ stored: twoProfiles, writeClipboard });
    act(() => model.view.setFilters({ profile: 'profile-france' }));
    fireEvent.click(button('Copy report: Profile France'));
    await waitFor(() => expect(written).toHaveLength(1));
    const report = String(written[0]?.text);
    expect(report.match(/^##? .*/gm)).toEqual([
      '# Profile France: 1 of 2 sources needs action',
      '## Bad A',
      '## Other sources',
    ]);
    expect(report).toContain('| Fine `@a` | Profile France | Meta Ads | Healthy | — |');
    expect(JSON.stringify(written)).not.toMatch(/Nordlicht|Bad B/);
  });

  it('names every filter', async () => {
    const { written, writeClipboard } = clipboard();
    const { model } = await openPanel({ stored: twoProfiles, writeClipboard });
    act(() =>
      model.view.setFilters({
        profile: 'nordlicht',
        platform: 'tiktok_ads',
        buckets: ['error'],
        search: ' bad ',
      }),
    );
    fireEvent.click(button('Copy report: Nordlicht, TikTok Ads, Error, “bad”'));
    await waitFor(() => expect(written).toHaveLength(1));
    expect(written[0]?.text).toMatch(/^# Nordlicht, TikTok Ads, Error, “bad”: 1 of 1 source needs action\n/);
  });

  it('is offered if nothing needs action, but not if the filters leave nothing', async () => {
    const { model } = await openPanel({ stored: twoProfiles });
    act(() => model.view.setFilters({ platform: 'meta_ads' }));
    expect(button('Copy report: Meta Ads')).toBeTruthy();
    act(() => model.view.setFilters({ search: 'nothing is called this' }));
    expect(screen.queryByRole('button', { name: /Copy report/ })).toBeNull();
  });

  it('says that it was copied only while its subject is shown', async () => {
    const { model } = await openPanel({ stored: twoProfiles, ...clipboard() });
    fireEvent.click(button());
    await waitFor(() => expect(screen.getAllByText('Report copied.')).toHaveLength(2));
    act(() => model.view.setFilters({ profile: 'profile-france' }));
    expect(screen.getAllByText('Report copied.')).toHaveLength(1);
  });

  it('shows no outcome if its subject is no longer shown when it is copied', async () => {
    const copying = Promise.withResolvers<void>();
    const writeClipboard = vi.fn(() => copying.promise);
    const { model } = await openPanel({ stored: twoProfiles, writeClipboard });
    fireEvent.click(button());
    await waitFor(() => expect(writeClipboard).toHaveBeenCalledOnce());
    act(() => model.view.setFilters({ profile: 'profile-france' }));
    copying.resolve();
    await waitFor(() => expect(announced()).toBe('Report copied.'));
    expect(screen.getAllByText('Report copied.')).toHaveLength(1);
  });
});

describe('a report that cannot be made', () => {
  const stored = aSnapshot({ sources: [due('a', 'Bad A')] });

  it('says that the storage could not be read', async () => {
    const { written, writeClipboard } = clipboard();
    const { area } = await openPanel({ stored, writeClipboard });
    area.get = () => Promise.reject(new Error('broken'));
    fireEvent.click(button());
    await waitFor(() => expect(announced()).toContain('could not be read. Nothing was copied.'));
    expect(screen.getAllByText(/could not be read. Nothing was copied/)).toHaveLength(2);
    expect(written).toEqual([]);
  });

  it('says that the sources have changed', async () => {
    const { written, writeClipboard } = clipboard();
    const { area } = await openPanel({ stored, writeClipboard });
    area.items.set('snapshot', String(area.items.get('snapshot')).replace('snapshot-1', 'snapshot-2'));
    fireEvent.click(button());
    await waitFor(() => expect(announced()).toContain('The sources changed meanwhile.'));
    expect(written).toEqual([]);
  });
});
