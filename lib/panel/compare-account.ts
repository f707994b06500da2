/** Compares a whole id from a console's address with the visible part of a masked account reference. */
import type { AccountInFront } from '../console-accounts.ts';

/**
 * `this`: the id starts and ends with the visible characters, of which there are four or more. `maybe`: with fewer.
 * `other`: it is a different account. `unknown`: nothing is visible, nothing is masked, or it may be another kind of id.
 */
export type Likeness = 'this' | 'maybe' | 'other' | 'unknown';

const ENOUGH_VISIBLE = 4;
const MASKS = /[•*]+/;
/** A word before an id: `snap_`, `gid://shopify/`. Ids contain none of these characters. */
const LABEL = /^[^\d•*]*[_:/#] */;
/** A word before a number. Any character but a letter ends it; `act` and `p` need none. */
const LABEL_OF_NUMBER = /^(?:[^\d•*]*[^\p{L}\d•*]|act(?=[\d•*])|p(?=[\d•*]))/u;
/** The same in every id of its kind, so it proves nothing. */
const SAME_IN_ALL = /^entity|\.myshopify\.com$/;
/** Characters that only group an id: `7012-••••-5678`. */
const SEPARATORS = /[-_ ]/g;

/** @param maskedRef including its runs of `•` or `*` */
export function compareAccount({ id, isOnlyName }: AccountInFront, maskedRef: string): Likeness {
  const isNumber = /^\d+$/.test(id);
  const wanted = plain(fold(id));
  const ref = plain(fold(maskedRef).replace(isNumber ? LABEL_OF_NUMBER : LABEL, ''));
  const [head = '', ...inner] = ref.split(MASKS);
  const tail = inner.pop();
  const shown = `${head}${inner.join('')}${tail ?? ''}`;
  const isOfKind = !isNumber || /^\d+$/.test(shown);
  if (tail === undefined || shown === '' || !isOfKind) return 'unknown';
  if (fits(wanted, head, inner, tail)) {
    return head.length + tail.length >= ENOUGH_VISIBLE ? 'this' : 'maybe';
  }
  return isOnlyName ? 'other' : 'unknown';
}

/** Each mask hides at least one character, so the visible parts neither touch nor overlap. */
function fits(id: string, head: string, inner: readonly string[], tail: string): boolean {
  if (!id.startsWith(head) || !id.endsWith(tail)) return false;
  let at = head.length;
  for (const part of inner) {
    const found = id.indexOf(part, at + 1);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at < id.length - tail.length;
}

/** The end of an id that may be shown: at most four characters, and never more than half of it. */
export function shownEnd(id: string): string {
  const length = Math.min(4, Math.floor(id.length / 2));
  return id.slice(id.length - length);
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function plain(folded: string): string {
  return folded.replace(SAME_IN_ALL, '').replace(SEPARATORS, '');
}
