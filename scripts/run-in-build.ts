import { pathToFileURL } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

/**
 * Runs a module when the extension is built, and bundles what it exports instead of the module and all that it imports.
 * For data that is worked out from larger data and is the same at every start. In tests it runs as any other module.
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
