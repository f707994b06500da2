import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aSnapshot } from '../../../../fixtures/builders.ts';
import { maskHeader } from '../../../../lib/snapshot/import/mask.ts';
import { maskReference } from '../../../../lib/snapshot/import/mask-reference.ts';
import { maskText } from '../../../../lib/snapshot/import/mask-text.ts';
import { anyCharacter } from '../../../any-text.ts';
import { cpuTimeOf } from '../../../cpu-time.ts';

describe('a reference', () => {
  test.each([
    ['tt_•••_fr'],
    ['act_•••1234'],
    ['•••-•••-7730'],
    ['snap_•••_c41d'],
    ['•••7890'],
    ['****-****-1234'],
    ['shopify-•••-france'],
    ['••12••34••'],
    ['a*b'],
    ['•'],
  ])('%s is already masked and is unchanged', (reference) => {
    expect(maskReference(reference)).toBe(reference);
  });

  test.each([
    ['act_1234567890', '•••7890', 'has no mask'],
    ['123-456-7890', '•••7890', 'has no mask'],
    ['1234567', '•••567', 'keeps less than half'],
    ['12', '•••2', 'keeps half'],
    ['act_•••12345', '•••2345', 'shows five digits'],
    ['a1b2c_•••1234', '•••1234', 'shows more than four digits in all'],
    ['7', '•••', 'keeps nothing of one character'],
    ['•12345•', '•••45', 'has five digits between two masks'],
    ['**ab_cde**', '•••cde', 'has five letters between two masks'],
    ['•1\u200b2345•', '•••45', 'has a zero-width character between them'],
    ['1234567890•', '•••7890', 'has a long number before its mask'],
    ['•١٢٣٤٥٦٧٨٩٠', '•••٧٨٩٠', 'has a long number in another script'],
    ['🏬🏪🏬🏪', '•••🏬🏪', 'counts characters, not halves of them'],
    ['\u200b\u200b12', '•••2', 'does not count what nobody sees'],
    ['ab\u200bcd12•', '•••d12', 'mixes letters and digits around a zero-width character'],
    ['jane＠shop•', '•••shop', 'has an e-mail address with a wide @'],
    ['shop．example•', '•••mple', 'has a domain with a wide dot'],
  ])('%s becomes %s: it %s', (reference, masked) => {
    expect(maskReference(reference)).toBe(masked);
  });
});

