import type { Kind } from './find.ts';
import type { Profile } from './profile.ts';

/** How the panel is to look: what is left out stays as it is. */
export interface Look {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  forcedColors?: boolean;
  reducedMotion?: boolean;
}

/** What a page is to run: an expression, or a function that needs nothing but its arguments. */
export type Code<Args extends unknown[]> = string | ((...args: Args) => unknown);

/** The real side panel or sidebar, open in one window. */
export interface Panel {
  /** Runs in the panel's document, awaits it, and hands over what JSON keeps of it. @throws what it throws */
  evaluate<Args extends unknown[]>(code: Code<Args>, ...args: Args): Promise<unknown>;
  /** All the text in sight. */
  text(): Promise<string>;
  /** A real click on the middle of the first element of this CSS selector, waited for and scrolled into view. */
  click(selector: string): Promise<void>;
  /** A real key: `Tab`, `Shift+Tab`, `Enter`, `ArrowDown`, `a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Chooses a file in the first `<input type="file">` of this CSS selector, as its dialog does. */
  choose(selector: string, file: string): Promise<void>;
  /** Until the expression is true in the panel. @throws after `timeout` ms, with the panel's text */
  waitFor(expression: string, timeout?: number): Promise<void>;
  goto(hash: string): Promise<void>;
  /** Loads its document anew. @returns the page’s background in each frame until there was something to say */
  reload(): Promise<string[]>;
  /** Until what it was last told is drawn. */
  painted(): Promise<void>;
  look(look: Look): Promise<void>;
  /** Its whole height, however long it scrolls, as a PNG. */
  screenshot(file: string, look?: Look): Promise<void>;
  /**
   * What it threw and what was refused to it, since it was opened. In Chromium also console.error; in Firefox
   * that of all panels, since the last was opened.
   */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** One window of the browser. */
export interface BrowserWindow {
  /** Presses the extension's own button in the toolbar. */
  pressButton(): Promise<void>;
  /** Opens the panel, which is closed, by that button, and waits for its document. */
  openPanel(): Promise<Panel>;
  /** Loads an address in the window's tab. */
  visit(url: string): Promise<void>;
  /** Runs an expression in that tab. */
  evaluate(expression: string): Promise<unknown>;
}

/** A browser with a profile of its own and nothing but the built extension in it. */
export interface Running {
  kind: Kind;
  version: string;
  /** `chrome-extension://…/` or `moz-extension://…/` */
  origin: string;
  window: BrowserWindow;
  newWindow(): Promise<BrowserWindow>;
  /** How many windows have the panel open. */
  panelsOpen(): Promise<number>;
  /** Answers for these hosts with this page, from now on: no network is asked. */
  serve(hosts: readonly string[], html: string): Promise<void>;
  /**
   * Does what makes the extension ask its reader for hosts, and says yes. In Firefox by the question's own button;
   * Chromium's cannot be pressed, so there the yes is given beforehand, as in its settings, and it asks no more.
   */
  allow(origins: readonly string[], ask: () => Promise<void>): Promise<void>;
  /** As `allow`, and says no: where the question's button can be pressed. */
  deny?(ask: () => Promise<void>): Promise<void>;
  /** Takes hosts back from the extension, as its reader does in the browser's settings. */
  withdraw(origins: readonly string[]): Promise<void>;
  /** As in a panel, on a page of the extension that shows and runs nothing: for its storage. */
  evaluate<Args extends unknown[]>(code: Code<Args>, ...args: Args): Promise<unknown>;
  /** Downloads go to this folder, without a question, until another panel is opened. */
  downloadTo(folder: string): Promise<void>;
  /** Ends with the browser, whoever closes it. */
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
  /** To start with what an earlier browser left in it; it is kept. A fresh one where it is left out. */
  profile?: Profile;
}

/** The expression that runs this code with these arguments. */
export function toExpression(code: string | ((...args: never[]) => unknown), args: unknown[]): string {
  return typeof code === 'string' ? code : `(${code})(...${JSON.stringify(args)})`;
}

/** True once the place where the panel is has something to say: code for its document. The list may be there, and hidden. */
export const HAS_CONTENT = `Array.from(document.querySelectorAll('main :is(h1, h2)')).some((heading) => heading.checkVisibility())`;
