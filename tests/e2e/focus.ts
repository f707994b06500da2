import { z } from 'zod';
import type { Panel } from '../../scripts/browsers/browser.ts';

/** Runs in the panel: what is wrong with where the focus is, or should be. */
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
  // What is higher than the panel, and what Firefox holds to be in sight enough, is so in part.
  const inSight = Math.min(bottom, innerHeight) - Math.max(top, isInBar ? 0 : bar);
  if (inSight < Math.min(24, bottom - top) - 1) faults.push(`${name(at)} is out of sight`);
  if (!isInBar && top < bar - 1) faults.push(`${name(at)} is under the bar`);

  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
    faults.push(`${name(at)} shows no focus`);

  const before = index === null ? undefined : targets[index - 1]?.getBoundingClientRect();
  const isAfter = !before || top >= before.bottom - 1 || (bottom > before.top && left >= before.right - 1);
  if (!isAfter) faults.push(`${name(at)} stands before ${name(targets[(index ?? 0) - 1])}`);
  return faults;
}

const TARGETS = `Array.from(document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)'))
  .filter((element) => element.checkVisibility()).length`;

/** @param index of what should have the focus, among all that can in the place; null where it is all the same */
async function faults(panel: Panel, index: number | null): Promise<string[]> {
  return z.array(z.string()).parse(await panel.evaluate(faultsAt, index));
}

/** What the focus is on lacks: it is hidden, or not to be seen as what has the focus. */
export function focusFaults(panel: Panel): Promise<string[]> {
  return faults(panel, null);
}

/** From the place's heading by Tab through all of the place. @returns what was wrong on the way */
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

/** Steps on until the focus is on what begins with these words. @throws after more steps than a place has */
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
