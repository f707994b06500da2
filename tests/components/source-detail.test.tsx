import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anAccount, aProfile, aQualityEntry, aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import firstFixture from '../../fixtures/tiktok-ads-france.json' with { type: 'json' };
import { snapshotSchema } from '../../lib/schema/snapshot.ts';
import { openPanel, textOf } from './panel.tsx';

afterEach(cleanup);

const hash = '#/source/tiktok-ads-france';
const open = (source: Parameters<typeof aSource>[0]) =>
  openPanel({ stored: aSnapshot({ sources: [aSource(source)] }), hash });
const section = (name: RegExp) => within(screen.getByRole('region', { name }));

describe('the detail of the first fixture', () => {
  it('has its sections in order', async () => {
    await openPanel({ stored: snapshotSchema.parse(firstFixture), hash });
    expect(screen.getAllByRole('heading').map(textOf)).toEqual([
      'TikTok Ads France',
      'Health',
      'Technical status',
      'Actions (preview only)',
      'Data quality',
      'Sync history (preview)',
      'External accounts',
    ]);
  });

  it('marks the four actions that are not ready, each described by its reason', async () => {
    await openPanel({ stored: snapshotSchema.parse(firstFixture), hash });
    const unavailable = screen
      .getAllByRole('button')
      .filter((button) => button.getAttribute('aria-disabled') === 'true');
    expect(unavailable.map(textOf)).toEqual([
      'Disable source',
      'Manual sync',
      'Retry failed sync',
      'Acknowledge schema change',
    ]);
    const described = document.getElementById(unavailable[1]?.getAttribute('aria-describedby') ?? '');
    expect(textOf(described ?? undefined)).toContain('Not now: The source is disabled.');
  });
});

