import {findElements} from '../../json/array-elements';
import {batchPointers} from '../../protocols/wire-formats';

/** The list of events in a body's text, with or without an envelope. */
export interface BatchText {
  /** '' for an array, '/batch' for an envelope with a `batch`. */
  pointer: string;
  /** Everything before the first event, and everything after the last. */
  head: string;
  tail: string;
  /** Each event as written. */
  events: readonly string[];
  /** The text between two events: one fewer than there are events. */
  gaps: readonly string[];
}

/** Finds the events of a batch. Null: there is no list where protocols have one, or it is empty. */
export function readBatch(text: string): BatchText | null {
  for (const pointer of batchPointers) {
    const ranges = findElements(text, pointer);
    const first = ranges?.[0];
    const last = ranges?.at(-1);
    if (ranges === null || first === undefined || last === undefined) continue;
    return {
      pointer,
      head: text.slice(0, first.start),
      tail: text.slice(last.end),
      events: ranges.map(({start, end}) => text.slice(start, end)),
      gaps: ranges.slice(1).map(({start}, index) => text.slice(ranges[index]?.end, start)),
    };
  }
  return null;
}

/** The batch with only these events, in their order; all other characters are unchanged. `indexes` must be ascending. */
export function writeBatch({head, tail, events, gaps}: BatchText, indexes: readonly number[]): string {
  const parts = indexes.map(
    (index, position) => (position === 0 ? '' : (gaps[index - 1] ?? ',')) + (events[index] ?? ''),
  );
  return head + parts.join('') + tail;
}
