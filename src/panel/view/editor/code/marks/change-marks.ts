import {foldedRanges, unfoldEffect} from '@codemirror/language';
import {
  type EditorState,
  type Extension,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state';
import {Decoration, type DecorationSet, EditorView, ViewPlugin} from '@codemirror/view';
import {findChanges} from './find-changes';
import type {TextRange} from './to-diagnostics';

/** The changes of a command, once they are visible. */
export interface ShownChange {
  /** The number of changed places. */
  places: number;
  /** The number of places that are not visible. */
  elsewhere: number;
  /** Goes to the next place that is not visible. */
  showNext(): void;
}

/** How long a change stays marked. */
const MARKED_MS = 2_000;

interface Changes {
  places: readonly TextRange[];
  marked: readonly TextRange[];
}

const markPlaces = StateEffect.define<readonly TextRange[]>();
const line = Decoration.line({class: 'cm-changed'});

const field = StateField.define<Changes>({
  create: () => ({places: [], marked: []}),
  update(value, transaction) {
    const followed = follow(value, transaction);
    for (const effect of transaction.effects)
      if (effect.is(markPlaces)) return {...followed, marked: effect.value};
    return followed;
  },
});

/** Only those in the viewport: comparing the marks of 1,000 places takes a third of the time of the fix. */
const marks = EditorView.decorations.of(({state, viewport}) => {
  const {marked} = state.field(field);
  return toMarks(
    state,
    marked.filter(({from, to}) => from <= viewport.to && to >= viewport.from),
  );
});

/** Scrolls to the changes of a fix, a replacement, an undo or a redo, and marks them for a moment. */
export function changeMarks(onShown: (change: ShownChange) => void): Extension {
  return [field, marks, keepFromDialogs, ViewPlugin.define((view) => createShower(view, onShown))];
}

/** A place that is scrolled to stays clear of a dialog over the upper part of the text. */
const keepFromDialogs = EditorView.scrollMargins.of((view) => ({top: readCover(view)}));

/** The height of the text that a dialog covers, from the top. */
function readCover({dom}: EditorView): number {
  const dialog = dom.closest('.edit-face')?.querySelector('[role=dialog]')?.getBoundingClientRect();
  return dialog ? Math.max(0, dialog.bottom - dom.getBoundingClientRect().top) : 0;
}

function createShower(view: EditorView, onShown: (change: ShownChange) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = 0;
  const placesOf = () => view.state.field(field).places;
  const unmarkLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => view.dispatch({effects: markPlaces.of([])}), MARKED_MS);
  };
  const showNext = () => {
    const places = placesOf();
    const next = places.findIndex((place, index) => index > shown && !isInSight(view, place));
    shown = next < 0 ? places.findIndex((place) => !isInSight(view, place)) : next;
    const place = places[shown];
    if (place) reveal(view, place, [markPlaces.of([place])]);
    unmarkLater();
  };
  const show = () => {
    const places = placesOf();
    shown = findNearest(view, places);
    const nearest = places[shown];
    if (nearest && !places.some((place) => isInSight(view, place))) reveal(view, nearest);
    unmarkLater();
    afterScrolling(view, {
      read: () => places.filter((place) => !isInSight(view, place)).length,
      write: (elsewhere) => onShown({places: places.length, elsewhere, showNext}),
    });
  };
  if (view.state.field(field).marked.length > 0) queueMicrotask(show);
  return {
    update({transactions}: {transactions: readonly Transaction[]}) {
      // A view must not be changed while it is handling a change.
      if (transactions.some(isShown)) queueMicrotask(show);
    },
    destroy: () => clearTimeout(timer),
  };
}

/** The first place from the cursor on; if possible, one that scrolling can move out from under a dialog. */
function findNearest(view: EditorView, places: readonly TextRange[]): number {
  const {head} = view.state.selection.main;
  const cover = readCover(view) - view.documentPadding.top;
  const isReachable = ({from}: TextRange) => view.lineBlockAt(from).top >= cover;
  const ways = [
    (place: TextRange) => place.from >= head && isReachable(place),
    isReachable,
    ({from}: TextRange) => from >= head,
  ];
  const found = ways.map((way) => places.findIndex(way)).find((index) => index >= 0);
  return found ?? 0;
}

/** The editor scrolls at the end of a measure, so the next measure has the result. */
function afterScrolling<Found>(
  view: EditorView,
  request: {read: () => Found; write: (found: Found) => void},
): void {
  const nothing = () => undefined;
  view.requestMeasure({read: nothing, write: () => view.requestMeasure(request)});
}

function reveal(view: EditorView, {from, to}: TextRange, effects: StateEffect<unknown>[] = []): void {
  const folds: StateEffect<unknown>[] = [];
  foldedRanges(view.state).between(from, to, (start, end) => {
    folds.push(unfoldEffect.of({from: start, to: end}));
  });
  view.dispatch({effects: [...folds, ...effects, EditorView.scrollIntoView(from, {y: 'center'})]});
}

/** Whether the beginning or the end of this place is visible. */
function isInSight(view: EditorView, {from, to}: TextRange): boolean {
  return isPositionInSight(view, from) || (to !== from && isPositionInSight(view, to));
}

/** It is not collapsed, not scrolled out of view in any direction, and not covered by a dialog. */
function isPositionInSight(view: EditorView, position: number): boolean {
  let folded = false;
  foldedRanges(view.state).between(position, position, (from, to) => {
    folded ||= from < position && position < to;
  });
  const at = folded ? null : view.coordsAtPos(position);
  if (!at) return false;
  const {left, right} = view.scrollDOM.getBoundingClientRect();
  const start = view.scrollDOM.querySelector('.cm-gutters')?.getBoundingClientRect().right ?? left;
  if (at.left < start || at.left > right) return false;
  const x = Math.min(Math.max(at.left, start + 1), right - 2);
  const top = document.elementFromPoint(x, (at.top + at.bottom) / 2);
  return top !== null && view.scrollDOM.contains(top);
}

/** Typed text is visible anyway; these commands may change text that is not. */
const commands = ['input.fix', 'input.replace', 'undo', 'redo'];

function isShown(transaction: Transaction): boolean {
  const byCommand = commands.some((event) => transaction.isUserEvent(event));
  return byCommand && findChanges(transaction.changes).length > 0;
}

function follow(before: Changes, transaction: Transaction): Changes {
  const {changes, docChanged} = transaction;
  if (isShown(transaction)) {
    const places = findChanges(changes);
    return {places, marked: places};
  }
  if (!docChanged) return before;
  const move = ({from, to}: TextRange) => ({from: changes.mapPos(from, 1), to: changes.mapPos(to, -1)});
  return {places: before.places.map(move), marked: before.marked.map(move)};
}

function toMarks({doc}: EditorState, places: readonly TextRange[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let marked = 0;
  for (const {from, to} of places) {
    const last = doc.lineAt(Math.max(from, to)).number;
    for (let number = Math.max(marked + 1, doc.lineAt(from).number); number <= last; number += 1) {
      builder.add(doc.line(number).from, doc.line(number).from, line);
      marked = number;
    }
  }
  return builder.finish();
}
