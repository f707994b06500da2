import { stripVTControlCharacters } from 'node:util';
import { type Bucket, bucketOf } from '../../lib/status/bucket.ts';
import { texts } from '../../lib/texts/panel.ts';
import type { Verdict, Verdicts } from './verdicts.ts';
import { reasonOf, remarksOf, summarySentence } from './words.ts';

/** Colours a text by the health it shows, or leaves it as it is. */
export type Paint = (bucket: Bucket, text: string) => string;

/** Columns. */
const WIDTH = 80;
const GAP = 2;
const HEALTH = Math.max(...Object.values(texts.health).map((label) => label.length)) + GAP;
const WIDEST_NAME = 28;

/** For people: one line per source, or more if the source needs action. */
export function asText(verdicts: Verdicts, paint: Paint): string {
  const names = verdicts.verdicts.map(({ source }) => widthOf(harmless(source.name)));
  const nameWidth = Math.min(WIDEST_NAME, Math.max(0, ...names));
  const sources = verdicts.verdicts.flatMap((verdict) => linesOf(verdict, verdicts.asOf, nameWidth, paint));
  const below = [...remarksOf(verdicts), summarySentence(verdicts.summary)];
  return [...sources, ...below.flatMap((remark) => ['', ...wrap(remark, WIDTH)])]
    .join('\n')
    .trimStart()
    .concat('\n');
}

function linesOf(verdict: Verdict, asOf: string, nameWidth: number, paint: Paint): string[] {
  const bucket = bucketOf(verdict.assessment);
  const name = wrap(verdict.source.name, nameWidth);
  const reason = wrap(reasonOf(verdict, asOf), WIDTH - HEALTH - nameWidth - GAP);
  return Array.from({ length: Math.max(name.length, reason.length) }, (_, line) => {
    const label = line === 0 ? texts.health[bucket] : '';
    const rest = `${pad(name[line] ?? '', nameWidth + GAP)}${reason[line] ?? ''}`.trimEnd();
    return `${paint(bucket, label)}${' '.repeat(HEALTH - label.length)}${rest}`;
  });
}

/** Wraps lines at this many columns, at spaces; only a word that is too long for a line is broken. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of harmless(text)
    .split(/\s+/)
    .flatMap((long) => cut(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

const segmenter = new Intl.Segmenter('en');
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;

function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [''];
  for (const { segment } of segmenter.segment(word)) {
    const last = parts.at(-1) ?? '';
    if (widthOf(last + segment) <= width) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

/** The number of columns a text takes in a terminal. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Names and messages come from outside: they must not move the cursor, change colours or reverse the text. */
function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim();
}
