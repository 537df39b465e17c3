import {readBatch, writeBatch} from './batch-text';

/**
 * The body with only these events of its batch, byte for byte, in the order of the batch. A bare object is event 0.
 * Null: nothing would be left, or the text is not a batch.
 */
export function selectEvents(text: string, indexes: Iterable<number>): string | null {
  const wanted = new Set(indexes);
  const batch = readBatch(text);
  if (batch === null) return wanted.has(0) && /^\uFEFF?\s*\{/.test(text) ? text : null;
  const chosen = batch.events.map((_, index) => index).filter((index) => wanted.has(index));
  return chosen.length === 0 ? null : writeBatch(batch, chosen);
}

/** The events of the draft that differ from those of the original: "only the corrected" sends these. */
export function findCorrected(original: string, draft: string): number[] {
  const left = new Map<string, number>();
  for (const event of eventsOf(original)) left.set(event, (left.get(event) ?? 0) + 1);
  return eventsOf(draft).flatMap((event, index) => {
    const count = left.get(event) ?? 0;
    left.set(event, count - 1);
    return count > 0 ? [] : [index];
  });
}

function eventsOf(text: string): readonly string[] {
  return readBatch(text)?.events ?? [text.trim()];
}
