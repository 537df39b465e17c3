import {isolateHistory} from '@codemirror/commands';
import {EditorState, type Extension, Text, type TransactionSpec} from '@codemirror/state';
import {activateHover, EditorView} from '@codemirror/view';
import {applyTextChanges, type TextChange} from '../../../../domain/json/edit/text-change';
import type {DraftDocument} from '../../../store/draft/draft-document';
import {readingLook} from './editor-theme';
import {createSentReader} from './layout/create-sent-reader';
import {toLayoutChanges} from './layout/layout-changes';
import {hasLongLine, type ReadableText, toReadableText} from './layout/readable-text';
import {
  getReadingWhitespace,
  readingWhitespace,
  setReadingWhitespace,
  toReadingRanges,
} from './layout/reading-whitespace';
import {createSentText, type SentText} from './layout/sent-text';

/** The code editor's document: it outlives the view, so that undo history and selection do as well. */
export interface CodeDocument extends DraftDocument {
  /** The text that would be sent with its positions; computed once for each state of the document. */
  readSent(): SentText;
  readonly state: EditorState;
  /** Is it laid out for reading, with whitespace that is not sent? */
  readonly laidOut: boolean;
  setLaidOut(on: boolean): void;
  dispatch(spec: TransactionSpec): void;
  /** Opens what is said of a place, until the cursor leaves it. */
  explain(range: {from: number; to: number}): void;
  mount(parent: HTMLElement): EditorView;
  unmount(): void;
  /** Puts the keyboard into the editor, now or as soon as it is mounted. */
  focus(): void;
}

/**
 * Only `\n` separates lines, so that every other character, `\r` and U+2028 too, stands in the document as itself and
 * positions are those of the text. `onEdit` is called after every change of the document.
 */
export function createCodeDocument(text: string, extensions: Extension, onEdit: () => void): CodeDocument {
  let view: EditorView | null = null;
  let wantsFocus = false;
  const opened = hasLongLine(text) ? toReadableText(text) : toPlainText(text);
  let state = EditorState.create({
    doc: Text.of(opened.lines),
    extensions: [
      EditorState.lineSeparator.of('\n'),
      readingWhitespace({on: opened.added.length > 0, ranges: toReadingRanges(opened.added)}),
      readingLook(({state: shown}) => getReadingWhitespace(shown).on),
      EditorView.updateListener.of((update) => {
        sent.note(update.transactions);
        if (update.docChanged) onEdit();
      }),
      extensions,
    ],
  });
  // What is shown first is known already: no need to read it back from the document.
  const sent = createSentReader(state, createSentText(text, opened.added));

  const current = () => view?.state ?? state;
  const dispatch = (spec: TransactionSpec) => {
    if (view) return view.dispatch(spec);
    const transaction = state.update(spec);
    state = transaction.state;
    sent.note([transaction]);
    if (transaction.docChanged) onEdit();
  };
  const readSent = () => sent.read(current());
  /** Replaces the whole layout: the characters that stay are not touched, with cursor and marks on them. */
  const layOut = (on: boolean, edits: readonly TextChange[], spec: TransactionSpec) => {
    const before = readSent();
    const text = applyTextChanges(before.text, edits);
    const {added} = on ? toReadableText(text) : toPlainText(text);
    const changes = toLayoutChanges(current().doc.toString(), before.added, edits, {text, added});
    const effects = setReadingWhitespace.of({on, ranges: toReadingRanges(added)});
    dispatch({...spec, changes, effects});
    sent.know(current(), createSentText(text, added));
  };
  const change = (changes: readonly TextChange[]) => {
    const spec = {userEvent: 'input.fix', annotations: ownStep};
    if (getReadingWhitespace(current()).on) layOut(true, changes, spec);
    else dispatch({...spec, changes});
  };
  return {
    read: () => readSent().text,
    readSent,
    change,
    get state() {
      return current();
    },
    get laidOut() {
      return getReadingWhitespace(current()).on;
    },
    setLaidOut: (on) => layOut(on, [], {userEvent: 'layout'}),
    dispatch,
    explain({from, to}) {
      if (!view) return;
      activateHover(view, from, 1, {
        until: ({docChanged, newSelection: {main}}) => docChanged || main.head < from || main.head > to,
      });
    },
    mount(parent) {
      view = new EditorView({state, parent});
      view.dispatch({effects: EditorView.scrollIntoView(state.selection.main.head, {y: 'center'})});
      if (wantsFocus) view.focus();
      wantsFocus = false;
      return view;
    },
    unmount() {
      if (!view) return;
      state = view.state;
      view.destroy();
      view = null;
    },
    focus() {
      if (view) view.focus();
      else wantsFocus = true;
    },
  };
}

/** As it is sent. */
function toPlainText(text: string): ReadableText {
  return {lines: text.split('\n'), added: []};
}

/** One step of the undo history, not joined with what was typed before. */
const ownStep = isolateHistory.of('full');
