import { defineBackground } from 'wxt/utils/define-background';
import { firstItems } from '../fixtures/first-items.ts';
import { browser, closeStorage, showBadge } from '../lib/background-browser.ts';
import { badgeOf } from '../lib/badge.ts';
import { onStored, storageArea, withLock } from '../lib/browser.ts';
import { hasSnapshot } from '../lib/snapshot/storage/layout.ts';
import { tidy } from '../lib/snapshot/storage/tidy.ts';
import { readVerdicts } from '../lib/snapshot/storage/verdicts.ts';

const rowsVersion = import.meta.env.ROWS_VERSION;

export default defineBackground(() => {
  // From now on Chrome itself handles a click on the button and fires no event: the listener is for Firefox.
  attempt(async () => browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true }));
  // Firefox opens a sidebar only during a user action: no await before it.
  browser.action.onClicked.addListener(() => attempt(async () => browser.sidebarAction?.toggle()));

  attempt(closeStorage);

  browser.runtime.onInstalled.addListener(() => attempt(install));
  // Every start of the worker refreshes the badge, so the browser's start only has to tidy.
  browser.runtime.onStartup.addListener(() => attempt(tidyUp));
  onStored(() => attempt(refreshBadge));
  attempt(refreshBadge);
});

/** The background can't report a failure to anyone, and tries everything here again at its next start. */
async function attempt(task: () => Promise<unknown>): Promise<void> {
  await task().catch(() => {});
}

/** Stores the sample data, unless something is stored already, even something that can't be read. */
async function install(): Promise<void> {
  const isFirst = await withLock(async () => {
    if (hasSnapshot(await storageArea.get(['snapshot']))) return false;
    await storageArea.set(firstItems(Date.now(), rowsVersion));
    return true;
  });
  if (!isFirst) await tidyUp();
}

async function tidyUp(): Promise<void> {
  await tidy(storageArea, withLock);
}

async function refreshBadge(): Promise<void> {
  await showBadge(badgeOf(await readVerdicts(storageArea, rowsVersion), Date.now()));
}
