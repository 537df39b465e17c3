/** An entry of a list, sorted by time. */
interface Placed {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Inserts an entry at the position of its time, in place; with `old`, replaces that one. Entries mostly arrive in
 * order, so the search starts at the end.
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
  while (place > 0 && (entries[place - 1]?.at ?? 0) > entry.at) place--;
  entries.splice(place, 0, entry);
}
