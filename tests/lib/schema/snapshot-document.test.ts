/** docs/snapshot.md matches the schema. */
import { expect, test } from 'vitest';
import text from '../../../docs/snapshot.md?raw';
import { publishedSchema } from '../../../lib/schema/json-schema.ts';
import { importSnapshot } from '../../../lib/snapshot/import.ts';

test('its smallest snapshot is imported unchanged', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(text) ?? [];

  expect(importSnapshot(example)).toEqual({
    ok: true,
    snapshot: JSON.parse(example),
    masked: 0,
    leftOut: 0,
    reordered: 0,
  });
});

test('it names every key', () => {
  const keys = new Set<string>();
  JSON.stringify(publishedSchema(), (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) keys.add(name);
    return value;
  });

  expect(keys).toContain('finished_at');
  expect([...keys].filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});
