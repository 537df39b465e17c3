/** An entry of a list, sorted by time. */
interface Placed {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly id: string;
}

/**
 * Inserts an entry at the position of its time, in place; with `old`, replaces that one. Those of one millisecond are
 * sorted by ID, as in the log, in whatever order they arrive. Entries mostly arrive in order, so the search starts at
 * the end.
 */
export function insertEntry<Entry extends Placed>(entries: Entry[], entry: Entry, old?: Entry): void {
  if (old) {
    const index = entries.lastIndexOf(old);
    if (index >= 0 && old.at === entry.at) {
      entries[index] = entry;
      return;
    }
    if (index >= 0) entries.splice(index, 1);
  }
  let place = entries.length;
  while (place > 0 && isAfter(entries[place - 1], entry)) place--;
  entries.splice(place, 0, entry);
}

function isAfter(one: Placed | undefined, other: Placed): boolean {
  return one !== undefined && (one.at > other.at || (one.at === other.at && one.id > other.id));
}
