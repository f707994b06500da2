import { expect, it } from 'vitest';
import { inEachBrowser } from './browsers.ts';

inEachBrowser('the toolbar button', (browser) => {
  it('finds the panel closed after installation', async () => {
    expect(await browser().panelsOpen()).toBe(0);
  });

  it('opens the panel, and closes it when pressed again', async () => {
    const { window, panelsOpen } = browser();

    await window.pressButton();
    await expect.poll(panelsOpen).toBe(1);

    await window.pressButton();
    await expect.poll(panelsOpen).toBe(0);
  });

  it('opens a separate panel in each window', async () => {
    const { window, newWindow, panelsOpen } = browser();
    const other = await newWindow();

    const panel = await other.openPanel();
    expect(await panelsOpen()).toBe(1);
    const second = await window.openPanel();
    expect(await panelsOpen()).toBe(2);

    await panel.close();
    await second.close();
    expect(await panelsOpen()).toBe(0);
  });
});
