import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { waitUntil } from './wait-until.ts';

/** Changes that a user can make on the browser's extensions page. */
export interface ChromiumSettings {
  /** What the browser says before it installs the extension with its current permissions. */
  installWarnings(): Promise<string[]>;
  grant(origins: readonly string[]): Promise<void>;
  withdraw(origins: readonly string[]): Promise<void>;
}

const URL = 'chrome://extensions/';

/** Opens the page in a background tab. @param id the extension's */
export function openSettings(context: BrowserContext, protocol: CDPSession, id: string): ChromiumSettings {
  let opened: Promise<Page> | undefined;
  async function open(): Promise<Page> {
    await protocol.send('Target.createTarget', { url: URL, background: true });
    return waitUntil(URL, async () => context.pages().find((page) => page.url() === URL));
  }
  async function ask(code: string): Promise<unknown> {
    opened ??= open();
    return (await opened).evaluate(code);
  }
  return {
    async installWarnings() {
      return z.array(z.string()).parse(await ask(`chrome.management.getPermissionWarningsById('${id}')`));
    },
    async grant(origins) {
      for (const origin of origins)
        await ask(`chrome.developerPrivate.addHostPermission('${id}', '${origin}')`);
    },
    async withdraw(origins) {
      for (const origin of origins) {
        await ask(`chrome.developerPrivate.removeHostPermission('${id}', '${origin}').catch(() => {
          // Already withdrawn.
        })`);
      }
    },
  };
}
