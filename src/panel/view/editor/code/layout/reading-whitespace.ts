import {invertedEffects} from '@codemirror/commands';
import {
  type ChangeSet,
  type EditorState,
  type Extension,
  RangeSet,
  RangeSetBuilder,
  RangeValue,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import {keepRanges} from './keep-ranges';
import type {FlatRanges} from './readable-text';

/**
 * The ranges of the document that are only for reading and are never sent. They move with every edit, shrink when
 * something is typed into them, and are restored by undo, so that the rest is always exactly the text that would be
 * sent.
 */
export interface ReadingWhitespace {
  /** Line breaks typed between tokens are only for reading too. */
  on: boolean;
  ranges: RangeSet<ReadingMark>;
}

/** Not inclusive at either end: characters typed next to it are text. */
class ReadingMark extends RangeValue {
  override startSide = 1;
  override endSide = -1;
  override eq(other: RangeValue): boolean {
    return other instanceof ReadingMark;
  }
}

const mark = new ReadingMark();

export const setReadingWhitespace = StateEffect.define<ReadingWhitespace>({
  map: ({on, ranges}, changes) => ({on, ranges: ranges.map(changes)}),
});

const field = StateField.define<ReadingWhitespace>({
  create: () => ({on: false, ranges: RangeSet.empty}),
  update(value, transaction) {
    // An undo of several edits has the ranges before each of them; those before the first are last, and apply.
    const effect = transaction.effects.findLast((effect) => effect.is(setReadingWhitespace));
    if (effect) return effect.value;
    return transaction.docChanged ? followEdit(value, transaction) : value;
  },
});

/** Undoing an edit restores the ranges as well as the characters. */
const undoable = invertedEffects.of((transaction) => {
  const touched =
    transaction.docChanged || transaction.effects.some((effect) => effect.is(setReadingWhitespace));
  return touched ? [setReadingWhitespace.of(getReadingWhitespace(transaction.startState))] : [];
});

/** The extension, with the initial ranges of the document. */
export function readingWhitespace(initial: ReadingWhitespace): Extension {
  return [field.init(() => initial), undoable];
}

export function getReadingWhitespace(state: EditorState): ReadingWhitespace {
  return state.field(field);
}

export function toReadingRanges(ranges: FlatRanges): RangeSet<ReadingMark> {
  const builder = new RangeSetBuilder<ReadingMark>();
  for (let at = 0; at < ranges.length; at += 2) builder.add(ranges[at] ?? 0, ranges[at + 1] ?? 0, mark);
  return builder.finish();
}

/** The current ranges of a document, which began as those passed to `toReadingRanges`. */
export function readReadingRanges(state: EditorState): FlatRanges {
  return toFlatRanges(getReadingWhitespace(state).ranges);
}

function toFlatRanges(ranges: RangeSet<ReadingMark>): FlatRanges {
  const flat: number[] = [];
  for (const cursor = ranges.iter(); cursor.value !== null; cursor.next()) flat.push(cursor.from, cursor.to);
  return flat;
}

function followEdit({on, ranges}: ReadingWhitespace, transaction: Transaction): ReadingWhitespace {
  let next = mapRanges(ranges, transaction.changes);
  forEachInsertion(transaction.changes, (from, to, at) => {
    next =
      on && isTypedBreak(transaction, from, to, at)
        ? withRange(next, from, to)
        : withoutRange(next, from, to);
  });
  return {on, ranges: next};
}

/** From this number of changes, splitting all ranges is faster than mapping each. */
const MANY_CHANGES = 20;

function mapRanges(ranges: RangeSet<ReadingMark>, changes: ChangeSet): RangeSet<ReadingMark> {
  let count = 0;
  changes.iterChangedRanges(() => {
    count += 1;
  });
  if (count < MANY_CHANGES) return ranges.map(changes);
  return toReadingRanges(keepRanges(toFlatRanges(ranges), changes));
}

function forEachInsertion(changes: ChangeSet, tell: (from: number, to: number, at: number) => void): void {
  changes.iterChanges((fromA, _toA, fromB, toB) => {
    if (toB > fromB) tell(fromB, toB, fromA);
  });
}

/**
 * The user inserted a line break between two tokens. In a string, a number or a word a line break is a fault, and is
 * sent as such.
 */
function isTypedBreak(transaction: Transaction, from: number, to: number, at: number): boolean {
  const {startState, newDoc} = transaction;
  if (!transaction.isUserEvent('input')) return false;
  const inserted = newDoc.sliceString(from, Math.min(to, from + 200));
  if (to - from > 200 || !inserted.includes('\n') || inserted.trim() !== '') return false;
  const around = newDoc.sliceString(from - 1, from) + newDoc.sliceString(to, to + 1);
  return !/[\w.+-]{2}/.test(around) && !isInString(startState, at);
}

/** Decided by the quotation marks before it on its line: strings end on their line. */
function isInString(state: EditorState, at: number): boolean {
  const line = state.doc.lineAt(at);
  let isOpen = false;
  for (let place = 0; place < at - line.from; place++) {
    const char = line.text[place];
    if (char === '"') isOpen = !isOpen;
    else if (char === '\\' && isOpen) place++;
  }
  return isOpen;
}

function withRange(ranges: RangeSet<ReadingMark>, from: number, to: number): RangeSet<ReadingMark> {
  return withoutRange(ranges, from, to).update({add: [mark.range(from, to)]});
}

function withoutRange(ranges: RangeSet<ReadingMark>, from: number, to: number): RangeSet<ReadingMark> {
  const rest: {from: number; to: number}[] = [];
  let isFree = true;
  ranges.between(from, to, (start, end) => {
    if (end <= from || start >= to) return;
    isFree = false;
    if (start < from) rest.push({from: start, to: from});
    if (end > to) rest.push({from: to, to: end});
  });
  if (isFree) return ranges;
  return ranges.update({
    filterFrom: from,
    filterTo: to,
    filter: (start, end) => end <= from || start >= to,
    add: rest.map((range) => mark.range(range.from, range.to)),
  });
}
