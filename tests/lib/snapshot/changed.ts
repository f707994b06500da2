import { aSnapshot } from '../../../fixtures/builders.ts';

/** A healthy snapshot's JSON with another value at one path, such as `sources[0].name`; undefined removes the key. */
export function changed(path: string, value: unknown): string {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  const snapshot = aSnapshot();
  let holder: unknown = snapshot;
  for (const step of steps.slice(0, -1)) holder = Reflect.get(Object(holder), step);
  Reflect.set(Object(holder), steps.at(-1) ?? '', value);
  return JSON.stringify(snapshot);
}

/** Every path inside a value, such as `sources[0].name`, with its value. */
export function places(value: unknown, path = ''): [path: string, held: unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => {
    const step = Array.isArray(value) ? `[${key}]` : path && `.${key}`;
    const place = path + (step || key);
    return [[place, held], ...places(held, place)];
  });
}
