/**
 * The requests of a recording in the order in which they were sent, which rules about a session depend on. Programs
 * write them in another one, for example when they are answered; HAR 1.2 leaves sorting to the reader. Those of unknown
 * time are last, as in the panel's list; those of the same time keep their order.
 */
export function inOrderOfSending<Item>(
  items: readonly Item[],
  toStart: (item: Item) => number | null,
): Item[] {
  return items
    .map((item) => ({item, start: toStart(item) ?? Number.MAX_VALUE}))
    .sort((one, other) => one.start - other.start)
    .map(({item}) => item);
}
