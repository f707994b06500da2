/**
 * Keeps the focus in the panel when the focused element is removed or moved, for instance by another window's
 * change. The focus goes to the same control at its new position, or else to the place's heading; if there is no
 * heading yet, it waits for one. If the user clicked elsewhere, the focus is left alone.
 *
 * @returns a function that stops it
 */
export function keepFocus(main: HTMLElement): () => void {
  let last: Element | null = null;
  const listening = new AbortController();
  const { signal } = listening;
  main.addEventListener('focusin', ({ target }) => (last = target instanceof Element ? target : null), {
    signal,
  });
  document.addEventListener('pointerdown', () => (last = null), { signal, capture: true });

  const observer = new MutationObserver(() => {
    if (last === null || document.activeElement !== document.body) return;
    sameOrHeading(main, last)?.focus();
  });
  observer.observe(main, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return () => listening.abort();
}

function sameOrHeading(main: HTMLElement, last: Element): HTMLElement | null {
  if (last.isConnected && last instanceof HTMLElement) return last;
  const address = last.getAttribute('href');
  const same = address && main.querySelector<HTMLElement>(`a[href="${CSS.escape(address)}"]`);
  return same || main.querySelector('h1');
}
