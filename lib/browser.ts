import { api } from './browser-api.ts';
import { accountIn } from './console-accounts.ts';
import { CONSOLE_ORIGINS, consoleOf } from './consoles.ts';
import { takeEarly } from './early.ts';
import type { FrontDoor } from './panel/following.ts';
import { keepLook, lookItems, readLook } from './panel/look.ts';
import type { SessionArea } from './panel/memory.ts';
import type { KeptLook } from './panel/preferences.ts';
import type { Shortcut } from './panel/shortcut.ts';
import { crashProof, UNFINISHED } from './snapshot/storage/crash-proof.ts';
import { LIST_KEYS, type StorageArea, type WithLock } from './snapshot/storage/layout.ts';
import { type StartTimer, TimeoutError, withTimeout } from './with-timeout.ts';

export const startTimer: StartTimer = (ms, done) => {
  const timer = setTimeout(done, ms);
  return () => clearTimeout(timer);
};

/** Several times as long as writing the largest snapshot takes on a slow machine. */
const NEEDED_MS = 30_000;
/** The list waits for these optional answers, so not for long. */
const OPTIONAL_MS = 1_000;

/** The answer, or a fallback if there is none: an optional API must never block the panel. */
async function orElse<T>(fallback: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await withTimeout(ask(), startTimer, OPTIONAL_MS);
  } catch {
    return fallback;
  }
}

const local: StorageArea = api.storage.local;

function earlyItems(keys: string[] | null) {
  return String(keys) === String(LIST_KEYS) ? takeEarly('list') : undefined;
}

const answeringLocal: StorageArea = {
  get: async (keys) => withTimeout(earlyItems(keys) ?? local.get(keys), startTimer, NEEDED_MS),
  set: async (items) => withTimeout(local.set(items), startTimer, NEEDED_MS),
  remove: async (keys) => withTimeout(local.remove(keys), startTimer, NEEDED_MS),
};

/** Where snapshots are kept. Each call rejects with a `TimeoutError` if the browser does not answer. */
export const storageArea: StorageArea = api.sidebarAction ? answeringLocal : crashProof(answeringLocal);

/** Kept until the browser closes, and readable by this extension's own pages only. Never rejects. */
export const sessionArea: SessionArea = {
  get: () => orElse({}, () => takeEarly('session') ?? api.storage.session.get()),
  set: (items) => orElse(undefined, () => api.storage.session.set(items)),
};

/** A key for the window this page belongs to. If the browser doesn't say, it is random and nothing is restored. */
export function windowKey(): Promise<string> {
  return orElse(`window/${crypto.randomUUID()}`, async () => {
    const { id } = await (takeEarly('window') ?? api.windows.getCurrent());
    return `window/${id}`;
  });
}

/**
 * One task at a time across all pages and the background of this extension. A page that closes releases its lock.
 * Rejects with a `TimeoutError` if another page keeps the lock too long.
 */
export const withLock: WithLock = async (task) => {
  const waiting = new AbortController();
  const stopTimer = startTimer(NEEDED_MS, () =>
    waiting.abort(new TimeoutError('Another page does not release the lock.')),
  );
  // Once the task holds the lock the signal has no effect: only the wait is limited.
  return navigator.locks.request('snapshot', { signal: waiting.signal }, task).finally(stopTimer);
};

/** Calls back after any window has stored something. */
export function onStored(listener: () => void): void {
  api.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key !== UNFINISHED)) listener();
  });
}

/** How the user wants the panel to look. `entrypoints/first-paint.ts` applies it. */
export const keptLook: KeptLook = {
  read: () => readLook(lookItems(globalThis)),
  keep(look) {
    keepLook(lookItems(globalThis), look);
    // The browser notifies only the other windows.
    dispatchEvent(new StorageEvent('storage'));
  },
  onChange(listener) {
    addEventListener('storage', listener);
    return () => removeEventListener('storage', listener);
  },
};

/** The manifest declares only one. */
export const shortcut: Shortcut = {
  async read() {
    const commands = await orElse(null, () => api.commands.getAll());
    return commands && (commands[0]?.shortcut ?? '');
  },
  async change() {
    const { commands, tabs } = api;
    if (api.sidebarAction) await orElse(undefined, () => commands.openShortcutSettings());
    else await orElse(null, () => tabs.create({ url: 'chrome://extensions/shortcuts' }));
  },
  family: api.sidebarAction ? 'firefox' : 'chromium',
};

const MOMENT_MS = 500;

const consoles = { origins: [...CONSOLE_ORIGINS] };

/** The active tab of this page's own window, and the user's permission to know which console it shows. */
export const frontDoor: FrontDoor = {
  // A browser that doesn't answer has granted nothing.
  async isAllowed() {
    const { origins = [] } = await orElse({}, () => api.permissions.getAll());
    // One console is enough: the user can withdraw any of them in the browser's settings.
    return origins.some((origin) => CONSOLE_ORIGINS.includes(origin));
  },
  // No time limit: the browser waits for the user.
  ask: () => api.permissions.request(consoles),
  async giveBack() {
    // If the browser keeps the permission, the panel says so at its next opening.
    await orElse(false, () => api.permissions.remove(consoles));
  },
  onAllowedChange(listener) {
    const { onAdded, onRemoved } = api.permissions;
    onAdded.addListener(listener);
    onRemoved.addListener(listener);
    return () => {
      onAdded.removeListener(listener);
      onRemoved.removeListener(listener);
    };
  },
  async tab() {
    const [tab] = await orElse([], () => api.tabs.query({ active: true, currentWindow: true }));
    if (tab === undefined) return undefined;
    // The address itself is not passed on.
    const { id, url = '', status } = tab;
    return { id, console: consoleOf(url), account: accountIn(url), isLoading: status === 'loading' };
  },
  moment: () => new Promise((resolve) => setTimeout(resolve, MOMENT_MS)),
  onTabChange(listener) {
    const { onActivated, onUpdated } = api.tabs;
    // Without permission for an address, only the loading status shows that it changed.
    const onChange = (_id: number, { status, url }: { status?: string; url?: string }) => {
      if (status !== undefined || url !== undefined) listener();
    };
    onActivated.addListener(listener);
    onUpdated.addListener(onChange);
    return () => {
      onActivated.removeListener(listener);
      onUpdated.removeListener(onChange);
    };
  },
};