describe('a text', () => {
  test.each([
    ['TikTok 2026-11-20', 'nine digits or fewer in a row'],
    ['Row 123456789', 'nine digits'],
    ['1080x1920 20261120', 'codes'],
  ])('%s keeps %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  test.each([
    ['Account 1234567890 and 12345678901', 'Account •••7890 and •••8901'],
    ['a1234567890b', 'a•••7890b'],
    ['1\u200b2\u00ad3\u20604567890', '•••7890'],
    ['1\ufe0f\u20e32\ufe0f\u20e334567890', '•••7890'],
    ['１２３４５６７８９０', '•••７８９０'],
    ['①②③④⑤⑥⑦⑧⑨⑩', '•••⑦⑧⑨⑩'],
    ['١٢٣٤٥٦٧٨٩٠', '•••٧٨٩٠'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('a name or a message', () => {
  test.each([
    ['Account 908-172-6354', 'Account •••6354'],
    ['Customer (908) 172-6354 is not enabled', 'Customer •••6354 is not enabled'],
    ['Call +33 6 12 34 56 78', 'Call •••5678'],
    ['06.12.34.56.78', '•••5678'],
    ['0049 (0)30 1234 5678', '•••5678'],
    ['+1 (415) 555‑0132', '•••0132'],
    ['９０８-１７２-６３５４', '•••６３５４'],
    ['Shop jane.doe+ads@shop.example.com closed', 'Shop •••@••• closed'],
    ['Zahlung von DE89 3704 0044 0532 0130 00', 'Zahlung von •••3000'],
    ['IBAN FR7630006000011234567890189', 'IBAN •••0189'],
    ['GB29 NWBK 6016 1331 9268 19', '•••6819'],
    ['Account id 712345678901234567 not found', 'Account id •••4567 not found'],
    ['CID:908-172-6354', 'CID:•••6354'],
    ['customers/908-172-6354', 'customers/•••6354'],
    ['908-172-6354,908-172-6355/908-172-6356', '•••6354,•••6355/•••6356'],
    ['1.'.repeat(1000), '•••1111.'],
    ['908−172−6354', '•••6354'],
    ['908—172—6354', '•••6354'],
    ['９０８－１７２－６３５４', '•••６３５４'],
    ['+33·6·12·34·56·78', '•••5678'],
    ['Tel.030 1234 5678', 'Tel.•••5678'],
    ['030/12345678', '•••5678'],
    ['1\u200b2345678901', '•••8901'],
    ['jane%40shop.example', '•••@•••'],
    ['ｊａｎｅ＠ｓｈｏｐ．ｅｘａｍｐｌｅ', '•••@•••'],
    ['jane\u200b@sh\u200bop.example', '•••@•••'],
    ['jane\\u0040shop.example', '•••@•••'],
    ['NL91\u00a0ABNA\u00a00417\u00a01643\u00a000', '•••4300'],
    ['login-customer-id: 9081726354', 'login-customer-id: •••6354'],
    [
      'https://ads.tiktok.com/i18n/perf?aadvid=7012345678901234567',
      'https://ads.tiktok.com/i18n/perf?aadvid=•••4567',
    ],
    [
      'https://graph.facebook.com/v21.0/act_120123456789012/insights',
      'https://graph.facebook.com/v21.0/act_•••9012/insights',
    ],
    ['https://x.example/?phone=%2B33612345678', 'https://x.example/?phone=%2B•••5678'],
  ])('%s becomes %s', (open, masked) => {
    expect(maskText(open)).toBe(masked);
  });

  test.each([
    ['2026-11-20'],
    ['2026-11-20 – 2026-12-01'],
    ['20.11.2026-01.12.2026'],
    ['20261120-20261201'],
    ['Data of 2026-11-20 08:00:00.123456 is late'],
    ['API v26.0, Chrome 124.0.6367.118'],
    ['connector v10.15.7.1234567'],
    ['Fetched 1,234,567,890 rows'],
    ['Spent 1 234 567 890,12 €'],
    ['EUR 1.234.567.890'],
    ['24 000 000 of 24 000 000 rows'],
    ['1 000 000 – 2 000 000 rows'],
    ['rows 1 000 000 000'],
    ['1 234 567 890 lignes'],
    ['2024 2025 2026'],
    ['2026-11 – 2026-12'],
    ['2026-11-20 — 2026-12-01'],
    ['Row 24/1234567'],
    ['Error 40105 (request 20261120080012010117085231E5A0F4B2)'],
    ['request_id: 202611200800120101170852315555'],
    ['FR_Prospecting_2026_Q4_1080x1920'],
    ['•••6354 and •••@•••'],
  ])('%s stays', (plain) => {
    expect(maskText(plain)).toBe(plain);
  });
});

describe('properties', () => {
  test('masking a masked text changes nothing', () => {
    const unit = fc.constantFrom(
      '•',
      '1',
      '23',
      ' ',
      '-',
      '.',
      '(',
      ')',
      '+',
      '@',
      'a',
      'DE89',
      'x.y',
      '٣',
      '\u200b',
      ':',
      ',',
      '/',
      '\u2014',
      'NL91ABNA0417164300',
      '2026-11-20',
      '1 000 000',
      '?act=',
      '%40',
      ' rows',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const once = maskText(text);
        expect(maskText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  /** Made of what affects masks: mask characters, digits, letters, invisible characters, surrogate pairs. */
  const tricky = fc.oneof(
    fc.string({ unit: fc.constantFrom('•', '*', '1', '٣', '²', 'a', 'é', '-', '\u200b', '\u0301', '🏬') }),
    fc.string({ unit: fc.constantFrom('•', '1', '2', 'x'), minLength: 8, maxLength: 40 }),
    fc.string({ unit: anyCharacter }),
  );

  test('masking what is masked changes nothing', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(maskReference(maskReference(text))).toBe(maskReference(text));
        expect(maskText(maskText(text))).toBe(maskText(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('at most four characters of an open reference are kept, and never more than half', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9_.-]{1,60}$/), (reference) => {
        const kept = maskReference(reference).replace('•••', '');
        expect(reference.endsWith(kept)).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(Math.min(4, reference.length / 2));
      }),
    );
  });

  test('a masked reference never has more than four letters or digits between masks, or ten digits in a row', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const masked = maskReference(text);
        expect(masked).toMatch(/[•*]/);
        expect(masked).not.toMatch(/[•*](?:[^•*\p{L}\p{N}]*[\p{L}\p{N}]){5}[^•*]*[•*]/u);
        expect(masked).not.toMatch(/\p{N}{10}/u);
      }),
      { numRuns: 3000 },
    );
  });
});

/** A message has at most 2,000 characters, a name 200. */
test.each([
  '1',
  '1 ',
  '-',
  '(',
  '+1',
  'a@',
  'a.',
  'A1',
  'DE89',
  '//a.',
  'request_id ',
  '%41',
  'a%40',
  '?act=1',
  '0/',
  '1\u200b',
  '2026',
  '•1',
  '١.',
])('a long text of %j is masked quickly', async (unit) => {
  const text = unit.repeat(Math.ceil(2_000 / unit.length));
  const time = await cpuTimeOf(() => {
    for (let round = 0; round < 20; round += 1) maskText(text);
  });
  expect(time).toBeLessThan(2_000);
});

test('authorized ids stay as they are, and do not count as masked', () => {
  const { sources: _, ...header } = aSnapshot({
    authorized_profile_ids: ['3f786850e387550fdab836ed7e6dc881de23001b'],
  });
  const tally = { masked: 0 };
  expect(maskHeader(header, tally)).toEqual(header);
  expect(tally.masked).toBe(0);
});
