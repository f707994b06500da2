import { describe, expect, it } from 'vitest';
import { sourceTexts } from '../../../lib/texts/source.ts';

describe('plurals', () => {
  it('depend on the number, however it is written', () => {
    expect(sourceTexts.older(1, '١')).toBe('Show ١ older run');
    expect(sourceTexts.older(11, '١١')).toBe('Show ١١ older runs');
    expect(sourceTexts.runs(1, '١', null, '١ completed', null)).toBe('١ run: ١ completed.');
  });
});
