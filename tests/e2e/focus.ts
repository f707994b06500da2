import { z } from 'zod';
import type { Panel } from '../../scripts/browsers/browser.ts';

/** Runs in the panel: what is wrong with the focus. */
function faultsAt(index: number | null): string[] {
  const targets = Array.from(
    document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, textarea, summary)'),
  ).filter((element) => element.checkVisibility());
  const at = document.activeElement;
  const name = (element: Element | null | undefined) =>
    element ? `${element.tagName} “${(element.textContent ?? '').trim().slice(0, 30)}”` : 'nothing';
  if (!at || at === document.body)
    return [`lost, instead of on ${name(index === null ? null : targets[index])}`];
  if (index !== null && at !== targets[index])
    return [`on ${name(at)}, instead of on ${name(targets[index])}`];

  const faults: string[] = [];
  const { top, bottom, left } = at.getBoundingClientRect();
  const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  const isInBar = at.closest('header') !== null;
  // Elements higher than the panel, and those that Firefox considers visible enough, are only partly visible.
  const inSight = Math.min(bottom, innerHeight) - Math.max(top, isInBar ? 0 : bar);
  if (inSight < Math.min(24, bottom - top) - 1) faults.push(`${name(at)} is out of sight`);
  if (!isInBar && top < bar - 1) faults.push(`${name(at)} is under the bar`);

  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
    faults.push(`${name(at)} shows no focus`);

  const before = index === null ? undefined : targets[index - 1]?.getBoundingClientRect();
  const isAfter = !before || top >= before.bottom - 1 || (bottom > before.top && left >= before.right - 1);
  if (!isAfter) faults.push(`${name(at)} comes before ${name(targets[(index ?? 0) - 1])}`);
  return faults;
}

const TARGETS = `Array.from(document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)'))
  .filter((element) => element.checkVisibility()).length`;

/** @param index of the element that should have the focus, among all focusable ones in the place; null for any */
async function faults(panel: Panel, index: number | null): Promise<string[]> {
  return z.array(z.string()).parse(await panel.evaluate(faultsAt, index));
}

/** What is wrong with the focused element: it is hidden, or not visibly focused. */
export function focusFaults(panel: Panel): Promise<string[]> {
  return faults(panel, null);
}

/** Presses Tab from the place's heading through the whole place. @returns the problems on the way */
export async function walkThrough(panel: Panel): Promise<string[]> {
  const count = z.number().parse(await panel.evaluate(TARGETS));
  const wrong: string[] = [];
  for (let index = 0; index < count; index++) {
    await panel.press('Tab');
    await panel.painted();
    wrong.push(...(await faults(panel, index)));
  }
  return wrong;
}

/** Presses Tab until the focus is on an element that begins with these words. @throws after more steps than a place has */
export async function stepTo(panel: Panel, words: string, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await panel.press(key);
    const at = await panel.evaluate(
      `document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()`,
    );
    if (String(at).startsWith(words)) return;
  }
  throw new Error(`No “${words}” by ${key}`);
}
