/** A whole id, read from a console's address, compared with what a mask leaves visible of an account's. */
import type { AccountInFront } from '../console-accounts.ts';

/**
 * `this`: four visible characters or more fit the id's beginning and end. `maybe`: fewer do. `other`: it is another
 * account. `unknown`: nothing visible, nothing masked, or perhaps another kind of id.
 */
export type Likeness = 'this' | 'maybe' | 'other' | 'unknown';

const ENOUGH_VISIBLE = 4;
const MASKS = /[•*]+/;
/** A word before an id: `snap_`, `gid://shopify/`. Ids hold none of these signs. */
const LABEL = /^[^\d•*]*[_:/#] */;
/** The same before a number, where any sign that is no letter ends it, and two words need none: `act`, `p`. */
const LABEL_OF_NUMBER = /^(?:[^\d•*]*[^\p{L}\d•*]|act(?=[\d•*])|p(?=[\d•*]))/u;
/** What is the same in every id of its kind, so that it says nothing. */
const SAME_IN_ALL = /^entity|\.myshopify\.com$/;
/** What only groups an id's characters: `7012-••••-5678`. */
const SEPARATORS = /[-_ ]/g;

/** @param maskedRef with its runs of `•` or `*` */
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

/** Each mask hides one character or more, so what is visible neither touches nor overlaps. */
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
