/** Whose account is in front: a whole id, read from a console's address, compared with what masks leave visible. */

/**
 * `this`: four visible characters or more fit the id's beginning and end. `maybe`: fewer do. `other`: they don't fit.
 * `unknown`: there is nothing to compare, as nothing is visible, nothing is masked, or it is another kind of id.
 */
export type Likeness = 'this' | 'maybe' | 'other' | 'unknown';

/** What is needed of each account of a source. */
export interface AccountRef {
  masked_ref: string;
  selected: boolean;
}

/** What is needed of each source. */
export interface AccountsOfSource {
  platform: string;
  /** Null where they are not reported. */
  accounts: readonly AccountRef[] | null;
}

export interface Found<Source> {
  /** The sources that bring the account; where none surely does, those that may. In the order they were given. */
  sources: Source[];
  isSure: boolean;
  /** False where a source surely knows the account, and none has it selected. */
  isSelected: boolean;
  /** How many sources of the platform there are. */
  total: number;
  /** Every account of the platform could be compared, and none is this one. */
  isInNone: boolean;
}

const ENOUGH_VISIBLE = 4;
const MASKS = /[•*]+/;
/** A word before the id: `act_`, `properties/`, `urn:li:sponsoredAccount:`. */
const LABEL = /^(?:[a-z][a-z ]*[_:/.#-] *)+|^(?:act|p)(?=[\d•*])/;
/** What is the same in every id of its kind, so that it says nothing. */
const SAME_IN_ALL = /^entity|\.myshopify\.com$/;
/** What only groups the characters of an id: `908-172-6354`. */
const SEPARATORS = /[-_. ]/g;

/** @param id whole. @param maskedRef with its runs of `•` or `*` */
export function compareAccount(id: string, maskedRef: string): Likeness {
  const wanted = plain(id);
  const isNumber = /^\d+$/.test(wanted);
  const ref = plain(isNumber ? folded(maskedRef).replace(LABEL, '') : maskedRef);
  const [head = '', ...others] = ref.split(MASKS);
  const tail = others.pop();
  const visible = head.length + (tail?.length ?? 0);
  if (tail === undefined || `${head}${tail}${others.join('')}` === '') return 'unknown';
  if (fits(wanted, head, others, tail)) return visible >= ENOUGH_VISIBLE ? 'this' : 'maybe';
  const shown = head + others.join('') + tail;
  // A store's number is not its handle, nor an entity its profile's: what is another kind of id cannot be compared.
  const isOfKind = isNumber ? /^\d+$/.test(shown) : /^[a-z\d]+$/.test(shown) && !/^\d+$/.test(shown);
  return isOfKind ? 'other' : 'unknown';
}

/** Each mask hides one character or more, so parts neither touch nor overlap. */
function fits(id: string, head: string, inner: readonly string[], tail: string): boolean {
  if (!id.startsWith(head) || !id.endsWith(tail)) return false;
  const end = id.length - tail.length;
  let at = head.length;
  for (const part of inner) {
    const found = id.indexOf(part, at + 1);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at < end;
}

/** @param id of the account in front, on `platform` */
export function findAccount<Source extends AccountsOfSource>(
  id: string,
  platform: string,
  all: readonly Source[],
): Found<Source> {
  const own = all.filter((source) => source.platform === platform);
  const compared = own.map((source) => ({
    source,
    accounts: source.accounts?.map(({ masked_ref, selected }) => ({
      likeness: compareAccount(id, masked_ref),
      selected,
    })),
  }));
  const like = (wanted: Likeness) =>
    compared.filter(({ accounts }) => accounts?.some(({ likeness }) => likeness === wanted));
  const sure = like('this');
  const isSure = sure.length > 0;
  const matches = isSure ? sure : like('maybe');
  return {
    sources: matches.map(({ source }) => source),
    isSure,
    isSelected:
      !isSure ||
      sure.some(({ accounts }) =>
        accounts?.some(({ likeness, selected }) => likeness === 'this' && selected),
      ),
    total: own.length,
    isInNone:
      own.length > 0 &&
      compared.every(({ accounts }) => accounts?.every(({ likeness }) => likeness === 'other')),
  };
}

/** The end of an id that may be shown: at most four characters, and never more than half of it. */
export function shownEnd(id: string): string {
  const length = Math.min(4, Math.floor(id.length / 2));
  return id.slice(id.length - length);
}

function plain(text: string): string {
  return folded(text).replace(SAME_IN_ALL, '').replace(SEPARATORS, '');
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
