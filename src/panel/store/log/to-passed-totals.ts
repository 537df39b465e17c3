import type {EntryMatch} from '../filter/entry-match';
import type {Totals} from './create-totals';
import type {IssueCounts, LogEntry} from './log-entry';

/** Counts what matches a filter: the rows of requests and events, and their issues. */
export function toPassedTotals<Entry extends LogEntry>(
  entries: readonly Entry[],
  match: (entry: Entry) => EntryMatch | null,
): Totals {
  const totals: Totals = {requests: 0, events: 0, errors: 0, warnings: 0};
  for (const entry of entries) {
    const passed = match(entry);
    if (!passed) continue;
    totals.requests += 1;
    if (passed.events === 'all') {
      totals.events += entry.events.length;
      add(entry.total);
      continue;
    }
    totals.events += passed.events.length;
    // The row of the request is listed as the head of its events.
    add(entry.own);
    for (const position of passed.events) {
      const event = entry.events[position];
      if (event) add(event.issues);
    }
  }
  return totals;

  function add({errors, warnings}: IssueCounts): void {
    totals.errors += errors;
    totals.warnings += warnings;
  }
}
