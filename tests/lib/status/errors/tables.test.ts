/** The error tables are complete: each row is found, has its own words, and names a source. */
import { describe, expect, test } from 'vitest';
import document from '../../../../docs/errors.md?raw';
import { ERROR_KIND_WORDS, errorKind, errorMeaning } from '../../../../lib/status/error-kinds.ts';
import { codeKey } from '../../../../lib/status/errors/spellings.ts';
import { PLATFORM_ROWS } from '../../../../lib/status/errors/tables.ts';
import { ERROR_TABLES, errorsText } from '../../../../scripts/errors-text.ts';

const OWN_NAMES =
  'TikTok|Meta|Insights|Shopify|Snapchat|Pinterest|Google|Microsoft|LinkedIn|Amazon|[A-Z]+\\b';

test('the document has every platform with rows, and the codes that are the same everywhere', () => {
  expect([...ERROR_TABLES.keys()]).toEqual([...PLATFORM_ROWS.keys(), 'everywhere']);
});

test('docs/errors.md is current: npm run errors-document', () => {
  expect(document).toBe(errorsText());
});

describe.each([...ERROR_TABLES])('%s', (platform, { rows, sources }) => {
  test('each row is found by its code', () => {
    for (const [code, kind, meaning] of rows.filter(([code]) => !code.includes('–'))) {
      expect([code, errorKind(platform, code), errorMeaning(platform, code)]).toEqual([code, kind, meaning]);
    }
  });

  test('no code has two rows', () => {
    const keys = rows.map(([code]) => codeKey(code));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('each kind exists, and each meaning is short, in lower case and without a full stop', () => {
    for (const [code, kind, meaning] of rows) {
      expect(ERROR_KIND_WORDS[kind], code).toBeDefined();
      expect(meaning, code).toMatch(new RegExp(`^(?:[a-z]|${OWN_NAMES}).{2,89}(?<!\\.)$`));
    }
  });

  test('each source is listed and used', () => {
    const used = new Set(rows.map(([, , , source]) => source));
    expect([...used].toSorted()).toEqual(Object.keys(sources).toSorted());
  });
});
