import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Panel, toExpression } from './browser.ts';
import { type Driven, errorsOf, FOCUS_SIDEBAR, override, runFirst } from './firefox-chrome.ts';
import { byEvaluating, inWholeHeight, reloading } from './panel.ts';
import { waitUntil } from './wait-until.ts';

/** The protocol's codes for keys that type nothing: https://w3c.github.io/webdriver/#keyboard-actions */
const KEYS: Record<string, string> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

const Point = z.object({ x: z.number(), y: z.number() });
const Element = z.object({ result: z.object({ sharedId: z.string() }) });
const Picture = z.object({ data: z.base64() });

/** Presses the keys in this order and releases them in reverse. */
function keyStrokes(key: string) {
  // A lone + or - is also a key.
  const values = key.split(/(?<=.)\+/).map((name) => KEYS[name] ?? name);
  return [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.reverse().map((value) => ({ type: 'keyUp', value })),
  ];
}

/**
 * Scrolls the element into view and returns its centre, or null while it moves or is covered. Only this element will
 * receive the next click, and the global `clickArrived` resolves to whether it did: the panel may move between this
 * check and the click.
 */
async function middleOf(selector: string) {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = element?.getBoundingClientRect();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const box = element?.getBoundingClientRect();
  if (!element || !box || box.width === 0 || box.x !== before?.x || box.y !== before.y) return null;
  const point = { x: Math.floor(box.x + box.width / 2), y: Math.floor(box.y + box.height / 2) };
  if (!element.contains(document.elementFromPoint(point.x, point.y))) return null;
  const clickArrived = new Promise<boolean>((tell) => {
    const guard = new AbortController();
    const stop = (arrived: boolean) => {
      guard.abort();
      tell(arrived);
    };
    const letThrough = (event: Event) => {
      const arrived = event.target instanceof Node && element.contains(event.target);
      if (!arrived) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      stop(arrived);
    };
    addEventListener('click', letThrough, { capture: true, signal: guard.signal });
    // A disabled element receives no click at all.
    setTimeout(stop, 1000, false);
  });
  Object.assign(globalThis, { clickArrived });
  return point;
}

/**
 * @param context the sidebar's context
 * @param inWindow runs an expression in the Firefox window around it
 */
export function toPanel(
  { bidi, origin }: Driven,
  context: string,
  inWindow: (expression: string) => Promise<unknown>,
  close: () => Promise<void>,
): Panel {
  const act = (type: 'key' | 'pointer', actions: object[]) =>
    bidi.send('input.performActions', { context, actions: [{ type, id: type, actions }] }, z.unknown());

  const evaluate: Panel['evaluate'] = (code, ...args) => bidi.evaluate(context, toExpression(code, args));
  const panel: Panel = {
    ...byEvaluating(evaluate),
    evaluate,
    reload: reloading(evaluate, async (code) => {
      await inWindow(runFirst(code));
    }),
    async click(selector) {
      const button = 0;
      await waitUntil(`${selector} to be clicked`, async () => {
        const point = Point.nullable().parse(await evaluate(middleOf, selector));
        if (!point) return false;
        await act('pointer', [
          { type: 'pointerMove', ...point },
          { type: 'pointerDown', button },
          { type: 'pointerUp', button },
        ]);
        return evaluate('clickArrived');
      });
    },
    async press(key) {
      await inWindow(FOCUS_SIDEBAR);
      await act('key', keyStrokes(key));
    },
    async type(text) {
      await act('key', Array.from(text).flatMap(keyStrokes));
    },
    async choose(selector, file) {
      const expression = `document.querySelector(${JSON.stringify(selector)})`;
      const asked = { expression, target: { context }, awaitPromise: false };
      const { result } = await bidi.send('script.evaluate', asked, Element);
      const element = { sharedId: result.sharedId };
      await bidi.send('input.setFiles', { context, element, files: [file] }, z.unknown());
    },
    async look({ width, height, ...look }) {
      if (width !== undefined || height !== undefined) {
        const viewport = {
          width: width ?? (await evaluate('innerWidth')),
          height: height ?? (await evaluate('innerHeight')),
        };
        await bidi.send('browsingContext.setViewport', { context, viewport }, z.unknown());
      }
      await inWindow(override(look));
    },
    screenshot: (file, look = {}) =>
      inWholeHeight(panel, look, async () => {
        const { data } = await bidi.send('browsingContext.captureScreenshot', { context }, Picture);
        await writeFile(file, data, 'base64');
      }),
    async problems() {
      const errors = await inWindow(errorsOf(origin));
      return z.array(z.string()).parse(errors);
    },
    close,
  };
  return panel;
}
