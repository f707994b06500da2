/** Which sources have the account that the ads console shows. The account's id is not stored. */
import type { AccountInFront } from '../console-accounts.ts';
import type { Row } from '../snapshot/rows/row.ts';
import { compareAccount, type Likeness, shownEnd } from './compare-account.ts';

/**
 * `this`: these sources have selected it. `maybe`: these may have. `unselected`: these list it without having selected
 * it, but another source may have. `notSelected`: it is listed, and certainly no source has selected it. `none`: no
 * source of the platform lists it.
 */
export type AccountAnswer = {
  /** The part of the id's end that may be shown. */
  end: string;
} & (
  | { kind: 'this' | 'maybe' | 'unselected'; rows: Row[] }
  | { kind: 'notSelected' }
  | { kind: 'none'; platform: string; sources: number }
);

/**
 * Null if nothing can be said.
 * @param rows of all readable sources
 * @param isWhole false if a source is unreadable: it may have the account
 */
export function findAccount(
  account: AccountInFront,
  rows: readonly Row[],
  isWhole: boolean,
): AccountAnswer | null {
  const { id, platform } = account;
  const compare = (refs: readonly string[]) => refs.map((ref) => compareAccount(account, ref));
  const own = rows.filter((row) => row.platform === platform);
  const compared = own.map((row) => ({
    row,
    isReported: row.accounts !== null,
    selected: compare(row.accounts?.selected ?? []),
    others: compare(row.accounts?.others ?? []),
  }));
  const rowsWith = (part: 'selected' | 'others', likeness: Likeness) =>
    compared.filter((one) => one[part].includes(likeness)).map(({ row }) => row);
  const areOthers = (part: 'selected' | 'others') =>
    isWhole && compared.every((one) => one.isReported && one[part].every((like) => like === 'other'));

  const end = shownEnd(id);
  for (const kind of ['this', 'maybe'] as const) {
    const found = rowsWith('selected', kind);
    if (found.length > 0) return { end, kind, rows: found };
  }
  const known = rowsWith('others', 'this');
  if (known.length > 0) {
    return areOthers('selected') ? { end, kind: 'notSelected' } : { end, kind: 'unselected', rows: known };
  }
  const isInNone = own.length > 0 && areOthers('selected') && areOthers('others');
  return isInNone ? { end, kind: 'none', platform, sources: own.length } : null;
}
