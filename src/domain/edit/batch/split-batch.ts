import {readBatch, writeBatch} from './batch-text';

/** What one request may hold; null: no limit. Bytes as UTF-8 on the wire. */
export interface SplitLimits {
  events: number | null;
  bytes: number | null;
}

export interface BatchPart {
  /** The body of this request: slices of the original between its own head and tail. */
  text: string;
  /** Index of its first event in the whole batch, and how many there are. */
  first: number;
  count: number;
  bytes: number;
}

export type BatchSplit =
  | {
      ok: true;
      /** In order; together every event once, but for those that are too large. */
      parts: BatchPart[];
      /** Events that no request can hold, each with the bytes that one holding it alone would have. */
      tooLarge: {index: number; bytes: number}[];
    }
  | {ok: false; reason: string};

/**
 * The fewest requests that hold the events in order, each within the limits. Filling each to the brim is best: with
 * the order fixed, starting a new one earlier never saves one later. What is around the list of an envelope
 * (Segment's `writeKey`, `sentAt`) goes along with every part.
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
