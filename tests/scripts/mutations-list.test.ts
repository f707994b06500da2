import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTATIONS } from '../../scripts/mutations-list.ts';

test('each line that npm run mutations breaks is there exactly once', () => {
  const lost = MUTATIONS.filter(({ file, was }) => {
    const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
    return text.split(was).length !== 2;
  });
  expect(lost).toEqual([]);
});
