import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { anAccount, aProfile, aQualityEntry, aRun, aSnapshot, aSource } from '../../fixtures/builders.ts';
import firstFixture from '../../fixtures/tiktok-ads-france.json' with { type: 'json' };
import { snapshotSchema } from '../../lib/schema/snapshot.ts';
import { openPanel, textOf } from './panel.tsx';

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

  it('describes each of the four actions that are not ready by its reason', async () => {
    await openPanel({ stored: snapshotSchema.parse(firstFixture), hash });
    const rows = section(/Actions/).getAllByRole('listitem');
    expect(
      rows.filter((row) => textOf(row).includes('Not now:')).map((row) => textOf(row).split(' allowed')[0]),
    ).toEqual(['Disable source', 'Manual sync', 'Retry failed sync', 'Acknowledge schema change']);
    const manualSync = screen.getByRole('button', { name: 'Show Manual sync' });
    const described = document.getElementById(manualSync.getAttribute('aria-describedby') ?? '');
    expect(textOf(described ?? undefined)).toContain('Not now: The source is disabled.');
  });

  it('shows a neutral "allowed" if an action would not help now, and disables no button', async () => {
    await openPanel({ stored: snapshotSchema.parse(firstFixture), hash });
    const isMarked = (name: string) =>
      screen.getByRole('button', { name }).parentElement?.querySelector('[data-tone="healthy"]') !== null;
    expect(isMarked('Show Reconnect')).toBe(true);
    expect(isMarked('Show Manual sync')).toBe(false);
    expect(document.querySelector('[aria-disabled]')).toBeNull();
  });
});

