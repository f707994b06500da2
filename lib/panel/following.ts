/** Following: which ads console is in front of the user, once they have allowed the panel to see that. */
import { batch, createModel, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AccountInFront } from '../console-accounts.ts';
import type { Console } from '../consoles.ts';

export interface FrontTab {
  id: number | undefined;
  /** Null also where its address may not be read. */
  console: Console | null;
  /** What the console's address says of the account; null where it says nothing. */
  account: AccountInFront | null;
  isLoading: boolean;
}

/** What the browser knows of the user's permission and of the tab in front. */
export interface FrontDoor {
  /** Whether the user allows the address of any console to be read. */
  isAllowed(): Promise<boolean>;
  /** Has the browser ask the user. Works only inside their own action. */
  ask(): Promise<boolean>;
  giveBack(): Promise<void>;
  /** @returns how to stop */
  onAllowedChange(listener: () => void): () => void;
  /** The tab in front in the panel's own window. */
  tab(): Promise<FrontTab | undefined>;
  /** Calls back whenever another tab is in front, or another address in a tab. @returns how to stop */
  onTabChange(listener: () => void): () => void;
  /** Resolves after the moment that a browser may take from one page to the next. */
  moment(): Promise<void>;
}

/** `denied`: the user was asked and said no. `ended`: the user allowed it, and took it back outside this panel. */
export type FollowState = 'off' | 'on' | 'denied' | 'ended';

export interface Following {
  /** Kept nowhere: the browser's own permission says whether it is on. */
  state: ReadonlySignal<FollowState>;
  /** The console in front, by its name and platform; its address and title are not known here. */
  console: ReadonlySignal<Console | null>;
  /** The account there, whose id is whole: it is only for comparing, and is kept here as long as it is in front. */
  account: ReadonlySignal<AccountInFront | null>;
  /** Never rejects. */
  start(): Promise<void>;
  /** Has to be called inside the user's click, before any await. */
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

  /** Where the browser does not say which tab is in front, no console is. */
  const readTab = () => door.tab().catch(() => undefined);

  async function checkTab(): Promise<void> {
    checks += 1;
    const own = checks;
    let tab = await readTab();
    // Between two pages of a console Firefox has the tab at no address: the user has not left it.
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
    // What the user did meanwhile is newer than this answer.
    if (allowed && state.value === before) state.value = 'on';
    if (!allowed && state.value === 'on') state.value = 'ended';
    // The permission for the console in front may have gone while others are left.
    if (before === 'on' && state.value === 'on') await checkTab();
  }

  effect(() => door.onAllowedChange(() => void checkAllowed()));

  // Tabs are listened to only while the user allows it.
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
        // The browser keeps the permission; the panel does not use it.
      });
    },
  };
});
