import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as knownErrors from '../../lib/status/errors/known-errors.ts';
import { runInBuild } from '../../scripts/run-in-build.ts';

const PATH = 'lib/status/errors/known-errors.ts';
const { load } = runInBuild(PATH);
if (typeof load !== 'function') throw new Error('no load');
const bundled = (id: string) => Reflect.apply(load, null, [id]);

test('a build bundles of the error tables exactly what the module exports', async () => {
  const code: string = await bundled(join(import.meta.dirname, '../..', PATH));
  const exported = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect({ ...exported }).toEqual({ ...knownErrors });
});

test('every other module is bundled unchanged', async () => {
  expect(await bundled(import.meta.filename)).toBeNull();
});
