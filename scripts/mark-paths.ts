import { readFile } from 'node:fs/promises';
import { optimize } from 'svgo';
import type { Plugin } from 'vite';

/** Of 24 units across 18 pixels. */
const DECIMALS = 1;

/** Gives `import { path } from '….svg?path'` the path of a drawing that has only one, as exact as it can be seen in a row of the list. */
export function markPaths(): Plugin {
  return {
    name: 'mark-paths',
    // Vite itself makes a picture of it.
    enforce: 'pre',
    async load(id) {
      const [, file] = /^(.+\.svg)\?path$/.exec(id) ?? [];
      if (file === undefined) return null;
      const { data } = optimize(await readFile(file, 'utf8'), { floatPrecision: DECIMALS });
      const [, path] = /<path d="([^"]+)"\/>/.exec(data) ?? [];
      if (path === undefined) throw new Error(`${file} is not one path`);
      return `export const path = ${JSON.stringify(path)};`;
    },
  };
}
