import { z } from 'zod';
import type { Panel } from '../../scripts/browsers/browser.ts';

/** Runs in the panel. */
function look(): string[] {
  const faults: string[] = [];
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  /** Only for screen readers: clipped on purpose. */
  const isAside = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).clipPath !== 'none' || isAside(element.parentElement));
  const root = document.documentElement;
  const shown = Array.from(document.body.querySelectorAll('*')).filter((element) =>
    element.checkVisibility(),
  );

  if (root.scrollWidth > root.clientWidth) {
    const widest = shown.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    faults.push(
      `scrolls sideways, ${root.scrollWidth} in ${root.clientWidth} px: ${widest.map(name).slice(0, 3)}`,
    );
  }

  for (const element of shown) {
    const style = getComputedStyle(element);
    if (isAside(element) || element.closest('svg')) continue;
    const box = element.getBoundingClientRect();
    const isClipped = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    if (isClipped && element instanceof HTMLElement && !(element instanceof HTMLInputElement)) {
      faults.push(`is cut off: ${name(element)}`);
    }
    if (box.right > root.clientWidth + 1 || box.left < -1) faults.push(`is outside: ${name(element)}`);
  }

  for (const target of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (!target.checkVisibility()) continue;
    // A row's link covers the whole row.
    const { width, height } = (target.closest('h3')?.closest('li') ?? target).getBoundingClientRect();
    if (width < 24 || height < 24)
      faults.push(`is ${Math.round(width)} × ${Math.round(height)} px: ${name(target)}`);
  }

  const levels = shown.flatMap(({ tagName }) => (/^H[1-6]$/.test(tagName) ? Number(tagName[1]) : []));
  if (levels.filter((level) => level === 1).length !== 1) faults.push(`has not one first heading: ${levels}`);
  if (levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1))
    faults.push(`skips a heading: ${levels}`);

  const landmarks = [['header'], ['main'], ['[role="status"]']] as const;
  for (const [selector] of landmarks) {
    const count = document.querySelectorAll(selector).length;
    if (count !== 1) faults.push(`has ${count} ${selector}`);
  }
  return faults;
}

/** What is wrong with the panel's layout and outline: cut-off or overflowing content, small targets, skipped heading levels. */
export async function layoutFaults(panel: Panel): Promise<string[]> {
  return z.array(z.string()).parse(await panel.evaluate(look));
}
