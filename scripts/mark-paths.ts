import { readFile } from 'node:fs/promises';
import { optimize } from 'svgo';
import type { Plugin } from 'vite';

/** A mark is 24 units wide, and 18 pixels on the screen: more decimals would be invisible. */
const DECIMALS = 1;

/** `import { path } from 'simple-icons/icons/meta.svg?path'`: the path of a drawing that consists of one, rounded. */
export function markPaths(): Plugin {
  return {
    name: 'mark-paths',
    // Before Vite, which would turn it into the address of a picture.
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
