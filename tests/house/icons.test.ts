import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { toPng } from '../../scripts/png.ts';

/** The contents of a PNG file's chunks. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const content = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    chunks.set(file.toString('latin1', at + 4, at + 8), content);
  }
  return chunks;
}

it('a picture is written as its colours, and the place of each pixel among them', () => {
  const [red, clear] = [
    [255, 0, 0, 255],
    [0, 0, 9, 0],
  ] as const;
  const chunks = chunksOf(toPng(2, [...red, ...clear, ...clear, ...red]));
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
  expect([...(chunks.get('PLTE') ?? [])]).toEqual([255, 0, 0, 0, 0, 9]);
  expect([...(chunks.get('tRNS') ?? [])]).toEqual([255, 0]);
  expect([...inflateSync(chunks.get('IDAT') ?? '')]).toEqual([0, 0, 1, 0, 1, 0]);
});

it('one with too many colours for a palette is refused', () => {
  const pixels = Array.from({ length: 17 * 17 }, (_, pixel) => [pixel >> 8, pixel & 255, 0, 255]).flat();
  expect(() => toPng(17, pixels)).toThrow('289 colours');
});

it.each([16, 32, 48, 96, 128])('the icon of %i pixels is as large as its name says', (size) => {
  const header = chunksOf(readFileSync(join(import.meta.dirname, `../../public/icon/${size}.png`))).get(
    'IHDR',
  );
  expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([size, size]);
});
