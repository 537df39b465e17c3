import type {EditorState} from '@codemirror/state';
import type {FlatRanges} from './readable-text';
import {readReadingRanges} from './reading-whitespace';

/** The text that would be sent, and the position of each of its characters in the document. */
export interface SentText {
  text: string;
  /** The ranges of the document that do not belong to the text. */
  added: FlatRanges;
  /** `side` 1: after reading whitespace (the start of a token); -1: before it (its end). */
  toDocument(offset: number, side: -1 | 1): number;
  toSent(position: number): number;
}

/** Reads the whole document: only when idle, never for a key. */
export function readSentText(state: EditorState): SentText {
  const added = readReadingRanges(state);
  return createSentText(removeRanges(state.doc.toString(), added), added);
}

export function createSentText(text: string, added: FlatRanges): SentText {
  /** The positions of the ranges: in the sent text, in the document, and their total length so far. */
  const offsets = new Uint32Array(added.length / 2);
  const starts = new Uint32Array(added.length / 2);
  const sums = new Uint32Array(added.length / 2);
  let sum = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const from = added[index * 2] ?? 0;
    const to = added[index * 2 + 1] ?? 0;
    offsets[index] = from - sum;
    starts[index] = from;
    sum += to - from;
    sums[index] = sum;
  }
  return {
    text,
    added,
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

/** A text without these ranges. */
export function removeRanges(whole: string, added: FlatRanges): string {
  let text = '';
  let kept = 0;
  for (let at = 0; at < added.length; at += 2) {
    text += whole.slice(kept, added[at]);
    kept = added[at + 1] ?? 0;
  }
  return text + whole.slice(kept);
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
