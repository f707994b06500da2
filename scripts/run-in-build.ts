import { pathToFileURL } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

/**
 * Runs a module while the extension is built, and bundles what it exports instead of its code and its imports. For data
 * that is a digest of larger data. Without a build, as in tests, the module runs like any other.
 * @param file its exports must be JSON
 */
export function runInBuild(file: string): Plugin {
  return {
    name: 'run-in-build',
    apply: 'build',
    async load(id) {
      if (id !== normalizePath(file)) return null;
      const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
      return Object.entries(exported)
        .map(
          ([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
        )
        .join('\n');
    },
  };
}