describe('choosing an action', () => {
  it('opens its preview in place, and closes it when chosen again', async () => {
    await open({});
    const reconnect = screen.getByRole('button', { name: 'Show Reconnect' });
    expect(reconnect.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(reconnect);
    expect(reconnect.getAttribute('aria-expanded')).toBe('true');
    const preview = document.getElementById(reconnect.getAttribute('aria-controls') ?? '');
    expect(preview?.hidden).toBe(false);
    expect(textOf(preview ?? undefined)).toBe(
      'Would touch the sign-in of this source Would leave its data, its mapping and its schedule From here ' +
        'Nothing happens. The panel never changes the snapshot, contacts the platform, or starts a job.',
    );
    fireEvent.click(reconnect);
    expect(preview?.hidden).toBe(true);
  });

  it('stores nothing', async () => {
    const { area } = await open({});
    const before = area.contents();
    for (const button of screen.getAllByRole('button')) fireEvent.click(button);
    await screen.findByRole('textbox', { name: /does not let the panel copy/ });
    await vi.dynamicImportSettled();
    expect(area.contents()).toEqual(before);
  });

  it('is linked from the suggestion, and from what unblocks it', async () => {
    await open({ connection: 'expired', schedule: { every_minutes: 10, latency_minutes: 0 } });
    const actions = section(/Actions/);
    expect(textOf(actions.getByText(/^Suggested/))).toBe('Suggested: Reconnect');
    fireEvent.click(actions.getAllByRole('button', { name: 'Show Reconnect' }).at(-1) ?? document.body);
    expect(document.activeElement?.id).toBe('action-reconnect');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
  });

  it('is linked from a finding that it helps with', async () => {
    await open({ connection: 'expired' });
    expect(textOf(section(/Health/).getByText(/^What helps/))).toBe('What helps: Reconnect');
    fireEvent.click(section(/Health/).getByRole('button', { name: 'Show Reconnect' }));
    expect(document.activeElement?.id).toBe('action-reconnect');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
  });

  it('is denied to a viewer, with the reason, except for looking', async () => {
    await openPanel({ stored: aSnapshot({ profiles: [aProfile({ role: 'auditor' })] }), hash });
    const actions = section(/Actions/);
    expect(actions.getAllByText('denied')).toHaveLength(7);
    expect(actions.getAllByText('allowed')).toHaveLength(2);
    expect(actions.getAllByText('Your role in this Profile may only look.')).toHaveLength(7);
  });
});

describe('above Health', () => {
  const heading = () =>
    textOf(screen.getByRole('heading', { level: 1 }).parentElement?.parentElement ?? undefined);

  it.each([
    ['healthy', {}, 'Healthy TikTok Ads Connected Profile:'],
    [
      'off, whatever its health',
      { enabled: false, disabled_by: 'user' },
      'Off TikTok Ads Connected (disabled)',
    ],
    ['stopped', { enabled: false, disabled_by: 'system' }, 'Error TikTok Ads Connected (disabled)'],
    ['broken', { connection: 'revoked' }, 'Error TikTok Ads Revoked'],
  ])('shows its state: %s', async (_, source, words) => {
    await open(source);
    expect(heading()).toContain(`TikTok Ads France ${words}`);
  });

  it('shows a working connection without emphasis', async () => {
    await open({ token: null, connection: 'connected' });
    expect(screen.getByText('Connected').closest('[data-tone]')).toBeNull();
  });

  it('calls only mock data mock data', async () => {
    await openPanel({ stored: { ...aSnapshot(), notice: 'Made from 2 files', mock: false }, hash });
    expect(textOf(screen.getByRole('main'))).toContain('Made from 2 files');
    expect(textOf(screen.getByRole('main'))).not.toContain('Mock data.');
  });
});

describe('the findings', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, at) => aQualityEntry({ code: `code_${at}`, message: `Message ${at}` }));
  const shown = () => section(/Health/).getAllByText(/^Message/).length;

  it('follow the status and what the dashboards show', async () => {
    await open({ data_quality: entries(1) });
    expect(textOf(screen.getByRole('region', { name: 'Health' }))).toMatch(
      /Status: .*Dashboards show .*Last success: .*code_0 — Message 0/,
    );
  });

  it('are five at first, and the rest one click away', async () => {
    await open({ data_quality: entries(8) });
    expect(shown()).toBe(5);
    fireEvent.click(section(/Health/).getByRole('button', { name: '3 more' }));
    expect(shown()).toBe(8);
    expect(textOf(document.activeElement ?? undefined)).toContain('Message 5');
  });

  it('give the next step if no action helps', async () => {
    await open({ enabled: false, disabled_by: 'billing' });
    expect(textOf(section(/Health/).getByText(/^What helps/))).toMatch(/^What helps: Ask whoever pays/);
  });
});

