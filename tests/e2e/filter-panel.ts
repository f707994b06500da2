import type { BrowserWindow, Panel } from '../../scripts/browsers/browser.ts';
import { ROWS } from './seen.ts';

/** The button that starts or stops following, among the list's other choices. */
export const FOLLOW = '#filter-panel button.link';

/** Opens the panel, with the list's other choices unfolded. */
export async function openWithFilters(window: BrowserWindow): Promise<Panel> {
  const panel = await window.openPanel();
  await panel.waitFor(`${ROWS} > 0`);
  if (!(await panel.evaluate('document.querySelector("#filter-panel").checkVisibility()')))
    await panel.click('[aria-controls="filter-panel"]');
  await panel.waitFor('document.querySelector("#filter-panel select")');
  return panel;
}
