import { z } from 'zod';
import { HAS_CONTENT, type Look, type Panel } from './browser.ts';
import { waitUntil } from './wait-until.ts';

/** When the second frame begins, the first has been drawn. */
const PAINTED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';

/** The height of everything the panel can scroll to, in CSS pixels. */
const WHOLE_HEIGHT = `Math.ceil(Math.max(innerHeight, ...Array.from(document.querySelectorAll('html, body, main'),
  (element) => element.getBoundingClientRect().top + scrollY + element.scrollHeight)))`;

/** The parts of a panel that work the same in every browser, because they only evaluate code in its document. */
export function byEvaluating(
  evaluate: Panel['evaluate'],
): Pick<Panel, 'text' | 'waitFor' | 'goto' | 'painted'> {
  const text = async () => String(await evaluate('document.body?.innerText'));
  return {
    text,
    async waitFor(expression, timeout) {
      try {
        await waitUntil(expression, () => evaluate(expression), timeout);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : error}\nIt shows:\n${await text()}`);
      }
    },
    async goto(hash) {
      await evaluate((to: string) => {
        location.hash = to;
      }, hash);
    },
    async painted() {
      await evaluate(PAINTED);
    },
  };
}

/** Records the page's background in every frame: code to run in a document before its own. */
const NOTE_FRAMES = `(() => {
  window.backgrounds = [];
  const note = () => {
    window.backgrounds.push(getComputedStyle(document.documentElement).backgroundColor);
    window.requestAnimationFrame(note);
  };
  window.requestAnimationFrame(note);
})()`;

/** @param prepare makes this code run in every future document, before the document's own */
export function reloading(
  evaluate: Panel['evaluate'],
  prepare: (code: string) => Promise<void>,
): Panel['reload'] {
  let prepared: Promise<void> | undefined;
  return async () => {
    prepared ??= prepare(NOTE_FRAMES);
    await prepared;
    await evaluate('void setTimeout(() => location.reload(), (globalThis.isLeft = true, 0))');
    // Between two documents there is none.
    const isThere = () => evaluate(`!globalThis.isLeft && ${HAS_CONTENT}`).catch(() => false);
    await waitUntil('the reloaded document', isThere);
    return z.array(z.string()).parse(await evaluate('backgrounds'));
  };
}

/** Makes the panel as high as its content while a picture is taken. */
export async function inWholeHeight(panel: Panel, look: Look, take: () => Promise<void>): Promise<void> {
  await panel.look(look);
  const height = Number(await panel.evaluate('innerHeight'));
  await panel.look({ height: Number(await panel.evaluate(WHOLE_HEIGHT)) });
  await panel.painted();
  await take();
  await panel.look({ height });
}
