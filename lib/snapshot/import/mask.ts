import type { Header, Source } from '../../schema/snapshot.ts';

const MASK = '•••';
/** What nobody sees does not count: neither as part of a reference nor between two digits. */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\p{M}]`;
const UNSEEN_RUN = new RegExp(`${UNSEEN}+`, 'gu');
const DIGIT = String.raw`[\p{Nd}\p{No}]`;
const LONG_NUMBER = new RegExp(`${DIGIT}(?:${UNSEEN}*${DIGIT}){9,}`, 'gu');
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]/gu;

/**
 * A reference as it may be stored: as it is if it is masked, else `•••` and at most its last four characters, never
 * more than half of it. Masking twice is masking once.
 */
export function maskReference(reference: string): string {
  return isMasked(reference) ? reference : masked(reference);
}

/** Every run of ten or more digits, of any script, as `•••` and its last four: no account number in a name or message. */
export function maskDigits(text: string): string {
  return text.replace(LONG_NUMBER, masked);
}

/** It has a mask, no more than four letters or digits between two masks, and no long number around them. */
function isMasked(reference: string): boolean {
  const between = reference.split(/[•*]+/u).slice(1, -1);
  return (
    /[•*]/u.test(reference) &&
    between.every((part) => (part.match(LETTERS_AND_DIGITS) ?? []).length <= 4) &&
    maskDigits(reference) === reference
  );
}

function masked(text: string): string {
  const characters = [...text.replace(UNSEEN_RUN, '')];
  const kept = Math.min(4, Math.floor(characters.length / 2));
  return MASK + characters.slice(characters.length - kept).join('');
}

/** Counts the values that masking changed. */
export interface Tally {
  masked: number;
}

export function maskHeader(header: Header, tally: Tally): Header {
  const mask = counting(tally);
  const profiles = header.profiles.map((profile) => ({ ...profile, name: mask(profile.name, maskDigits) }));
  return header.notice === undefined
    ? { ...header, profiles }
    : { ...header, profiles, notice: mask(header.notice, maskDigits) };
}

export function maskSource(source: Source, tally: Tally): Source {
  const mask = counting(tally);
  return {
    ...source,
    name: mask(source.name, maskDigits),
    sync_history: source.sync_history.map((run) =>
      run.error === null
        ? run
        : {
            ...run,
            error: { ...run.error, message: run.error.message && mask(run.error.message, maskDigits) },
          },
    ),
    data_quality: source.data_quality.map((entry) => ({
      ...entry,
      message: mask(entry.message, maskDigits),
    })),
    accounts:
      source.accounts?.map((account) => ({
        ...account,
        name: mask(account.name, maskDigits),
        masked_ref: mask(account.masked_ref, maskReference),
      })) ?? null,
  };
}

function counting(tally: Tally) {
  return (text: string, mask: (text: string) => string): string => {
    const result = mask(text);
    if (result !== text) tally.masked += 1;
    return result;
  };
}