describe('what is not reported', () => {
  it('takes one line, and no row of its own', async () => {
    await open({ accounts: null, token: null, technical: { mapping_status: null, schema_changed: null } });
    expect(textOf(screen.getByRole('region', { name: 'Health' }))).toMatch(
      /Not reported: sign-in, accounts, mapping,.* schema change\./,
    );
    const facts = textOf(screen.getByRole('region', { name: 'Technical status' }));
    expect(facts).not.toMatch(/mapping status|schema_changed|not reported/);
  });

  it('is never shown as none', async () => {
    await open({ accounts: null, sync_history: [] });
    expect(section(/External accounts/).getByText('Accounts are not reported.')).toBeTruthy();
    expect(section(/Sync history/).getByText('No sync is reported.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: /Streams/ })).toBeNull();
  });
});

describe('the streams', () => {
  it('show their last success and what their error means, failing ones first', async () => {
    await open({
      streams: [
        { name: 'ads', last_successful_sync: '2026-11-20T07:00:00Z', error: null },
        { name: 'creatives', last_successful_sync: null, error: { code: '40105', message: 'No token' } },
      ],
    });
    const streams = section(/Streams \(2\)/)
      .getAllByRole('listitem')
      .map(textOf);
    expect(streams[0]).toMatch(/^creatives last success not reported 40105 · .* No token$/);
    expect(streams[1]).toMatch(/^ads last success .* · 07:00$/);
  });

  it('are twenty at first', async () => {
    const streams = Array.from({ length: 25 }, (_, at) => ({
      name: `s${at}`,
      last_successful_sync: null,
      error: null,
    }));
    await open({ streams });
    expect(section(/Streams/).getAllByRole('listitem')).toHaveLength(20);
    fireEvent.click(section(/Streams/).getByRole('button', { name: 'Show 5 more' }));
    expect(section(/Streams/).getAllByRole('listitem')).toHaveLength(25);
  });
});

it('shows only what is reported about an account', async () => {
  await open({
    accounts: [
      anAccount({ name: 'A', status: 'no_access', time_zone: 'Europe/Paris', currency: 'EUR' }),
      anAccount({ name: 'B' }),
    ],
  });
  const names = section(/External accounts/)
    .getAllByRole('rowheader')
    .map(textOf);
  expect(names).toEqual(['A (mapping confirmed) · no_access · Europe/Paris · EUR', 'B (mapping confirmed)']);
});

describe('the facts of a source', () => {
  it('says what the dashboards show', async () => {
    await open({ technical: { last_successful_sync: null }, sync_history: [] });
    expect(textOf()).toContain('Dashboards show no complete numbers from this source yet.');
    expect(textOf()).toContain('Last success: not known');
    expect(textOf()).not.toContain('The platform itself');
  });

  it('says how old the numbers are, and how late the platform’s own numbers are', async () => {
    await open({});
    const health = textOf(screen.getByRole('region', { name: 'Health' }));
    expect(health).toContain('Dashboards show current numbers. Last success: 60 min ago · 07:00');
    expect(health).toContain('The platform itself delivers figures up to 11 h late.');
  });

  it('adds further known facts to the seven technical ones, marked if a finding is about them', async () => {
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

  it('says why, with the main cause and what does not count', async () => {
    await open({ connection: 'revoked', enabled: false, accounts: [] });
    const why = screen.getByText('Why this status').closest('details');
    expect(textOf(why ?? undefined)).toContain('token_revoked (error, main cause)');
    expect(textOf(why ?? undefined)).toContain(
      'no_accounts does not count, because the source is switched off',
    );
  });

  it('marks what needs attention with words, not only with colour', async () => {
    await open({ technical: { schema_changed: true, api_version_review: 'IN_REVIEW' } });
    const facts = textOf(screen.getByRole('region', { name: 'Technical status' }));
    expect(facts).toContain('schema_changed: Yes (needs attention)');
    expect(facts).toContain('API version review: IN_REVIEW (needs attention)');
    expect(facts).toContain('changelog_review_required: No field');
  });

  it('shows an unknown word as it is', async () => {
    await open({
      connection: 'paused',
      platform: 'reddit_ads',
      data_quality: [aQualityEntry({ severity: 'FATAL' })],
    });
    expect(textOf()).toContain('reddit_ads paused Profile: Profile France · reddit_ads');
    expect(screen.getByText('FATAL')).toBeTruthy();
  });

  it('explains a run’s error in plain words beside its code and the platform’s own message', async () => {
    const error = { code: '40105', message: 'Access token is incorrect or has been revoked.' };
    await open({ sync_history: [aRun({ status: 'failed', fetched: null, error })] });
    const run = textOf(screen.getAllByRole('row')[1]);
    expect(run).toContain('failed');
    expect(run).toContain('60 min ago');
    expect(run).toContain(
      '40105 · the access token is wrong or was revoked — the platform no longer accepts the sign-in.',
    );
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

it('goes back to the list with a notice if the source is not in the snapshot', async () => {
  await openPanel({ stored: aSnapshot(), hash: '#/source/gone' });
  expect(location.hash).toBe('#/');
  expect(textOf(screen.getByRole('main'))).toContain('This source is no longer in the snapshot.');
  expect(textOf(screen.getByRole('status'))).toContain('This source is no longer in the snapshot.');
});
