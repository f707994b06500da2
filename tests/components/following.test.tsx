import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import { TOP } from '../../lib/panel/memory.ts';
import { FakeBrowser } from '../front-door.ts';
import { aMemory } from '../memory-area.ts';
import { openPanel, textOf } from './panel.tsx';

const TIKTOK = 'https://ads.tiktok.com/i18n/dashboard';
const META = 'https://business.facebook.com/latest/home';
const MAIL = 'https://mail.example/';

const stored = aSnapshot({
  sources: [
    aSource({ id: 'tiktok-1', name: 'TikTok 1' }),
    aSource({ id: 'tiktok-2', name: 'TikTok 2' }),
    aSource({ id: 'meta', name: 'Meta Ads', platform: 'meta_ads', connection: 'expired' }),
  ],
});
const main = () => within(screen.getByRole('main'));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const rows = () =>
  main()
    .getAllByRole('listitem')
    .filter((item) => item.querySelector('h3 > a')).length;
const follow = () => screen.getByRole('button', { name: 'Follow my ads console' });

/** Among the list's other choices. */
async function offered(name = 'Follow my ads console') {
  fireEvent.click(screen.getByRole('button', { name: 'Filter & group' }));
  return screen.findByRole('button', { name });
}

describe('the offer to follow', () => {
  it('is among the list’s choices, and asks the browser when clicked', async () => {
    const browser = new FakeBrowser();
    await openPanel({ stored, frontDoor: browser.door });
    expect(browser.asked).toBe(0);
    fireEvent.click(await offered());
    expect(browser.asked).toBe(1);
  });

  it('says that it was refused, and can be used again', async () => {
    const browser = new FakeBrowser({ address: TIKTOK });
    await openPanel({ stored, frontDoor: browser.door });
    fireEvent.click(await offered());
    await screen.findByText(/Not allowed, so nothing is followed/);
    expect(rows()).toBe(3);
    browser.answer = true;
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    await heading('None of 2 sources in TikTok Ads needs action.');
  });

  it('says that the permission was withdrawn, and shows the previous list', async () => {
    const browser = new FakeBrowser({ allowed: true, address: TIKTOK });
    await openPanel({ stored, frontDoor: browser.door });
    await heading('None of 2 sources in TikTok Ads needs action.');
    browser.allow(false);
    await heading('1 of 3 sources needs action.');
    expect(screen.getByText(/The permission was withdrawn/)).toBeTruthy();
  });

  it('can be stopped in the list and in the settings', async () => {
    const browser = new FakeBrowser({ allowed: true, address: MAIL });
    const { model } = await openPanel({ stored, frontDoor: browser.door });
    fireEvent.click(await offered('Stop following'));
    await waitFor(follow);
    expect(await browser.door.isAllowed()).toBe(false);
    browser.allow(true);
    model.goTo('#/data');
    fireEvent.keyDown(document.body, { key: '?' });
    const settings = within(await screen.findByRole('region', { name: 'Ads console' }));
    fireEvent.click(await settings.findByRole('button', { name: 'Stop following' }));
    await settings.findByRole('button', { name: 'Follow my ads console' });
    expect(await browser.door.isAllowed()).toBe(false);
  });
});

