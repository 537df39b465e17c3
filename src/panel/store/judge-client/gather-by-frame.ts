/**
 * Returns a function that keeps what it is given until the next frame, and then hands all of it to `handle` in the
 * order it came: a burst is laid out once a frame, and not once a message.
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
