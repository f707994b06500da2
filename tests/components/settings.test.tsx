import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import type { Shortcut } from '../../lib/panel/shortcut.ts';
import { SharedLook } from '../shared-look.ts';
import { openPanel, textOf } from './panel.tsx';

const stored = aSnapshot({ sources: [aSource({ name: 'TikTok' })] });
const press = (key: string, on: Element = document.body) => fireEvent.keyDown(on, { key });
const dialog = () => screen.findByRole('dialog', { name: 'Display and keyboard' });
const isOpen = () => screen.queryByRole('dialog') !== null;
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

describe('the settings', () => {
  it('are opened from the bar in every place, and closed by their own button', async () => {
    const { model } = await openPanel({ stored });
    for (const hash of ['#/', '#/source/tiktok-ads-france', '#/data']) {
      model.goTo(hash);
      fireEvent.click(screen.getByRole('button', { name: 'Display and keyboard' }));
      fireEvent.click(within(await dialog()).getByRole('button', { name: 'Close' }));
      await waitFor(() => expect(isOpen()).toBe(false));
    }
  });

  it('show what is chosen, and keep a new choice', async () => {
    const shared = new SharedLook();
    const { model } = await openPanel({ stored, keptLook: shared });
    press('?');
    await dialog();
    expect([radio('As the system').checked, radio('Comfortable').checked]).toEqual([true, true]);
    fireEvent.click(radio('Dark'));
    fireEvent.click(radio('Compact'));
    expect(model.preferences.look.value).toEqual({ theme: 'dark', density: 'compact', singleKeys: 'on' });
    expect(shared.read()).toEqual({ theme: 'dark', density: 'compact', singleKeys: 'on' });
  });

  it('follow a choice made in another window', async () => {
    const shared = new SharedLook();
    await openPanel({ stored, keptLook: shared });
    press('?');
    await dialog();
    shared.keep({ theme: 'light', density: 'compact', singleKeys: 'on' });
    await waitFor(() => expect([radio('Light').checked, radio('Compact').checked]).toEqual([true, true]));
  });
});

describe('the shortcut that opens the panel', () => {
  const shortcut = (keys: string, family: Shortcut['family'], change = async () => {}): Shortcut => ({
    read: async () => keys,
    change,
    family,
  });

  it('is shown as the browser writes it, with a way to change it', async () => {
    await openPanel({ stored, shortcut: shortcut('⌥⇧S', 'chromium') });
    press('?');
    await screen.findByText('⌥⇧S');
    expect(textOf(await dialog())).toContain('chrome://extensions/shortcuts');
  });

  it('is “not set” if the browser has none', async () => {
    await openPanel({ stored, shortcut: shortcut('', 'firefox') });
    press('?');
    await screen.findByText('not set');
    expect(textOf(await dialog())).toContain('about:addons → gear → Manage Extension Shortcuts');
  });

  it('is left out, with where to change it, if the browser refuses both', async () => {
    const refuse = () => Promise.reject(new Error('Not here'));
    await openPanel({ stored, shortcut: { read: refuse, change: refuse, family: 'firefox' } });
    press('?');
    await dialog();
    fireEvent.click(screen.getByRole('button', { name: 'Change it' }));
    const words = await screen.findByRole('alert');
    expect(textOf(words)).toContain('The browser does not open that page. You can change it in about:addons');
    expect(isOpen()).toBe(true);
    expect(screen.queryByText(/Open or close the panel from any tab/)).toBeNull();
  });

  it('is changed on the browser’s page, and read again afterwards', async () => {
    let keys = 'Alt+Shift+S';
    const change = async () => {
      keys = 'Alt+Shift+P';
    };
    await openPanel({ stored, shortcut: { read: async () => keys, change, family: 'firefox' } });
    press('?');
    await screen.findByText('Alt+Shift+S');
    fireEvent.click(screen.getByRole('button', { name: 'Change it' }));
    await waitFor(() => expect(isOpen()).toBe(false));
    press('?');
    await screen.findByText('Alt+Shift+P');
  });
});

describe('the keys', () => {
  const search = () => screen.getByRole<HTMLInputElement>('searchbox');

  it('? types a question mark in a text field', async () => {
    const { model } = await openPanel({ stored });
    press('?', search());
    model.goTo('#/data');
    press('?', await screen.findByRole('textbox', { name: 'Paste or type the text' }));
    expect(isOpen()).toBe(false);
  });

  it('/ goes to the search, and types no / into it', async () => {
    await openPanel({ stored });
    // False if the browser is kept from typing it.
    expect(press('/')).toBe(false);
    expect(document.activeElement).toBe(search());
    expect(press('/', search())).toBe(true);
  });

  it('/ does nothing if there is no search', async () => {
    await openPanel({ stored, hash: '#/source/tiktok-ads-france' });
    expect(press('/')).toBe(true);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves keys pressed with %s to the browser', async (held) => {
    await openPanel({ stored });
    fireEvent.keyDown(document.body, { key: '?', [held]: true });
    expect(fireEvent.keyDown(document.body, { key: '/', [held]: true })).toBe(true);
    expect(isOpen()).toBe(false);
  });

  it('/ and ? do nothing once switched off; Escape still goes back', async () => {
    const { model } = await openPanel({ stored });
    press('?');
    fireEvent.click(within(await dialog()).getByRole('radio', { name: 'Off' }));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(isOpen()).toBe(false));
    expect(press('/')).toBe(true);
    press('?');
    expect(isOpen()).toBe(false);
    model.goTo('#/data');
    press('Escape');
    expect(location.hash).toBe('#/');
  });

  it('Escape in the dialog only closes the dialog: the user stays in the same place', async () => {
    await openPanel({ stored, hash: '#/source/tiktok-ads-france' });
    press('?');
    press('Escape', await dialog());
    expect(location.hash).toBe('#/source/tiktok-ads-france');
  });
});
