/** Values that are nearly right, for what judges values. */
import fc from 'fast-check';

/** Values at the edges of what a schema takes. */
export const ODD: unknown[] = [
  ...[null, undefined, true, 0, 1, 2, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, [], {}, [null]],
  ...['', ' ', '\u200b', 'a'.repeat(100), 'a'.repeat(101), '😀'.repeat(100), '😀'.repeat(101), '\ud800'],
  ...['b'.repeat(200), 'b'.repeat(201), 'c'.repeat(2000), 'c'.repeat(2001), 'd'.repeat(10_000)],
  ...['healthy', 'fine', 'cccccccccc', 'ccccccccccc', 'z', 'profile', 'worst', 'sync_due'],
  ...[
    '2026-11-20T08:00:00Z',
    '2026-11-20T08:00:00+0000',
    '2026-02-30T08:00:00Z',
    '2026-11-20',
    '1969-12-31T00:00:00Z',
  ],
  Array(2001).fill('a'),
];

/** Where there is a value in this one: paths of keys. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inside.flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

/** A copy with the value there changed. */
function changedAt(value: unknown, [key, ...rest]: string[], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? changedAt(item, rest, change) : item));
  return Object.fromEntries(
    Object.entries(Object(value)).map(([own, item]) => [
      own,
      own === key ? changedAt(item, rest, change) : item,
    ]),
  );
}

/** The value with one thing in it replaced by an odd one, added, taken away or repeated; and again. */
export function mutated(valid: unknown, odd = ODD): fc.Arbitrary<unknown> {
  const step = fc.record({
    at: fc.nat(),
    change: fc.oneof(
      fc.constantFrom(...odd).map((value) => () => value),
      fc.constant((value: unknown) =>
        Array.isArray(value) ? [...value, ...value] : { ...Object(value), more: 1 },
      ),
      fc.nat().map((which) => (value: unknown) => {
        const items = Object.entries(Object(value));
        return Array.isArray(value)
          ? value.slice(1)
          : Object.fromEntries(items.toSpliced(which % (items.length + 1), 1));
      }),
    ),
  });
  return fc.array(step, { maxLength: 2 }).map((steps) =>
    steps.reduce((value, { at, change }) => {
      const paths = pathsIn(value);
      return changedAt(value, paths[at % Math.min(paths.length, 200)] ?? [], change);
    }, valid),
  );
}
