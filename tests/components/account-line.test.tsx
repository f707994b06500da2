import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { anAccount, aSnapshot, aSource } from '../../fixtures/builders.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Source } from '../../lib/schema/snapshot.ts';
import { FakeBrowser } from '../front-door.ts';
import { aMemory } from '../memory-area.ts';
import { openPanel, textOf } from './panel.tsx';

const ID = '7012345678905678';
const at = (id: string) => `https://ads.tiktok.com/i18n/perf/campaign?aadvid=${id}`;

function withAccounts(name: string, refs: string[] | null, overrides: Partial<Source> = {}) {
  const accounts = refs?.map((masked_ref) => anAccount({ masked_ref })) ?? null;
  return aSource({ id: name, name, accounts, ...overrides });
}

async function open(sources: Source[], address = at(ID)) {
  const browser = new FakeBrowser({ allowed: true, address });
  const reports: Report[] = [];
  const memory = aMemory();
  const panel = await openPanel({
    stored: aSnapshot({ sources }),
    frontDoor: browser.door,
    memory,
    writeClipboard: async (report) => void reports.push(report),
  });
  await screen.findByText('TikTok Ads Manager');
  return { ...panel, browser, reports, memory };
}

/** The line about the account; null if there is none. */
function line(): string | null {
  const found = [...document.querySelectorAll('main p')].find((one) => /^Account …/.test(textOf(one)));
  return found ? textOf(found) : null;
}

describe('the line about the account in front', () => {
  it('names the source that has it, with a link and its health', async () => {
    await open([
      withAccounts('TikTok Ads Maison Été', ['•••1111', '•••5678'], { connection: 'expired' }),
      withAccounts('TikTok Ads France', ['•••2222']),
    ]);
    await waitFor(() => expect(line()).toBe('Account …5678: TikTok Ads Maison Été · Error'));
    const link = screen.getAllByRole('link', { name: 'TikTok Ads Maison Été' })[0];
    expect(link?.getAttribute('href')).toBe(`#/source/${encodeURIComponent('TikTok Ads Maison Été')}`);
    expect(link?.querySelector('bdi')?.textContent).toBe('TikTok Ads Maison Été');
  });

  it('names all sources that may have it, the first three at once', async () => {
    await open(['A', 'B', 'C', 'D', 'E'].map((name) => withAccounts(name, ['•••78'])));
    const maybe = (name: string) => `${name} · Healthy · may be this account`;
    await waitFor(() =>
      expect(line()).toBe(`Account …5678: ${['A', 'B', 'C'].map(maybe).join(', ')} 2 more`),
    );
    fireEvent.click(screen.getByRole('button', { name: '2 more' }));
    await waitFor(() =>
      expect(line()).toBe(`Account …5678: ${['A', 'B', 'C', 'D', 'E'].map(maybe).join(', ')}`),
    );
  });

  it('says that the account is listed but not selected', async () => {
    const accounts = [
      anAccount({ masked_ref: '•••5678', selected: false }),
      anAccount({ masked_ref: '•••1111' }),
    ];
    await open([aSource({ id: 'a', name: 'TikTok A', accounts })]);
    await waitFor(() => expect(line()).toBe('Account …5678 is known, and not selected.'));
    cleanup();
    await open([aSource({ id: 'a', name: 'TikTok A', accounts }), withAccounts('TikTok B', null)]);
    await waitFor(() => expect(line()).toBe('Account …5678 is not selected in TikTok A'));
  });

  it('says that no source has it if every account could be compared, and otherwise nothing', async () => {
    const three = ['A', 'B', 'C'].map((name) => withAccounts(name, ['•••1111']));
    await open(three);
    await waitFor(() => expect(line()).toBe('Account …5678 is in none of your 3 TikTok sources.'));
    cleanup();
    await open([...three, withAccounts('D', ['tt_•••_fr'])]);
    expect(line()).toBeNull();
    cleanup();
    const { area, model } = await open(three);
    const { rows, ...cache } = JSON.parse(String(area.contents().rows));
    await area.set({ rows: JSON.stringify({ ...cache, rows: [rows[0], rows[1], null] }), 'source/2': '{' });
    await model.reload();
    await waitFor(() => expect(screen.getByText(/Source 3 cannot be read/)).toBeTruthy());
    expect(line()).toBeNull();
  });

  it('follows the console from account to account, to none, and to no console', async () => {
    const { browser } = await open([
      withAccounts('A', ['•••5678']),
      withAccounts('B', ['•••1111']),
      withAccounts('C', ['•••2222']),
    ]);
    await waitFor(() => expect(line()).toContain('A · Healthy'));
    for (const id of ['70991111', '70992222', '70991111', '70992222']) browser.goTo(at(id));
    await waitFor(() => expect(line()).toBe('Account …2222: C · Healthy'));
    browser.goTo('https://ads.tiktok.com/i18n/perf');
    await waitFor(() => expect(line()).toBeNull());
    browser.goTo(at(ID));
    await waitFor(() => expect(line()).toContain('A · Healthy'));
    browser.goTo('https://mail.example/');
    await waitFor(() => expect(line()).toBeNull());
    browser.goTo(at(ID));
    await waitFor(() => expect(line()).toContain('A · Healthy'));
    browser.allow(false);
    await waitFor(() => expect(line()).toBeNull());
  });
});

it('keeps no part of the id, and shows none elsewhere', async () => {
  const { area, reports, memory } = await open([withAccounts('A', ['•••5678']), withAccounts('B', [])]);
  await waitFor(() => expect(line()).toContain('…5678'));
  fireEvent.click(screen.getByRole('button', { name: /copy/i }));
  await waitFor(() => expect(reports).toHaveLength(1));
  const { title, body } = document;
  const elsewhere = [
    title,
    textOf(screen.getByRole('status')),
    JSON.stringify(reports),
    JSON.stringify(await memory.recall()),
    location.href,
  ].join('\n');
  expect(elsewhere).not.toContain('5678');
  const everything = `${elsewhere}${JSON.stringify(area.contents())}${body.outerHTML}`;
  // More of it than may be shown: five characters or more.
  for (let at = 0; at + 5 <= ID.length; at += 1) expect(everything).not.toContain(ID.slice(at, at + 5));
});
