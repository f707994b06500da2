/** What a panel shows, and what the extension keeps, as expressions to evaluate in its pages. */

export const HEADING = 'document.querySelector("main h1")?.textContent';
/** Of the list, while the reader is there: elsewhere it is kept, and hidden. */
export const ROWS = 'document.querySelectorAll("main > :not([hidden]) h3 > a").length';
export const STATUS = 'document.querySelector("[role=status]").textContent';

/** From now on: every change of what is stored. */
export const WATCH_STORED = `(() => {
  globalThis.changes = [];
  chrome.storage.onChanged.addListener((change, area) => changes.push({ area, change }));
})()`;

/** Everything the extension keeps, wherever a page of it can, and kept meanwhile. */
export const STORED = `Promise.all([
  chrome.storage.local.get(null), chrome.storage.session.get(null), chrome.storage.sync.get(null),
  { ...localStorage }, { ...sessionStorage }, indexedDB.databases(), caches.keys(), changes,
]).then(JSON.stringify)`;
