import type {LogEntry} from './log-entry';

/** Lets the oldest unpinned entries beyond `max` go, in place; returns them. */
export function trimOldest(entries: LogEntry[], max: number): LogEntry[] {
  const excess = entries.length - max;
  if (excess <= 0) return [];
  // Where nothing is pinned, which is the rule, they are the first.
  if (!entries.slice(0, excess).some(({head}) => head.pinned)) return entries.splice(0, excess);
  const gone: LogEntry[] = [];
  const kept = entries.filter((entry) => {
    if (gone.length === excess || entry.head.pinned) return true;
    gone.push(entry);
    return false;
  });
  entries.length = kept.length;
  kept.forEach((entry, i) => {
    entries[i] = entry;
  });
  return gone;
}
