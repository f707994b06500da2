import { expect, test } from 'vitest';
import { licensesText } from '../../scripts/licenses.ts';

const text = licensesText(
  [
    { name: 'zod', version: '4.6.7', identifier: 'MIT', text: 'MIT of zod' },
    {
      name: 'webextension-polyfill',
      version: '0.12.0',
      identifier: 'MPL-2.0',
      text: 'Mozilla Public License',
    },
    { name: 'zod', version: '4.6.7', identifier: 'MIT', text: 'MIT of zod' },
  ],
  'Our own licence',
);

test('each bundled package is named once, with its licence, after our own', () => {
  expect(text.match(/^\S+ \d.*$/gm)).toEqual(['webextension-polyfill 0.12.0 (MPL-2.0)', 'zod 4.6.7 (MIT)']);
  expect(text.indexOf('Our own licence')).toBeLessThan(text.indexOf('Mozilla Public License'));
  expect(text.split('MIT of zod')).toHaveLength(2);
});

test('only a package under the Mozilla Public License says where its source is', () => {
  expect(text.match(/Its source is in the npm package (\S+),/g)).toEqual([
    'Its source is in the npm package webextension-polyfill,',
  ]);
});
