import type {LogEntry} from '../log/log-entry';

/** From the first to the last request, in milliseconds since the epoch. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** The number of requests that began in a part of the span, by their most severe problem. */
export interface TimeBin {
  errors: number;
  warnings: number;
  others: number;
}

type Timed = Pick<LogEntry, 'at' | 'total' | 'state' | 'answer' | 'imported' | 'head'>;

/** The span of the strip: requests of this page. Imports and old pinned requests would compress it to its edge. */
export function toTimeSpan(entries: readonly Timed[]): TimeSpan | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const live = entries.filter(({imported, head}) => imported === null && head.pinned !== true);
  for (const {at} of live.length > 0 ? live : entries) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return from <= to ? {from, to: Math.max(to, from + 1)} : null;
}

/** This number of bins of equal length; requests outside of the span are not included. */
export function binRequests(entries: readonly Timed[], {from, to}: TimeSpan, count: number): TimeBin[] {
  const bins = Array.from({length: count}, (): TimeBin => ({errors: 0, warnings: 0, others: 0}));
  const scale = count / (to - from);
  for (const entry of entries) {
    const bin = bins[Math.min(count - 1, Math.floor((entry.at - from) * scale))];
    if (bin) bin[toKind(entry)]++;
  }
  return bins;
}

function toKind({total, state, answer}: Timed): keyof TimeBin {
  if (total.errors > 0 || state === 'failed' || (answer?.status ?? 0) >= 400) return 'errors';
  return total.warnings > 0 ? 'warnings' : 'others';
}
