import type {ChangeDesc, EditorState} from '@codemirror/state';
import {getReadingWhitespace} from './reading-whitespace';
import {createSentText, removeRanges, type SentText} from './sent-text';

/**
 * The text that would be sent after an edit, based on the one before: only the changed places are read from the
 * document. `changes` lead to `state`, and its reading whitespace was not set again meanwhile.
 */
export function followSentText(before: SentText, changes: ChangeDesc, state: EditorState): SentText {
  const {ranges} = getReadingWhitespace(state);
  const added: number[] = [];
  let text = '';
  /** How far the text and the ranges before the edit were copied or skipped. */
  let copied = 0;
  let index = 0;
  let shift = 0;
  const keepUpTo = (limit: number) => {
    for (; index < before.added.length; index += 2) {
      const [from = 0, to = 0] = [before.added[index], before.added[index + 1]];
      if (to >= limit) return;
      added.push(from + shift, to + shift);
    }
  };
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    keepUpTo(fromA);
    while ((before.added[index] ?? Number.POSITIVE_INFINITY) <= toA) index += 2;
    const here: number[] = [];
    ranges.between(fromB, toB, (from, to) => {
      // A range that extends from one change to the next is reported at both.
      if (from >= (added.at(-1) ?? 0)) added.push(from, to);
      here.push(Math.max(from, fromB) - fromB, Math.min(to, toB) - fromB);
    });
    text += before.text.slice(copied, before.toSent(fromA));
    text += removeRanges(state.sliceDoc(fromB, toB), here);
    copied = before.toSent(toA);
    shift = toB - toA;
  });
  keepUpTo(Number.POSITIVE_INFINITY);
  return createSentText(text + before.text.slice(copied), added);
}
