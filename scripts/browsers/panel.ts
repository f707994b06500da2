import { z } from 'zod';
import { HAS_CONTENT, type Look, type Panel } from './browser.ts';
import { waitUntil } from './wait-until.ts';

/** The first frame's drawing is done when the second begins. */
const PAINTED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';

/** The height that shows all the panel can scroll to, in CSS pixels. */
const WHOLE_HEIGHT = `Math.ceil(Math.max(innerHeight, ...Array.from(document.querySelectorAll('html, body, main'),
  (element) => element.getBoundingClientRect().top + scrollY + element.scrollHeight)))`;

/** What a panel does alike in every browser, as it is all asked of its document. */
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

/** Notes the page's background as each frame is about to be drawn: code to run in a document before its own. */
const NOTE_FRAMES = `(() => {
  window.backgrounds = [];
  const note = () => {
    window.backgrounds.push(getComputedStyle(document.documentElement).backgroundColor);
    window.requestAnimationFrame(note);
  };
  window.requestAnimationFrame(note);
})()`;

/** @param prepare has this code run in every document from now on, before the document's own */
export function reloading(
  evaluate: Panel['evaluate'],
  prepare: (code: string) => Promise<void>,
): Panel['reload'] {
  let prepared: Promise<void> | undefined;
  return async () => {
    prepared ??= prepare(NOTE_FRAMES);
    await prepared;
    await evaluate('void setTimeout(() => location.reload(), (globalThis.isLeft = true, 0))');
    // Between two documents there is none to ask.
    const isThere = () => evaluate(`!globalThis.isLeft && ${HAS_CONTENT}`).catch(() => false);
    await waitUntil('the reloaded document', isThere);
    return z.array(z.string()).parse(await evaluate('backgrounds'));
  };
}

/** Makes the panel as high as all it has to show, for as long as a picture takes. */
export async function inWholeHeight(panel: Panel, look: Look, take: () => Promise<void>): Promise<void> {
  await panel.look(look);
  const height = Number(await panel.evaluate('innerHeight'));
  await panel.look({ height: Number(await panel.evaluate(WHOLE_HEIGHT)) });
  await panel.painted();
  await take();
  await panel.look({ height });
}