describe('choosing an action', () => {
  it('opens its preview in place, and closes it when chosen again', async () => {
    await open({});
    const reconnect = screen.getByRole('button', { name: 'Reconnect' });
    expect(reconnect.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(reconnect);
    expect(reconnect.getAttribute('aria-expanded')).toBe('true');
    const preview = document.getElementById(reconnect.getAttribute('aria-controls') ?? '');
    expect(preview?.hidden).toBe(false);
    expect(textOf(preview ?? undefined)).toContain('Re-run authorization to restore the connection.');
    expect(textOf(preview ?? undefined)).toContain('(no execution)');
    fireEvent.click(reconnect);
    expect(preview?.hidden).toBe(true);
  });

  it('writes nothing', async () => {
    const { area } = await open({});
    const before = area.contents();
    for (const button of screen.getAllByRole('button')) fireEvent.click(button);
    await screen.findByRole('textbox', { name: /does not let the panel copy/ });
    await vi.dynamicImportSettled();
    expect(area.contents()).toEqual(before);
  });

  it('is led to by the suggestion, and by what unblocks it', async () => {
    await open({ connection: 'expired', schedule: { every_minutes: 10, latency_minutes: 0 } });
    const actions = section(/Actions/);
    expect(textOf(actions.getByText(/^Suggested/))).toBe('Suggested: Reconnect');
    fireEvent.click(actions.getAllByRole('button', { name: 'Reconnect' }).at(-1) ?? document.body);
    expect(document.activeElement?.id).toBe('action-reconnect');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
  });

  it('is led to by what a finding says helps', async () => {
    await open({ connection: 'expired' });
    expect(textOf(section(/Health/).getByText(/^What helps/))).toBe('What helps: Reconnect');
    fireEvent.click(section(/Health/).getByRole('button', { name: 'Reconnect' }));
    expect(document.activeElement?.id).toBe('action-reconnect');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
  });

  it('is denied to a viewer, with the reason, but for looking', async () => {
    await openPanel({ stored: aSnapshot({ profiles: [aProfile({ role: 'auditor' })] }), hash });
    const actions = section(/Actions/);
    expect(actions.getAllByText('denied')).toHaveLength(7);
    expect(actions.getAllByText('allowed')).toHaveLength(2);
    expect(actions.getAllByText('Your role in this Profile may only look.')).toHaveLength(7);
  });
});

describe('the facts of a source', () => {
  it('says what the dashboards show', async () => {
    await open({ technical: { last_successful_sync: null }, sync_history: [] });
    expect(textOf()).toContain('Dashboards show nothing from this source yet: no sync has brought data.');
    expect(textOf()).toContain('Last success: not known');
    expect(textOf()).not.toContain('late by themselves');
  });

  it('says how old the numbers are, and how late the platform’s own are by themselves', async () => {
    await open({});
    const health = textOf(screen.getByRole('region', { name: 'Health' }));
    expect(health).toContain('Dashboards show current numbers. Last success: 1 hour ago · 07:00');
    expect(health).toContain('The platform’s own figures are up to 11 h late by themselves.');
  });

  it('adds to the seven technical facts what else is known, marked where a finding says so', async () => {
    await open({
      token: { expires_at: '2026-11-21T08:00:00Z', refreshable: false },
      technical: { api_version_sunset_at: '2027-06-01T00:00:00Z' },
    });
    const facts = textOf(screen.getByRole('region', { name: 'Technical status' }));
    expect(facts).toContain(
      'schedule: every hour API version: v1.3 API version ends: 1 Jun 2027, 00:00 ' +
        'sign-in expires: 21 Nov 2026, 08:00 (needs attention)',
    );
  });

  it('says why, with the likeliest cause and what does not count', async () => {
    await open({ connection: 'revoked', enabled: false, accounts: [] });
    const why = screen.getByText('Why this verdict').closest('details');
    expect(textOf(why ?? undefined)).toContain('token_revoked (error, likeliest cause)');
    expect(textOf(why ?? undefined)).toContain('no_accounts does not count, because the source is disabled');
  });

  it('marks what needs attention in words, not by colour alone', async () => {
    await open({ technical: { schema_changed: true, api_version_review: 'IN_REVIEW' } });
    const facts = textOf(screen.getByRole('region', { name: 'Technical status' }));
    expect(facts).toContain('schema_changed: Yes (needs attention)');
    expect(facts).toContain('API version review: IN_REVIEW (needs attention)');
    expect(facts).toContain('changelog_review_required: No field');
  });

  it('shows a word it does not know as it is', async () => {
    await open({
      connection: 'paused',
      platform: 'reddit_ads',
      data_quality: [aQualityEntry({ severity: 'FATAL' })],
    });
    expect(textOf()).toContain('reddit_ads paused Profile: Profile France · reddit_ads');
    expect(screen.getByText('FATAL')).toBeTruthy();
  });

  it('says a run’s error in plain words beside its code and the platform’s own message', async () => {
    const error = { code: '40105', message: 'Access token is incorrect or has been revoked.' };
    await open({ sync_history: [aRun({ status: 'failed', fetched: null, error })] });
    const run = textOf(screen.getAllByRole('row')[1]);
    expect(run).toContain('failed');
    expect(run).toContain('1 hour ago');
    expect(run).toContain('40105 — the platform no longer accepts the sign-in.');
    expect(run).toContain('Access token is incorrect or has been revoked.');
  });

  it('shows masked references only', async () => {
    await open({ accounts: [anAccount({ masked_ref: 'act_•••4821' })] });
    expect(screen.getByText('act_•••4821').tagName).toBe('CODE');
  });

  it('shows markup in a name as text', async () => {
    const name = '<img src=x onerror="alert(1)">';
    await open({ name });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name);
    expect(document.querySelector('img')).toBeNull();
  });
});

it('leads back to the list with a word when the source is not in the snapshot', async () => {
  await openPanel({ stored: aSnapshot(), hash: '#/source/gone' });
  expect(location.hash).toBe('#/');
  expect(textOf(screen.getByRole('main'))).toContain('That source is not in the snapshot any more.');
  expect(textOf(screen.getByRole('status'))).toContain('That source is not in the snapshot any more.');
});
