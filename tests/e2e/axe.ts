import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Panel } from '../../scripts/browsers/browser.ts';

/** WCAG 2.2 at levels A and AA, and what axe counts as good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Loads axe into the panel's document once; the content security policy would block a script element. */
export async function bringAxe(panel: Panel): Promise<void> {
  await panel.evaluate(`void (() => { ${source} })()`);
}

/** What axe finds wrong with the panel once nothing moves: each rule with an element. */
export async function violations(panel: Panel): Promise<string[]> {
  const found =
    await panel.evaluate(`Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    .then(() => axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] }))
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`);
  return z.array(z.string()).parse(found);
}
