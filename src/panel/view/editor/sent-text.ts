import type {EditorState} from '@codemirror/state';
import {getReadingWhitespace} from './reading-whitespace';

/** The text that would be sent, and where each of its characters stands in the document. */
export interface SentText {
  text: string;
  /** `side` 1: behind whitespace that stands there for reading only (the start of a token); -1: before it (its end). */
  toDocument(offset: number, side: -1 | 1): number;
  toSent(position: number): number;
}

/** Reads the whole document: for idle moments, never for a key. */
export function readSentText(state: EditorState): SentText {
  const whole = state.doc.toString();
  const parts: string[] = [];
  /** Where the reading ranges stand: in the sent text, in the document, and what they add up to behind them. */
  const offsets: number[] = [];
  const starts: number[] = [];
  const sums: number[] = [];
  let at = 0;
  let sum = 0;
  const cursor = getReadingWhitespace(state).ranges.iter();
  for (; cursor.value !== null; cursor.next()) {
    parts.push(whole.slice(at, cursor.from));
    offsets.push(cursor.from - sum);
    starts.push(cursor.from);
    sum += cursor.to - cursor.from;
    sums.push(sum);
    at = cursor.to;
  }
  const text = at === 0 ? whole : parts.join('') + whole.slice(at);
  return {
    text,
    toDocument(offset, side) {
      const index = countBelow(offsets, side === 1 ? offset + 1 : offset);
      return offset + (sums[index - 1] ?? 0);
    },
    toSent(position) {
      const index = countBelow(starts, position);
      const offset = offsets[index - 1];
      return offset === undefined ? position : Math.max(offset, position - (sums[index - 1] ?? 0));
    },
  };
}

/** How many of the sorted numbers are smaller than the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
