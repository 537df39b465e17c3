import {isolateHistory} from '@codemirror/commands';
import {EditorState, type Extension, Text, type TransactionSpec} from '@codemirror/state';
import {applyTextChanges, type TextChange} from '../../../../domain/json/edit/text-change';
import type {DraftDocument} from '../../../store/draft/draft-document';
import {readingLook} from './editor-theme';
import {createLastingEditor, type LastingEditor} from './lasting-editor';
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

/** The code editor's document: it remains when the view is closed, with undo history and selection. */
export interface CodeDocument extends DraftDocument, LastingEditor {
  /** The text that would be sent with its positions; computed once for each state of the document. */
  readSent(): SentText;
  /** Whether it is pretty-printed, with whitespace that is not sent. */
  readonly laidOut: boolean;
  setLaidOut(on: boolean): void;
}

/**
 * Only `
 * ` separates lines, so that the document contains every other character unchanged, also `\r` and U+2028, and positions
 * are those of the text. `onEdit` is called after every change of the document.
 */
export function createCodeDocument(text: string, extensions: Extension, onEdit: () => void): CodeDocument {
  const opened = hasLongLine(text) ? toReadableText(text) : toPlainText(text);
  const editor = createLastingEditor(toState(opened, extensions), (transactions) => {
    sent.note(transactions);
    if (transactions.some(({docChanged}) => docChanged)) onEdit();
  });
  // The initial text is known: it need not be read back from the document.
  const sent = createSentReader(editor.state, createSentText(text, opened.added));

  const {dispatch} = editor;
  const readSent = () => sent.read(editor.state);
  const isLaidOut = () => getReadingWhitespace(editor.state).on;
  /** Replaces the whole layout: characters that stay are not replaced, nor are the cursor and marks on them. */
  const planLayout = (on: boolean, edits: readonly TextChange[], spec: TransactionSpec) => {
    const before = readSent();
    const text = applyTextChanges(before.text, edits);
    const {added} = on ? toReadableText(text) : toPlainText(text);
    const changes = toLayoutChanges(editor.state.doc.toString(), before.added, edits, {text, added});
    const effects = setReadingWhitespace.of({on, ranges: toReadingRanges(added)});
    const after = createSentText(text, added);
    return () => {
      dispatch({...spec, changes, effects});
      sent.know(editor.state, after);
    };
  };
  const planChange = (changes: readonly TextChange[]) => {
    const spec = {userEvent: 'input.fix', annotations: ownStep};
    if (isLaidOut()) return planLayout(true, changes, spec);
    return () => dispatch({...spec, changes});
  };
  const later = createLaterChange();
  return {
    ...editor,
    read: () => later.behind(readSent).text,
    readSent: () => later.behind(readSent),
    change: (changes) => later.behind(() => planChange(changes)()),
    changeSoon: (changes, then) =>
      later.behind(() => {
        const {doc} = editor.state;
        const planStep = (step: () => void) =>
          // The user may have typed in the meantime.
          later.plan(() => (editor.state.doc === doc ? step() : then(false)));
        planStep(() => {
          const make = planChange(changes);
          planStep(() => {
            make();
            then(true);
          });
        });
      }),
    get state() {
      return editor.state;
    },
    get laidOut() {
      return isLaidOut();
    },
    setLaidOut: (on) => later.behind(() => planLayout(on, [], {userEvent: 'layout'})()),
  };
}

/**
 * Runs a change in later tasks: each step in its own task, or all of them before the text is read. The editor's own
 * state may be read during an update, when changes are not possible.
 */
function createLaterChange() {
  let planned: (() => void) | null = null;
  const takeStep = () => {
    const step = planned;
    planned = null;
    step?.();
  };
  return {
    /** A step can plan the next one. */
    plan(step: () => void) {
      planned = step;
      setTimeout(takeStep);
    },
    behind<Result>(use: () => Result): Result {
      while (planned !== null) takeStep();
      return use();
    },
  };
}

function toState({lines, added}: ReadableText, extensions: Extension): EditorState {
  return EditorState.create({
    doc: Text.of(lines),
    extensions: [
      EditorState.lineSeparator.of('\n'),
      readingWhitespace({on: added.length > 0, ranges: toReadingRanges(added)}),
      readingLook(({state: shown}) => getReadingWhitespace(shown).on),
      extensions,
    ],
  });
}

/** The text as it is sent. */
function toPlainText(text: string): ReadableText {
  return {lines: text.split('\n'), added: []};
}

/** A separate step of the undo history, not merged with earlier typing. */
const ownStep = isolateHistory.of('full');
