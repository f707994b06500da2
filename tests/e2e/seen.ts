/** Expressions to evaluate in the extension's pages: what a panel shows, and what the extension stores. */

export const HEADING = 'document.querySelector("main h1")?.textContent';
/** The list's visible rows; in other places the list is kept but hidden. */
export const ROWS = 'document.querySelectorAll("main > :not([hidden]) h3 > a").length';
export const STATUS = 'document.querySelector("[role=status]").textContent';

/** Records every change of the storage from now on. */
export const WATCH_STORED = `(() => {
  globalThis.changes = [];
  chrome.storage.onChanged.addListener((change, area) => changes.push({ area, change }));
})()`;

/** Everything that the extension stores anywhere, including values stored only temporarily. */
export const STORED = `Promise.all([
  chrome.storage.local.get(null), chrome.storage.session.get(null), chrome.storage.sync.get(null),
  { ...localStorage }, { ...sessionStorage }, indexedDB.databases(), caches.keys(), changes,
]).then(JSON.stringify)`;
