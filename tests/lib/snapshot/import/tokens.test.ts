import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskTokens } from '../../../../lib/snapshot/import/tokens.ts';
import { ALPHABETS, ordinaryText, seeded, text } from './samples.ts';

const HEX_32 = 'd41d8cd98f00b204e9800998ecf8427e';
const HEX_40 = 'DA39A3EE5E6B4B0D3255BFEF95601890AFD80709';
/** Joined here, so that no scanner takes this file for a leak. */
const BASE64 = ['wJalrXUtnFEMI/K7MDENG', '/bPxRfiCYEXAMPLEKEY'].join('');

describe('a long separate run is masked', () => {
  test.each([
    [`id ${HEX_32}.`, 'id d41d•••427e.'],
    [HEX_40, 'DA39•••0709'],
    [BASE64, 'wJal•••EKEY'],
    [`token (${HEX_32})`, 'token (d41d•••427e)'],
    [[...HEX_32].join('\u200b'), 'd41d•••427e'],
    [`${HEX_32.slice(0, 16)}\n${HEX_32.slice(16)}`, 'd41d•••427e'],
  ])('%s becomes %s', (found, masked) => {
    expect(maskTokens(found)).toBe(masked);
  });
});

describe('ids that support asks for are kept', () => {
  test.each([
    [`request_id: ${HEX_32}`],
    [`request_id=${HEX_40}`],
    [`(log_id 20261120080012010117085231E5A0F4B2)`],
    ['Internal error 20261120080012010117085231E5A0F4B2'],
    ['{"request_id":"202611200800120101170852315555555"}'],
    [`fbtrace_id: ${BASE64}`],
    [`trace ${HEX_32}`.replace('trace ', 'trace_id ')],
    [`x-goog-request-id: ${HEX_32}`],
    [`digest sha256:${HEX_32}${HEX_32}`],
    [`etag "${HEX_32}"`],
    [`ETag: W/"${HEX_32}"`],
    [`Request: ${HEX_32}`],
    [`Reference ID: ${HEX_32}`],
    [`x-cloud-trace-context: ${HEX_32}/1;o=1`],
    [`x-amz-id-2: ${BASE64}`],
    ['Correlation ID: 8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60'],
    [`https://cdn.example/${HEX_40}.jpg`],
    ['https://shop.example/?gclid=Cj0KCQiA3uGqBhDdARIsAFeJ5r0kL9z8Xv7Qw2TnYb4HsMpE'],
    ['Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'],
    ['FR_Prospecting_LAL2_Purchase180d_Video15s_Nov2026_AdSetBroadV3'],
  ])('%s', (message) => {
    expect(maskTokens(message)).toBe(message);
  });
});

test('10,000 ordinary texts are unchanged', () => {
  const random = seeded(20261120);
  const texts = Array.from({ length: 10_000 }, () => ordinaryText(random));

  expect(texts.filter((ordinary) => maskTokens(ordinary) !== ordinary)).toEqual([]);
});

test.each([
  [36, 0.025],
  [40, 0.015],
  [44, 0.01],
  [64, 0.003],
  [100, 0],
  [200, 0],
])('of random tokens of %i characters at most a share of %d stays', (length, most) => {
  const random = seeded(length);
  for (const alphabet of Object.values(ALPHABETS)) {
    const tokens = Array.from({ length: 1000 }, () => text(random, alphabet, length));
    const missed = tokens.filter((token) => maskTokens(`Refused: ${token}.`).includes(token));
    expect(missed.length / tokens.length).toBeLessThanOrEqual(most);
  }
});

test('masking what is masked changes nothing', () => {
  const part = fc.constantFrom(HEX_32, BASE64, ' ', '•••', 'id', '\n', '%41', '\\/', '/', 'x');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const once = maskTokens(parts.join(''));
      expect(maskTokens(once)).toBe(once);
    }),
  );
});
