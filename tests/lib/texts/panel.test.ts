import { describe, expect, it } from 'vitest';
import { texts } from '../../../lib/texts/panel.ts';
import { sourceTexts } from '../../../lib/texts/source.ts';

describe('the sentence that answers', () => {
  it.each<[args: [number, number, number?], words: string]>([
    [[2, 14], '2 of 14 sources need action.'],
    [[1, 14], '1 of 14 sources needs action.'],
    [[0, 14], 'None of 14 sources need action.'],
    [[0, 1], 'None of 1 source needs action.'],
    [[1, 14, 1], '1 of 14 needs action, 1 cannot be read.'],
    [[2, 14, 3], '2 of 14 need action, 3 cannot be read.'],
    [[0, 14, 1], '1 of 14 sources cannot be read. None of the others needs action.'],
    [[0, 2, 2], '2 sources cannot be read.'],
    [[0, 1, 1], '1 source cannot be read.'],
  ])('for %j is “%s”', (args, words) => {
    expect(texts.list.needAction(...args)).toBe(words);
  });
});

describe('plurals', () => {
  it('ask the number, however it is written', () => {
    expect(sourceTexts.older(1, '١')).toBe('Show ١ older run');
    expect(sourceTexts.older(11, '١١')).toBe('Show ١١ older runs');
    expect(sourceTexts.runs(1, '١', null, '١ completed', null)).toBe('١ run: ١ completed.');
  });
});
