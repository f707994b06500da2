import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedSchema } from '../../../lib/schema/json-schema.ts';

test('the published schema matches the code (npm run schema writes it)', () => {
  const published: unknown = JSON.parse(readFileSync('docs/snapshot.schema.json', 'utf8'));

  expect(published).toEqual(JSON.parse(JSON.stringify(publishedSchema())));
});

/** What zod's own checks do differently from JSON Schema, or not at all. */
test('it counts characters and rows like the import, and allows no other key', () => {
  const text = JSON.stringify(publishedSchema().properties);

  expect(text).toContain('"minLength":1,"maxLength":100');
  expect(text).toContain('"type":"integer","minimum":0,"maximum":9007199254740991');
  expect(text).toContain('"type":"integer","minimum":1,"maximum":9007199254740991');
  expect(text.match(/"type":"object"/g)).toHaveLength(
    text.match(/"additionalProperties":false/g)?.length ?? 0,
  );
  expect(text).not.toContain('"notice":{"type":"string","minLength"');
  expect(publishedSchema().required).not.toContain('notice');
});
