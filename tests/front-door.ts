import { accountIn } from '../lib/console-accounts.ts';
import { consoleOf } from '../lib/consoles.ts';
import type { FrontDoor } from '../lib/panel/following.ts';

interface Start {
  allowed?: boolean;
  /** Of the tab in front. */
  address?: string;
}

/** Settles only when the test says so. */
const never = new Promise<void>(() => {});

/** A browser with one window and one tab, whose user answers as the test says. */
export class FakeBrowser {
  /** The user's answer when asked. */
  answer = false;
  /** How often the user was asked, and how often the address was read. */
  asked = 0;
  looks = 0;
  /** The tab in front. */
  id = 1;
  isLoading = false;
  moment: Promise<void> = never;
  #allowed: boolean;
  readonly #withdrawn = new Set<string>();
  #address: string | undefined;
  readonly #onAllowed = new Set<() => void>();
  readonly #onTab = new Set<() => void>();

  constructor({ allowed = false, address }: Start = {}) {
    this.#allowed = allowed;
    this.#address = address;
  }

  get listening(): number {
    return this.#onTab.size;
  }

  goTo(address: string | undefined): void {
    this.#address = address;
    for (const listener of this.#onTab) listener();
  }

  /** Only for the console at this address; the others stay allowed. */
  withdraw(address: string): void {
    this.#withdrawn.add(address);
    for (const listener of this.#onAllowed) listener();
  }

  /** In the browser's own settings. */
  allow(allowed: boolean): void {
    this.#allowed = allowed;
    for (const listener of this.#onAllowed) listener();
  }

  readonly door: FrontDoor = {
    isAllowed: async () => this.#allowed,
    ask: async () => {
      this.asked += 1;
      await Promise.resolve();
      if (this.answer) this.allow(true);
      return this.answer;
    },
    giveBack: async () => this.allow(false),
    onAllowedChange: (listener) => {
      this.#onAllowed.add(listener);
      return () => this.#onAllowed.delete(listener);
    },
    tab: async () => {
      this.looks += 1;
      const isHidden = !this.#allowed || this.#withdrawn.has(this.#address ?? '');
      const address = isHidden ? '' : (this.#address ?? '');
      return {
        id: this.id,
        console: consoleOf(address),
        account: accountIn(address),
        isLoading: this.isLoading,
      };
    },
    moment: () => this.moment,
    onTabChange: (listener) => {
      this.#onTab.add(listener);
      return () => this.#onTab.delete(listener);
    },
  };
}
