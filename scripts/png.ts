/** Pictures of few colours as small PNG files: each pixel is its colour's place in a palette. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * https://www.w3.org/TR/png-3/
 * @param pixels red, green, blue and alpha of each, row by row
 * @throws where there are more than 256 colours
 */
export function toPng(size: number, pixels: readonly number[]): Buffer {
  const palette: number[] = [];
  const rows: number[] = [];
  for (let pixel = 0; pixel < size * size; pixel++) {
    // How the row is filtered: not at all.
    if (pixel % size === 0) rows.push(0);
    const color = Buffer.from(pixels.slice(4 * pixel, 4 * pixel + 4)).readUInt32BE();
    if (!palette.includes(color)) palette.push(color);
    rows.push(palette.indexOf(color));
  }
  if (palette.length > 256) throw new Error(`${palette.length} colours are too many for a palette`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits for each pixel, by palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk(
      'PLTE',
      palette.flatMap((color) => [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255]),
    ),
    chunk(
      'tRNS',
      palette.map((color) => color & 255),
    ),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', []),
  ]);
}

function chunk(name: string, content: Uint8Array | readonly number[]): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(content)]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}
