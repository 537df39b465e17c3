/**
 * Returns a function that collects its arguments until the next frame, and then passes all of them to `handle` in their
 * order: many messages cause one layout per frame, not one each.
 */
export function gatherByFrame<Item>(
  nextFrame: (work: () => void) => void,
  handle: (items: readonly Item[]) => void,
): (item: Item) => void {
  let gathered: Item[] = [];
  return (item) => {
    gathered.push(item);
    if (gathered.length > 1) return;
    nextFrame(() => {
      const items = gathered;
      gathered = [];
      handle(items);
    });
  };
}
