import {readBatch, writeBatch} from './batch-text';

/** The limits of one request; null: no limit. Bytes as UTF-8 on the wire. */
export interface SplitLimits {
  events: number | null;
  bytes: number | null;
}

export interface BatchPart {
  /** The body of this request: slices of the original between its own head and tail. */
  text: string;
  /** Index of its first event in the whole batch, and the number of events. */
  first: number;
  count: number;
  bytes: number;
}

export type BatchSplit =
  | {
      ok: true;
      /** In order; together they contain every event once, except those that are too large. */
      parts: BatchPart[];
      /** Events that do not fit into any request, each with the size of a request with only that event. */
      tooLarge: {index: number; bytes: number}[];
    }
  | {ok: false; reason: string};

/**
 * The fewest requests that contain the events in order, each within the limits. Filling each as far as possible is
 * optimal: since the order is fixed, an earlier split never saves a later one. The text around the list of an
 * envelope (Segment's `writeKey`, `sentAt`) is part of every request.
 */
export function splitBatch(text: string, limits: SplitLimits): BatchSplit {
  const batch = readBatch(text);
  if (batch === null) return {ok: false, reason: 'The body is not a batch, so it cannot be split.'};
  const {events, gaps} = batch;
  const around = countBytes(batch.head) + countBytes(batch.tail);
  const maxBytes = limits.bytes ?? Number.POSITIVE_INFINITY;
  const maxEvents = Math.max(1, limits.events ?? Number.POSITIVE_INFINITY);
  const split = {
    ok: true as const,
    parts: [] as BatchPart[],
    tooLarge: [] as {index: number; bytes: number}[],
  };
  let part = {first: 0, count: 0, bytes: around};
  const close = () => {
    if (part.count === 0) return;
    const indexes = Array.from({length: part.count}, (_, offset) => part.first + offset);
    split.parts.push({...part, text: writeBatch(batch, indexes)});
  };
  for (const [index, event] of events.entries()) {
    const size = countBytes(event);
    const joined = part.bytes + size + (part.count === 0 ? 0 : countBytes(gaps[index - 1] ?? ''));
    if (part.count > 0 && part.count < maxEvents && joined <= maxBytes) {
      part = {...part, count: part.count + 1, bytes: joined};
      continue;
    }
    close();
    const isTooLarge = around + size > maxBytes;
    if (isTooLarge) split.tooLarge.push({index, bytes: around + size});
    part = isTooLarge
      ? {first: index + 1, count: 0, bytes: around}
      : {first: index, count: 1, bytes: around + size};
  }
  close();
  return split;
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
