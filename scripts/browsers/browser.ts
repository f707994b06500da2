import type { Kind } from './find.ts';
import type { Profile } from './profile.ts';

/** How the panel should look; omitted properties stay as they are. */
export interface Look {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  forcedColors?: boolean;
  reducedMotion?: boolean;
}

/** Code for a page: an expression, or a function that uses nothing but its arguments. */
export type Code<Args extends unknown[]> = string | ((...args: Args) => unknown);

/** The real side panel or sidebar, open in one window. */
export interface Panel {
  /** Runs code in the panel's document and awaits it. @returns what JSON keeps of the result @throws what it throws */
  evaluate<Args extends unknown[]>(code: Code<Args>, ...args: Args): Promise<unknown>;
  /** All visible text. */
  text(): Promise<string>;
  /** A real click on the centre of the first match, which is waited for and scrolled into view. */
  click(selector: string): Promise<void>;
  /** A real key: `Tab`, `Shift+Tab`, `Enter`, `ArrowDown`, `a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Chooses a file in the first `<input type="file">` of this CSS selector, as its dialog does. */
  choose(selector: string, file: string): Promise<void>;
  /** Resolves when the expression is true in the panel. @throws after `timeout` ms, with the panel's text */
  waitFor(expression: string, timeout?: number): Promise<void>;
  goto(hash: string): Promise<void>;
  /** Reloads its document. @returns the page’s background in each frame until it had content */
  reload(): Promise<string[]>;
  /** Resolves when the latest changes are drawn. */
  painted(): Promise<void>;
  look(look: Look): Promise<void>;
  /** A PNG of its whole height, however far it scrolls. */
  screenshot(file: string, look?: Look): Promise<void>;
  /**
   * Its exceptions and refused requests since it was opened. In Chromium also console.error; in Firefox those of all
   * panels since the last one was opened.
   */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** One window of the browser. */
export interface BrowserWindow {
  /** Presses the extension's button in the toolbar. */
  pressButton(): Promise<void>;
  /** Opens the closed panel with that button, and waits for its document. */
  openPanel(): Promise<Panel>;
  /** Loads an address in the window's tab. */
  visit(url: string): Promise<void>;
  /** Runs an expression in that tab. */
  evaluate(expression: string): Promise<unknown>;
}

/** A browser with its own profile and only the built extension in it. */
export interface Running {
  kind: Kind;
  version: string;
  /** `chrome-extension://…/` or `moz-extension://…/` */
  origin: string;
  window: BrowserWindow;
  newWindow(): Promise<BrowserWindow>;
  /** How many windows have the panel open. */
  panelsOpen(): Promise<number>;
  /** From now on answers requests for these hosts with this page, without using the network. */
  serve(hosts: readonly string[], html: string): Promise<void>;
  /**
   * Runs `ask`, which makes the extension ask the user for hosts, and says yes: in Firefox with the prompt's own button.
   * Chromium's prompt can't be clicked, so there the hosts are granted in advance, as in its settings, and it doesn't ask.
   */
  allow(origins: readonly string[], ask: () => Promise<void>): Promise<void>;
  /** Like `allow`, but says no; only where the prompt's button can be clicked. */
  deny?(ask: () => Promise<void>): Promise<void>;
  /** Withdraws hosts from the extension, as the user does in the browser's settings. */
  withdraw(origins: readonly string[]): Promise<void>;
  /** Like a panel's `evaluate`, but on a page of the extension that runs none of its code: for its storage. */
  evaluate<Args extends unknown[]>(code: Code<Args>, ...args: Args): Promise<unknown>;
  /** Saves downloads to this folder without asking, until another panel is opened. */
  downloadTo(folder: string): Promise<void>;
  /** Resolves when the browser has ended, whoever closed it. */
  closed: Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  executable: string;
  /** The folder of the built extension. */
  extension: string;
  headless: boolean;
  width?: number;
  height?: number;
  /** Device pixels per CSS pixel. */
  scale?: number;
  /** A profile from an earlier run, which is kept. If omitted, a fresh one. */
  profile?: Profile;
}

/** An expression that runs this code with these arguments. */
export function toExpression(code: string | ((...args: never[]) => unknown), args: unknown[]): string {
  return typeof code === 'string' ? code : `(${code})(...${JSON.stringify(args)})`;
}

/** An expression that is true once the current place has a visible heading. The list may exist but be hidden. */
export const HAS_CONTENT = `Array.from(document.querySelectorAll('main :is(h1, h2)')).some((heading) => heading.checkVisibility())`;
