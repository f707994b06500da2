import { describe, expect, it } from 'vitest';
import { summarise } from '../../../lib/status/summarise.ts';
import type { Health, Lifecycle, Numbers } from '../../../lib/status/vocabulary.ts';
import { answer, numbersLine } from '../../../lib/texts/answer.ts';

/** `error warning off`: a source of each. */
const summaryOf = (words: string) =>
  summarise(
    words
      .split(' ')
      .filter(Boolean)
      .map((word): { health: Health; lifecycle: Lifecycle } => {
        if (word === 'off') return { health: 'healthy', lifecycle: 'off' };
        const health = (['error', 'unknown', 'warning', 'pending'] as const).find((known) => known === word);
        return { health: health ?? 'healthy', lifecycle: 'enabled' };
      }),
  );

describe('the sentence that answers', () => {
  it.each<[sources: string, unreadable: number, scope: string, words: string]>([
    ['error error fine', 0, '', '2 of 3 sources need action.'],
    ['error warning', 0, '', '1 of 2 sources needs action.'],
    ['unknown', 0, '', '1 of 1 source needs action.'],
    ['error fine', 1, '', '1 of 3 needs action, 1 cannot be read.'],
    ['error fine fine', 0, 'Profile France', '1 of 3 in Profile France needs action.'],
    ['fine fine', 0, '', 'None of 2 sources needs action.'],
    ['warning warning fine', 0, '', 'None of 3 sources is broken; 2 have warnings.'],
    ['warning pending fine off', 0, '', 'None of 4 sources is broken; 1 has a warning, 1 to set up.'],
    ['pending fine', 0, 'TikTok Ads', 'None of 2 sources in TikTok Ads is broken; 1 to set up.'],
    ['off off', 0, '', 'All 2 sources are off.'],
    ['fine off', 0, '', 'None of 2 sources needs action.'],
    ['fine', 0, '', 'This source needs no action.'],
    ['warning', 0, '', 'This source is not broken; it has a warning.'],
    ['pending', 0, '', 'This source is to be set up.'],
    ['off', 0, '', 'This source is off.'],
    ['fine', 1, '', '1 of 2 sources cannot be read. None of the others needs action.'],
    ['warning', 1, '', '1 of 2 sources cannot be read. None of the others is broken; 1 has a warning.'],
    ['off', 1, '', '1 of 2 sources cannot be read. All the others are off.'],
    ['', 2, '', '2 sources cannot be read.'],
    ['', 1, '', '1 source cannot be read.'],
  ])('over “%s” with %i unreadable in “%s” is “%s”', (sources, unreadable, scope, words) => {
    expect(answer(summaryOf(sources), unreadable, scope)).toBe(words);
  });
});

describe('the line on the numbers', () => {
  it.each<[byNumbers: [Numbers, number][], off: number, words: string]>([
    [[], 0, 'No numbers are hidden, missing, late or partial.'],
    [[], 2, 'No numbers are hidden, missing, late or partial. 2 are off.'],
    [
      [
        ['late', 2],
        ['hidden', 1],
        ['partial', 1],
      ],
      1,
      'Numbers: 1 hidden, 2 late, 1 only partial. 1 is off.',
    ],
    [
      [
        ['frozen', 1],
        ['unknown', 3],
        ['missing', 1],
      ],
      0,
      'Numbers: 1 frozen, 3 unknown, 1 missing.',
    ],
  ])('for %j and %i off', (byNumbers, off, words) => {
    expect(numbersLine(new Map(byNumbers), off)).toBe(words);
  });
});
