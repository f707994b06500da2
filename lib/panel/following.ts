/** Following: which ads console the user has in front, once they have allowed the panel to see that. */
import { batch, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountInFront } from '../console-accounts.ts';
import type { Console } from '../consoles.ts';

export interface FrontTab {
  id: number | undefined;
  /** Also null if the address may not be read. */
  console: Console | null;
  /** The account in the console's address; null if it names none. */
  account: AccountInFront | null;
  isLoading: boolean;
}

/** The user's permission and the tab in front, as reported by the browser. */
export interface FrontDoor {
  /** Whether the user allows the panel to read the address of any console. */
  isAllowed(): Promise<boolean>;
  /** Makes the browser ask the user. Works only during a user action. */
  ask(): Promise<boolean>;
  giveBack(): Promise<void>;
  /** @returns a function that stops it */
  onAllowedChange(listener: () => void): () => void;
  /** The active tab of the panel's own window. */
  tab(): Promise<FrontTab | undefined>;
  /** Calls back when another tab becomes active or a tab's address changes. @returns a function that stops it */
  onTabChange(listener: () => void): () => void;
  /** Resolves after the time a browser may need to go from one page to the next. */
  moment(): Promise<void>;
}

/** `denied`: the user said no. `ended`: the user allowed it, and withdrew the permission outside this panel. */
export type FollowState = 'off' | 'on' | 'denied' | 'ended';

export interface Following {
  /** Not stored: the browser's own permission decides whether it is on. */
  state: ReadonlySignal<FollowState>;
  /** The console in front, by name and platform. Its address and title are not known here. */
  console: ReadonlySignal<Console | null>;
  /** The account in front, with its whole id: used only for comparing, and kept only while it is in front. */
  account: ReadonlySignal<AccountInFront | null>;
  /** Never rejects. */
  start(): Promise<void>;
  /** Must be called in the click handler, before any await. */
  ask(): Promise<void>;
  stop(): Promise<void>;
}

export const FollowingModel = createModel<Following, [FrontDoor]>((door) => {
  const state = signal<FollowState>('off');
  const front = signal<Console | null>(null);
  const account = signal<AccountInFront | null>(null);
  let consoleTab: number | undefined;
  let checks = 0;

  function see(tab: FrontTab | undefined): void {
    batch(() => {
      front.value = tab?.console ?? null;
      account.value = tab?.account ?? null;
    });
  }

  /** If the browser doesn't say which tab is in front, no console is. */
  const readTab = () => door.tab().catch(() => undefined);

  async function checkTab(): Promise<void> {
    checks += 1;
    const own = checks;
    let tab = await readTab();
    // Between two pages of a console, Firefox reports the tab without an address: the user hasn't left the console.
    if (
      own === checks &&
      front.value !== null &&
      tab?.isLoading &&
      tab.id === consoleTab &&
      tab.console === null
    ) {
      await door.moment();
      tab = own === checks ? await readTab() : undefined;
    }
    if (own !== checks) return;
    see(tab);
    consoleTab = tab?.id;
  }

  async function checkAllowed(): Promise<void> {
    const before = state.value;
    const allowed = await door.isAllowed().catch(() => false);
    // What the user did in the meantime is newer than this answer.
    if (allowed && state.value === before) state.value = 'on';
    if (!allowed && state.value === 'on') state.value = 'ended';
    // The permission for the console in front may have gone while others remain.
    if (before === 'on' && state.value === 'on') await checkTab();
  }

  effect(() => door.onAllowedChange(() => void checkAllowed()));

  // Listens to tabs only while the user allows it.
  effect(() => {
    if (state.value !== 'on') return;
    void checkTab();
    const stopListening = door.onTabChange(() => void checkTab());
    return () => {
      stopListening();
      checks += 1;
      see(undefined);
    };
  });

  return {
    state,
    console: front,
    account,
    start: checkAllowed,
    async ask() {
      const allowed = await door.ask().catch(() => false);
      state.value = allowed ? 'on' : 'denied';
    },
    async stop() {
      state.value = 'off';
      await door.giveBack().catch(() => {
        // The browser keeps the permission; the panel doesn't use it.
      });
    },
  };
});
