/** The licences of everything bundled, in one file per build: every licence requires its text in every copy. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What Vite reports about each package in a bundle. */
const authorSchema = z.object({ author: z.union([z.string(), z.object({ name: z.string() })]) });

const bundledSchema = z.array(
  z.object({ name: z.string(), version: z.string(), identifier: z.string(), text: z.optional(z.string()) }),
);

export type Bundled = z.infer<typeof bundledSchema>[number];

/** Where Vite writes it: one file for each of the builds that make up an extension. */
export const bundledFile = (build: string) => `bundled-${build}.json`;

const BUNDLED = /^bundled-.*\.json$/;

/** The parts of WXT's build output that list files. */
interface Output {
  steps: { chunks: { fileName: string }[] }[];
}

/** Puts `LICENSES.txt` into a finished build, replacing Vite's files. */
export async function writeLicenses(folder: string, { steps }: Output): Promise<void> {
  for (const step of steps) step.chunks = step.chunks.filter(({ fileName }) => !BUNDLED.test(fileName));
  const files = (await readdir(folder)).filter((file) => BUNDLED.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const own = await readFile('LICENSE', 'utf8');
  const bundled = texts.flatMap((text) => bundledSchema.parse(JSON.parse(text)));
  const complete = await Promise.all(
    bundled.map(async (one) => ({ ...one, text: one.text || (await mitText(one, own)) })),
  );
  await writeFile(join(folder, 'LICENSES.txt'), licensesText(complete, own));
  await Promise.all(files.map((file) => rm(join(folder, file))));
}

export function licensesText(bundled: readonly Bundled[], own: string): string {
  const packages = [...new Map(bundled.map((one) => [one.name, one])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return [
    'Source Status Panel',
    own,
    ...packages.map(({ name, version, identifier, text }) => {
      return `${'-'.repeat(72)}\n${name} ${version} (${identifier})\n${sourceOf(name, version, identifier)}\n${text}`;
    }),
  ]
    .map((part) => part.trim())
    .join('\n\n')
    .concat('\n');
}

/** For a package that names its licence without the text: ours with its author, as both are MIT. @throws for others */
async function mitText({ name, identifier }: Bundled, own: string): Promise<string> {
  if (identifier !== 'MIT') throw new Error(`${name} has no licence text`);
  const manifest = await readFile(join('node_modules', name, 'package.json'), 'utf8');
  const { author } = authorSchema.parse(JSON.parse(manifest));
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${typeof author === 'string' ? author : author.name}`);
}

/** The Mozilla Public License requires a note on where to get the source. */
function sourceOf(name: string, version: string, identifier: string): string {
  if (!identifier.startsWith('MPL')) return '';
  return `Bundled unchanged. Its source is in the npm package ${name}, version ${version}, and in its public repository.\n`;
}
