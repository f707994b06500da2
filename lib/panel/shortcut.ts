/** The shortcut that opens the panel. It is the browser's: only there it can be changed. */
export interface Shortcut {
  /** As the browser writes it, `Alt+Shift+S` or `⌥⇧S`; empty if there is none, null if the browser does not say. */
  read(): Promise<string | null>;
  /** Opens the browser's own page for it. */
  change(): Promise<void>;
  /** Whose page that is. */
  family: 'chromium' | 'firefox';
}
