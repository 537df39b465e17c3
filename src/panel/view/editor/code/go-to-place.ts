import {foldEffect, foldedRanges, unfoldEffect} from '@codemirror/language';
import type {StateEffect} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {locate, locateNearest} from '../../../../domain/json/locate';
import type {CodeDocument} from './code-document';
import type {SentText} from './layout/sent-text';

/** The position of a field of the body in the document: its value, or the object that should contain it. */
export function toPlace(pointer: string, sent: SentText): {from: number; to: number} | null {
  const place = locateNearest(sent.text, [pointer]).get(pointer);
  if (!place) return null;
  const exact = place.pointer === pointer;
  const from = sent.toDocument(exact ? place.start : (place.keyStart ?? place.start), 1);
  const to = exact ? sent.toDocument(place.end, -1) : from;
  return {from, to: Math.max(from, to)};
}

/** Selects it, scrolls it to the middle, and focuses the editor. */
export function selectRange(document: CodeDocument, {from, to}: {from: number; to: number}): void {
  const effects = EditorView.scrollIntoView(from, {y: 'center'});
  document.dispatch({selection: {anchor: from, head: to}, effects});
  document.focus();
}

/** The index of the body's value that contains a position of the document; -1: none. */
export function findValueAt(pointers: readonly string[], position: number, sent: SentText): number {
  const places = locate(sent.text, pointers);
  return pointers.findIndex((pointer) => {
    const place = places.get(pointer);
    return (
      place !== undefined &&
      sent.toDocument(place.start, 1) <= position &&
      position <= sent.toDocument(place.end, -1)
    );
  });
}

/** Collapses everything except one event of the batch; without a pointer, expands everything. */
export function foldAround(document: CodeDocument, pointer: string | undefined | null): void {
  const effects: StateEffect<unknown>[] = [];
  foldedRanges(document.state).between(0, document.state.doc.length, (from, to) => {
    effects.push(unfoldEffect.of({from, to}));
  });
  const shown = typeof pointer === 'string' ? toFolds(pointer, document.readSent()) : null;
  if (shown) {
    for (const fold of shown.folds) if (fold.from < fold.to) effects.push(foldEffect.of(fold));
    effects.push(EditorView.scrollIntoView(shown.at, {y: 'start', yMargin: 30}));
  }
  document.dispatch({effects, ...(shown && {selection: {anchor: shown.at}})});
}

function toFolds(pointer: string, sent: SentText) {
  const list = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
  const places = locate(sent.text, [pointer, list]);
  const event = places.get(pointer);
  const batch = places.get(list);
  if (!event || !batch || pointer === '') return null;
  return {
    at: sent.toDocument(event.start, 1),
    folds: [
      {from: sent.toDocument(batch.start + 1, -1), to: sent.toDocument(event.start, -1)},
      {from: sent.toDocument(event.end, -1), to: sent.toDocument(batch.end - 1, -1)},
    ],
  };
}
