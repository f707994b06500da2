/** The list with each item changed; the same list where none of them changes. */
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
