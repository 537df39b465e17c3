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
  const added: {from: number; to: number}[] = [];
  let at = 0;
  const cursor = getReadingWhitespace(state).ranges.iter();
  for (; cursor.value !== null; cursor.next()) {
    const {from, to} = cursor;
    parts.push(whole.slice(at, from));
    added.push({from, to});
    at = to;
  }
  return createSentText(at === 0 ? whole : parts.join('') + whole.slice(at), added);
}

/** @param added the ranges of the document that are not of the text, in order */
export function createSentText(text: string, added: readonly {from: number; to: number}[]): SentText {
  /** Where the ranges stand: in the sent text, in the document, and what they add up to behind them. */
  const offsets = new Uint32Array(added.length);
  const starts = new Uint32Array(added.length);
  const sums = new Uint32Array(added.length);
  let sum = 0;
  added.forEach(({from, to}, index) => {
    offsets[index] = from - sum;
    starts[index] = from;
    sum += to - from;
    sums[index] = sum;
  });
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
function countBelow(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
