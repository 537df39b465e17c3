import type {TextChange} from '../../../../../domain/json/edit/text-change';
import {type FlatRanges, toBreak} from './readable-text';

/** A text that is sent, and the ranges of the document that do not belong to it. */
interface LaidOut {
  text: string;
  added: FlatRanges;
}

/**
 * The changes that turn a document into the pretty-printed text after `edits`: besides them only reading whitespace
 * is replaced, where it differs, so that cursor, folds and marks stay at their characters.
 *
 * @param shown the current document, with the ranges `before`
 * @param edits changes of the text that is sent, ascending and without overlap
 */
export function toLayoutChanges(
  shown: string,
  before: FlatRanges,
  edits: readonly TextChange[],
  after: LaidOut,
): TextChange[] {
  const changes: TextChange[] = [];
  const old = walkBlanks(before);
  const next = walkBlanks(after.added);
  /** By how many characters the text after the edits has been shifted. */
  let shift = 0;
  const keepUpTo = (limit: number) => {
    for (;;) {
      const place = Math.min(old.offset, next.offset - shift);
      if (place >= limit) return;
      const from = place + old.sum;
      const length = old.offset === place ? old.take() : 0;
      const wanted = next.offset - shift === place ? toBreak(next.take()) : '';
      if (length !== wanted.length || !shown.startsWith(wanted, from))
        changes.push({from, to: from + length, insert: wanted});
    }
  };
  for (const {from, to, insert} of edits) {
    keepUpTo(from);
    const start = from + old.sum;
    while (old.offset <= to) old.take();
    let copied = from + shift;
    shift += insert.length - (to - from);
    let text = '';
    while (next.offset <= to + shift) {
      text += after.text.slice(copied, next.offset);
      copied = next.offset;
      text += toBreak(next.take());
    }
    text += after.text.slice(copied, to + shift);
    changes.push(...withoutSameBlanks({from: start, to: to + old.sum, insert: text}, shown));
  }
  keepUpTo(Number.POSITIVE_INFINITY);
  return changes;
}

/**
 * Iterates over the ranges: `offset` is the position of the next one in the text that is sent, `sum` the length of
 * the previous ones.
 */
function walkBlanks(added: FlatRanges) {
  let at = 0;
  const blanks = {offset: toOffset(), sum: 0, take};
  return blanks;

  function toOffset(sum = 0): number {
    return (added[at] ?? Number.POSITIVE_INFINITY) - sum;
  }

  function take(): number {
    const length = (added[at + 1] ?? 0) - (added[at] ?? 0);
    at += 2;
    blanks.sum += length;
    blanks.offset = toOffset(blanks.sum);
    return length;
  }
}

/** Whitespace at either end that is the same before and after is not part of the change. */
function withoutSameBlanks({from, to, insert}: TextChange, shown: string): TextChange[] {
  const isSame = (place: number, at: number) => isBlank(insert[at]) && shown[place] === insert[at];
  const most = Math.min(to - from, insert.length);
  let first = 0;
  while (first < most && isSame(from + first, first)) first++;
  let last = 0;
  while (last < most - first && isSame(to - 1 - last, insert.length - 1 - last)) last++;
  const change = {from: from + first, to: to - last, insert: insert.slice(first, insert.length - last)};
  return change.from === change.to && change.insert === '' ? [] : [change];
}

function isBlank(char: string | undefined): boolean {
  return char === '\n' || char === ' ';
}
