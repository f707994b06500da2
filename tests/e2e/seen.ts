/** What a panel shows, as expressions to evaluate in it. */

export const HEADING = 'document.querySelector("main h1")?.textContent';
/** Of the list, while the reader is there: elsewhere it is kept, and hidden. */
export const ROWS = 'document.querySelectorAll("main > :not([hidden]) h3 > a").length';
export const STATUS = 'document.querySelector("[role=status]").textContent';
