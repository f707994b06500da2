import { expect, it } from 'vitest';
import { isolate } from '../../../lib/texts/isolate.ts';

const [FIRST_STRONG, END] = ['\u2068', '\u2069'];

it.each(['TikTok Ads France', 'Été', '東京', '', 'a–b'])('leaves %j as it is', (name) => {
  expect(isolate(name)).toBe(name);
});

it.each(['שלום', 'مرحبا', 'abc\u202Ecba', 'abc\u200Fdef'])(
  'isolates %j from the sentence around it',
  (name) => {
    expect(isolate(name)).toBe(`${FIRST_STRONG}${name}${END}`);
  },
);

it('does not let a name end its own isolation', () => {
  expect(isolate('a\u2069\u202Eb')).toBe(`${FIRST_STRONG}a\u202Eb${END}`);
});
