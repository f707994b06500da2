/** Maps a list; returns the same list if no item changes. */
export function mapSame<Item>(list: Item[], change: (item: Item) => Item): Item[] {
  let changed: Item[] | undefined;
  list.forEach((item, index) => {
    const made = change(item);
    if (made === item) return;
    changed ??= [...list];
    changed[index] = made;
  });
  return changed ?? list;
}