describe('with a console in front', () => {
  it('the list shows its platform’s sources, says so, and announces it', async () => {
    const browser = new FakeBrowser({ allowed: true, address: MAIL });
    await openPanel({ stored, frontDoor: browser.door });
    expect(main().queryByText(/TikTok Ads Manager/)).toBeNull();
    browser.goTo(TIKTOK);
    await heading('None of 2 sources in TikTok Ads needs action.');
    expect(textOf(screen.getByRole('main'))).toContain('TikTok Ads Manager · 2 of 3 sources · Show all');
    expect(textOf(screen.getByRole('status'))).toBe('TikTok Ads Manager: 2 of 3 sources.');
    expect(rows()).toBe(2);
    browser.goTo(MAIL);
    await heading('1 of 3 sources needs action.');
    expect(textOf(screen.getByRole('status'))).toBe('');
  });

  it('offers to open the only source, without opening it', async () => {
    const browser = new FakeBrowser({ allowed: true, address: META });
    const { model } = await openPanel({ stored, frontDoor: browser.door });
    const open = await screen.findByRole('link', { name: 'Open Meta Ads' });
    expect(open.getAttribute('href')).toBe('#/source/meta');
    expect(model.place.value).toEqual({ name: 'sources' });
  });

  it('says when no source belongs to it, and leaves the list unchanged', async () => {
    const browser = new FakeBrowser({ allowed: true, address: 'https://admin.shopify.com/store/maison' });
    await openPanel({ stored, frontDoor: browser.door });
    await screen.findByText(/none of 3 sources is from there/);
    expect(rows()).toBe(3);
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
  });

  it('keeps the user’s own choice until they leave, with one button to switch back and forth', async () => {
    const browser = new FakeBrowser({ allowed: true, address: TIKTOK });
    await openPanel({ stored, frontDoor: browser.door });
    const button = await screen.findByRole('button', { name: 'Show all' });
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(rows()).toBe(3));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show only these' }));
    browser.goTo('https://ads.tiktok.com/i18n/campaigns');
    await heading('1 of 3 sources needs action.');
    fireEvent.click(screen.getByRole('button', { name: 'Show only these' }));
    await waitFor(() => expect(rows()).toBe(2));
  });

  it('does not take the user away from a source they are reading', async () => {
    const browser = new FakeBrowser({ allowed: true, address: MAIL });
    const { model } = await openPanel({ stored, frontDoor: browser.door, hash: '#/source/meta' });
    browser.goTo(TIKTOK);
    await waitFor(() => expect(model.following.console.value?.platform).toBe('tiktok_ads'));
    expect(model.place.value).toEqual({ name: 'source', id: 'meta' });
    await heading('Meta Ads');
  });

  it('has its own scroll position, and restores the previous one afterwards', async () => {
    const scrolled = vi.spyOn(window, 'scrollTo');
    // Every row is 510 pixels down the page.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
      () => new DOMRect(0, 510 - window.scrollY, 300, 100),
    );
    const browser = new FakeBrowser({ allowed: true, address: MAIL });
    const { model } = await openPanel({ stored, frontDoor: browser.door });
    const scroll = () => model.listPosition.value.scroll;
    const before = { source: 'meta', top: -30 };
    model.scrolledList(before);
    browser.goTo(TIKTOK);
    await waitFor(() => expect(model.scrollTarget.value).toEqual(TOP));
    // The browser does this itself, because the list is shorter now.
    model.scrolledList({ source: 'tiktok-1', top: -10 });
    await waitFor(() => expect(scroll()).toEqual(TOP));
    model.scrolledList({ source: 'tiktok-1', top: -20 });
    browser.goTo(META);
    await waitFor(() => expect(scroll()).toEqual(TOP));
    browser.goTo(MAIL);
    await waitFor(() => expect(scroll()).toEqual(before));
    expect(scrolled).toHaveBeenLastCalledWith({ top: 540, behavior: 'instant' });
  });
});

it('remembers nothing that came from the console', async () => {
  const memory = aMemory();
  const browser = new FakeBrowser({ allowed: true, address: MAIL });
  const { area, model } = await openPanel({ stored, memory, frontDoor: browser.door });
  model.view.setFilters({ search: 'ads' });
  const [before, storedBefore] = [await memory.recall(), area.contents()];
  browser.goTo(TIKTOK);
  await heading('None of 2 sources in TikTok Ads needs action.');
  model.view.toggleBucket('healthy');
  expect(await memory.recall()).toEqual(before);
  expect(area.contents()).toEqual(storedBefore);
});
