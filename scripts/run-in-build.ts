import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Runs a module while the extension is built, and bundles what it exports instead of its code and its imports. For data
 * that is a digest of larger data. Without a build, as in tests, the module runs like any other.
 * @param path from the project's folder, with forward slashes; what the module exports must be JSON
 */
export function runInBuild(path: string): Plugin {
  return {
    name: 'run-in-build',
    apply: 'build',
    async load(id) {
      if (!id.endsWith(`/${path}`)) return null;
      const exported: Record<string, unknown> = await import(pathToFileURL(id).href);
      return Object.entries(exported)
        .map(
          ([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
        )
        .join('\n');
    },
  };
}
