import type {EditorState} from '@codemirror/state';
import type {FlatRanges, ReadableText} from './readable-text';
import {readReadingRanges} from './reading-whitespace';

export interface LayoutChange {
  from: number;
  to: number;
  insert: string;
}

interface Blank {
  /** Where it stands in the text that is sent. */
  offset: number;
  from: number;
  text: string;
}

/**
 * What turns the layout of a document into another one of the same text that is sent: only whitespace that stands there
 * for reading is replaced, so that cursor, folds and marks stay on the characters they belong to.
 */
export function toLayoutChanges(state: EditorState, target: ReadableText): LayoutChange[] {
  const present = readBlanks(state);
  const wanted = toBlanks(target.lines.join('\n'), target.added);
  const changes: LayoutChange[] = [];
  let at = 0;
  let sum = 0;
  const removeUpTo = (offset: number) => {
    for (let blank = present[at]; blank && blank.offset < offset; blank = present[++at]) {
      changes.push({from: blank.from, to: blank.from + blank.text.length, insert: ''});
      sum += blank.text.length;
    }
  };
  for (const {offset, text} of wanted) {
    removeUpTo(offset);
    const here = present[at];
    if (here?.offset !== offset) {
      changes.push({from: offset + sum, to: offset + sum, insert: text});
      continue;
    }
    if (here.text !== text) changes.push({from: here.from, to: here.from + here.text.length, insert: text});
    sum += here.text.length;
    at += 1;
  }
  removeUpTo(Number.POSITIVE_INFINITY);
  return changes;
}

function readBlanks(state: EditorState): Blank[] {
  return toBlanks(state.doc.toString(), readReadingRanges(state));
}

function toBlanks(text: string, added: FlatRanges): Blank[] {
  const blanks: Blank[] = [];
  let sum = 0;
  for (let at = 0; at < added.length; at += 2) {
    const from = added[at] ?? 0;
    const to = added[at + 1] ?? 0;
    blanks.push({offset: from - sum, from, text: text.slice(from, to)});
    sum += to - from;
  }
  return blanks;
}
