import {ChangeSet, type EditorState, type Transaction} from '@codemirror/state';
import {followSentText} from './follow-sent-text';
import {getReadingWhitespace, setReadingWhitespace} from './reading-whitespace';
import {readSentText, type SentText} from './sent-text';

export interface SentReader {
  /** Must receive every transaction, in order. */
  note(transactions: readonly Transaction[]): void;
  /** The text for the state after the transactions; computed once for each state of the document. */
  read(state: EditorState): SentText;
  /** The code that created the transaction knows its result, so the text need not be read again. */
  know(state: EditorState, text: SentText): void;
}

/** Reads the text that would be sent, based on the changes since the last read; `first` is that of `state`. */
export function createSentReader(state: EditorState, first: SentText): SentReader {
  let sent = toSent(state, first);
  /** The changes since the last read; null: the ranges were set again, so the whole document has to be read. */
  let changes: ChangeSet | null = ChangeSet.empty(state.doc.length);
  const know = (now: EditorState, text: SentText) => {
    sent = toSent(now, text);
    changes = ChangeSet.empty(now.doc.length);
  };

  return {
    note(transactions) {
      for (const transaction of transactions) {
        const setsRanges = transaction.effects.some((effect) => effect.is(setReadingWhitespace));
        changes = setsRanges || changes === null ? null : changes.compose(transaction.changes);
      }
    },
    read(now) {
      const {ranges} = getReadingWhitespace(now);
      if (sent.of === now.doc && sent.ranges === ranges) return sent.text;
      know(now, changes ? followSentText(sent.text, changes, now) : readSentText(now));
      return sent.text;
    },
    know,
  };
}

function toSent(state: EditorState, text: SentText) {
  return {of: state.doc, ranges: getReadingWhitespace(state).ranges, text};
}
