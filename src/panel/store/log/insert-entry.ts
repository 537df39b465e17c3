import type {LogEntry} from './log-entry';

/**
 * Puts an entry where its time belongs, in place; with `old`, in place of that one. Entries mostly come in order, so
 * the search goes from the end.
 */
export function insertEntry(entries: LogEntry[], entry: LogEntry, old?: LogEntry): void {
  if (old) {
    const index = entries.lastIndexOf(old);
    if (index >= 0 && old.at === entry.at) {
      entries[index] = entry;
      return;
    }
    if (index >= 0) entries.splice(index, 1);
  }
  let place = entries.length;
  while (place > 0 && isLater(entries[place - 1], entry)) place--;
  entries.splice(place, 0, entry);
}

function isLater(placed: LogEntry | undefined, entry: LogEntry): boolean {
  return placed !== undefined && placed.at > entry.at;
}
