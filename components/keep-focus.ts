/**
 * Keeps the focus in the panel when what has it is taken away or moved, by another window's change for instance:
 * it goes to the same thing at its new place, or else to the place's heading. Where the place has none yet, it
 * waits for one. A press of the pointer elsewhere is what the user wants, and is left alone.
 *
 * @returns how to stop
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
