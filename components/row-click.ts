/**
 * A row's words lie above its link, so that they can be selected. A click on them still opens the source, unless it
 * ended a selection.
 */
export function openClickedRow({ target }: MouseEvent): void {
  if (!(target instanceof Element) || target.closest('a, button, summary')) return;
  if (getSelection()?.isCollapsed === false) return;
  target.closest('li')?.querySelector<HTMLElement>('h3 > a')?.click();
}
