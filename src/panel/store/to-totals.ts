import type {LogEntry} from './log-entry';

export interface Totals {
  requests: number;
  events: number;
  errors: number;
  warnings: number;
}

/** What the status bar and the severity buttons count. */
export function toTotals(entries: readonly LogEntry[]): Totals {
  const totals = {requests: entries.length, events: 0, errors: 0, warnings: 0};
  for (const entry of entries) {
    totals.events += entry.events.length;
    totals.errors += entry.total.errors;
    totals.warnings += entry.total.warnings;
  }
  return totals;
}
