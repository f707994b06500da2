/** Long runs of hex or base64. Each may be a token but is usually a request's id, so it is masked rather than refused. */
import { readingsOf } from './plain-text.ts';

const HEX_RUN = '(?<![A-Za-z0-9])[0-9a-f]{32,}(?![A-Za-z0-9])';
const BASE64_RUN = '[A-Za-z0-9+/_=-]{36,}';
const RUN = new RegExp(`${HEX_RUN}|${BASE64_RUN}`, 'gi');
const HEX = /^[0-9a-f]+$/i;

/** Ids that support asks for: a run after an id's name, or TikTok's log id, a date of 14 digits followed by hex. */
const ID_NAME =
  '(?:(?:request|req|log|trace|fb_?trace|span|correlation|transaction|operation|activity|event|message|error|incident|invocation|query|job|run|upload|file|batch|report|task|ray|sync|reference|ticket)[ _-]?id|trace(?:parent|state|[ _-]?(?:context|host))?|x-fb-debug|digest|etag|sha-?(?:1|224|256|384|512)|md5|checksum|fingerprint|revision|commit|[\\w-]{0,30}[a-z0-9](?<!account|advertiser|customer|profile|property|seller|merchant|client|user)-(?:r?id(?:-\\d)?|uuid))';
const BEHIND_NAME = `(?<![a-z])${ID_NAME}(?:["'\`]?\\s{0,3}(?:[:=#]|=>|is\\b)\\s{0,3}|\\s{1,3}|["'\`([{])(?:W/)?["'\`([{]{0,2}[\\w.+/=|:~-]{6,200}`;
/** `Request 463a…`: a single word followed by hex. */
const BEHIND_WORD = '(?<![a-z])(?:request|reference|incident)[ :#=("\']{1,4}[0-9a-f]{32,64}(?![\\w-])';
const TIKTOK_LOG_ID = '(?<![A-Za-z0-9])20\\d{12}[0-9A-F]{10,40}(?![A-Za-z0-9])';
const UUID = '(?<![A-Za-z0-9])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9])';
/** Parts of an address are kept; a credential in one is found by its name or form. */
const ADDRESS = '(?<![a-z])(?:https?:)?//[\\w-]{1,63}\\.[^\\s"\'<>]{1,2000}';
const KEPT = new RegExp(`${ADDRESS}|${BEHIND_NAME}|${BEHIND_WORD}|${TIKTOK_LOG_ID}|${UUID}`, 'gi');

/** Replaces everything except the ids to keep. @param replace receives each text between them */
export function outsideIds(text: string, replace: (part: string) => string): string {
  let result = '';
  let from = 0;
  for (const kept of text.matchAll(KEPT)) {
    result += replace(text.slice(from, kept.index)) + kept[0];
    from = kept.index + kept[0].length;
  }
  return result + replace(text.slice(from));
}

const SHORTEST = 32;

/** Masks each separate run: `a94a•••3a8e`. If an encoding hides a run, the whole text is replaced by its decoded form. */
export function maskTokens(text: string): string {
  if (text.length < SHORTEST) return text;
  for (const reading of readingsOf(text)) {
    const masked = outsideIds(reading, (part) =>
      part.replace(RUN, (run) => (isToken(run) ? `${run.slice(0, 4)}•••${run.slice(-4)}` : run)),
    );
    // Another form of the text may hide one more.
    if (masked !== reading) return maskTokens(masked);
  }
  return text;
}

function isToken(run: string): boolean {
  return (run.length >= 32 && HEX.test(run) && /\d/.test(run)) || isWellMixed(run);
}

const WINDOW = 36;
/** Words have a vowel. Random characters leave much after removing such words, names leave little. */
const WORD_OR_NUMBER = /(?=[A-Za-z]{0,3}[aeiouy])(?:[A-Z][a-z]{3,}|[a-z]{4,})|[A-Z][aeiouy][a-z]|[0-9]{4,}/g;

/**
 * How often upper case, lower case and digits alternate within 36 characters, not counting words and numbers. Each
 * separator above two subtracts three, because names made of codes (`9x16_15s_HookA_V3_Q4FY27`) have many and base64
 * has one. Less than 2 % of random base64 scores below 8; of 150,000 names full of codes none scored more than 7.
 */
const WELL_MIXED = 8;

function isWellMixed(run: string): boolean {
  if (!(/[A-Z]/.test(run) && /[a-z]/.test(run) && /[0-9]/.test(run))) return false;
  const kinds = Array.from(
    run.replace(WORD_OR_NUMBER, (word) => ' '.repeat(word.length)),
    kindOf,
  );
  let turns = 0;
  let separators = 0;
  const count = (index: number, step: 1 | -1) => {
    if (kinds[index] === 'separator') separators += step;
    if (isTurn(kinds[index - 1], kinds[index])) turns += step;
  };
  for (let end = 0; end < kinds.length; end++) {
    count(end, 1);
    if (end >= WINDOW) count(end - WINDOW, -1);
    if (end + 1 >= WINDOW && turns - 3 * Math.max(0, separators - 2) >= WELL_MIXED) return true;
  }
  return false;
}

type Kind = 'upper' | 'lower' | 'digit' | 'separator' | 'word';

function isTurn(before: Kind | undefined, here: Kind | undefined): boolean {
  return before !== here && isLetterOrDigit(before) && isLetterOrDigit(here);
}

function isLetterOrDigit(kind: Kind | undefined): boolean {
  return kind === 'upper' || kind === 'lower' || kind === 'digit';
}

function kindOf(char: string): Kind {
  if (char === ' ') return 'word';
  if (char >= 'a' && char <= 'z') return 'lower';
  if (char >= 'A' && char <= 'Z') return 'upper';
  return char >= '0' && char <= '9' ? 'digit' : 'separator';
}
