/** The panel's places and their addresses, so that a state can be linked to. */
export type Place = { name: 'sources' } | { name: 'source'; id: string } | { name: 'data' };

/** `#/source/tiktok-ads-france` → that source; anything else → the list. */
export function placeOf(hash: string): Place {
  if (hash === '#/data') return { name: 'data' };
  const id = /^#\/source\/(.+)$/s.exec(hash)?.[1];
  if (id === undefined) return { name: 'sources' };
  try {
    return { name: 'source', id: decodeURIComponent(id) };
  } catch {
    // A stray % sign, which no encoded id contains.
    return { name: 'sources' };
  }
}

export function addressOf(place: Place): string {
  switch (place.name) {
    case 'sources':
      return '#/';
    case 'source':
      // An id may contain a lone surrogate, which an address can't.
      return `#/source/${encodeURIComponent(place.id.toWellFormed())}`;
    case 'data':
      return '#/data';
  }
}
