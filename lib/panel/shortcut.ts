/** The shortcut that opens the panel. It belongs to the browser: only there can it be changed. */
export interface Shortcut {
  /** As the browser writes it, `Alt+Shift+S` or `⌥⇧S`; empty if there is none, null if the browser doesn't say. */
  read(): Promise<string | null>;
  /** Opens the browser's own page for it. */
  change(): Promise<void>;
  /** The browser whose page that is. */
  family: 'chromium' | 'firefox';
}
