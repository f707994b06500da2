import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A PNG's header has its width and height in bytes 16 to 24. */
test.each([16, 32, 48, 128])('the icon of %i pixels has that size', (size) => {
  const file = readFileSync(join(import.meta.dirname, `../../public/icon/${size}.png`));

  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([size, size]);
});
