/** Following: which ads console is in front of the reader, once he has allowed the panel to see that. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Console, consoleOf } from '../consoles.ts';

export interface FrontTab {
  id: number | undefined;
  /** Left out where it may not be read. */
  address: string | undefined;
  isLoading: boolean;
}

/** What the browser knows of the reader's permission and of the tab in front of him. */
export interface FrontDoor {
  /** Whether the reader allows the address of any console to be read. */
  isAllowed(): Promise<boolean>;
  /** Has the browser ask the reader. Works only inside his own action. */
  ask(): Promise<boolean>;
  giveBack(): Promise<void>;
  onAllowedChange(listener: () => void): void;
  /** The tab in front in the panel's own window. */
  tab(): Promise<FrontTab | undefined>;
  /** Calls back whenever another tab is in front, or another address in a tab. @returns how to stop */
  onTabChange(listener: () => void): () => void;
  /** Resolves after the moment that a browser may take from one page to the next. */
  moment(): Promise<void>;
}

/** `denied`: he was asked and said no. `ended`: he allowed it, and took it back outside this panel. */
export type FollowState = 'off' | 'on' | 'denied' | 'ended';

export interface Following {
  /** Kept nowhere: the browser's own permission says whether it is on. */
  state: ReadonlySignal<FollowState>;
  /** The console in front, by its name and platform; its address and title are forgotten at once. */
  console: ReadonlySignal<Console | null>;
  start(): Promise<void>;
  /** To be called inside the reader's click, before any await. */
  ask(): Promise<void>;
  stop(): Promise<void>;
}

export function createFollowing(door: FrontDoor): Following {
  const state = signal<FollowState>('off');
  const front = signal<Console | null>(null);
  let consoleTab: number | undefined;
  let looks = 0;

  async function look(): Promise<void> {
    looks += 1;
    const own = looks;
    let tab = await door.tab();
    // Between two pages of a console Firefox has the tab at no address: that is not leaving it.
    if (own === looks && front.value !== null && tab?.isLoading && tab.id === consoleTab && !consoleIn(tab)) {
      await door.moment();
      tab = own === looks ? await door.tab() : undefined;
    }
    if (own !== looks) return;
    front.value = consoleIn(tab);
    consoleTab = tab?.id;
  }

  async function checkAllowed(): Promise<void> {
    const before = state.value;
    const allowed = await door.isAllowed();
    // What the reader did meanwhile is newer than this answer.
    if (allowed && state.value === before) state.value = 'on';
    if (!allowed && state.value === 'on') state.value = 'ended';
  }

  // The tabs are listened to only while the reader allows it.
  effect(() => {
    if (state.value !== 'on') return;
    void look();
    const stopListening = door.onTabChange(() => void look());
    return () => {
      stopListening();
      looks += 1;
      front.value = null;
    };
  });

  return {
    state,
    console: front,
    async start() {
      door.onAllowedChange(() => void checkAllowed());
      await checkAllowed();
    },
    async ask() {
      const allowed = await door.ask().catch(() => false);
      state.value = allowed ? 'on' : 'denied';
    },
    async stop() {
      state.value = 'off';
      await door.giveBack();
    },
  };
}

function consoleIn(tab: FrontTab | undefined): Console | null {
  return tab?.address === undefined ? null : consoleOf(tab.address);
}
