import {countSame} from './count-same';
import type {LogEntry} from './log-entry';

export interface Totals {
  requests: number;
  events: number;
  errors: number;
  warnings: number;
}

/**
 * The counts in the status bar and the severity buttons. After the common beginning of a list and the previous one,
 * removed entries are subtracted and new ones added.
 */
export function createTotals(): (entries: readonly LogEntry[]) => Totals {
  let before: readonly LogEntry[] = [];
  let totals: Totals = {requests: 0, events: 0, errors: 0, warnings: 0};
  return (entries) => {
    const gone = countGone(before, entries);
    const kept = gone > 0 ? before.slice(gone) : before;
    const same = countSame(kept, entries);
    totals = {...totals, requests: entries.length};
    count(before, 0, gone, -1);
    count(kept, same, kept.length, -1);
    count(entries, same, entries.length, 1);
    before = entries;
    return totals;
  };

  function count(entries: readonly LogEntry[], from: number, to: number, sign: 1 | -1): void {
    for (let i = from; i < to; i++) {
      const entry = entries[i];
      if (!entry) continue;
      totals.events += sign * entry.events.length;
      totals.errors += sign * entry.total.errors;
      totals.warnings += sign * entry.total.warnings;
    }
  }
}

/** The number of oldest entries that were dropped. */
function countGone(before: readonly LogEntry[], [first]: readonly LogEntry[]): number {
  return first === undefined || before[0] === first ? 0 : Math.max(0, before.indexOf(first));
}
