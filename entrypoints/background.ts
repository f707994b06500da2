import { defineBackground } from 'wxt/utils/define-background';
import { firstItems } from '../fixtures/first-items.ts';
import { badgeOf } from '../lib/badge.ts';
import { alone, browser, closeStorage, onStored, showBadge, storageArea } from '../lib/browser.ts';
import { tidy } from '../lib/snapshot/storage/tidy.ts';
import { readVerdicts } from '../lib/snapshot/storage/verdicts.ts';

export default defineBackground(() => {
  const refreshBadge = async () => showBadge(badgeOf(await readVerdicts(storageArea), Date.now()));
  const tidyUp = () => tidy(storageArea, alone);

  // Chrome presses the button itself from now on, and then tells no one: the listener is Firefox's.
  void browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
  // Firefox opens a sidebar only inside the user's own action: no await before it.
  browser.action.onClicked.addListener(() => void browser.sidebarAction?.toggle());

  void closeStorage();

  browser.runtime.onInstalled.addListener(async () => {
    const isFirst = await alone(async () => {
      const { snapshot } = await storageArea.get(['snapshot']);
      if (snapshot !== undefined) return false;
      await storageArea.set(firstItems(Date.now()));
      return true;
    });
    if (!isFirst) await tidyUp();
  });

  // Every start of the worker refreshes the badge, so listening to the browser's start is enough.
  browser.runtime.onStartup.addListener(tidyUp);
  onStored(() => void refreshBadge());
  void refreshBadge();
});
