import {type EditorState, StateEffect, type Transaction, type TransactionSpec} from '@codemirror/state';
import {activateHover, EditorView} from '@codemirror/view';

/** An editor whose state outlives its view. */
export interface LastingEditor {
  readonly state: EditorState;
  dispatch(spec: TransactionSpec): void;
  /** Opens the tooltip of a position, until the cursor leaves it. */
  explain(range: {from: number; to: number}): void;
  mount(parent: HTMLElement): EditorView;
  unmount(): void;
  /** Focuses the editor, now or as soon as it is mounted. */
  focus(): void;
}

/** `onTransactions` gets every change of the state, with or without a view. */
export function createLastingEditor(
  started: EditorState,
  onTransactions: (transactions: readonly Transaction[]) => void,
): LastingEditor {
  const listener = EditorView.updateListener.of(({transactions}) => onTransactions(transactions));
  let state = started.update({effects: StateEffect.appendConfig.of(listener)}).state;
  let view: EditorView | null = null;
  let wantsFocus = false;
  return {
    get state() {
      return view?.state ?? state;
    },
    dispatch(spec) {
      if (view) return view.dispatch(spec);
      const transaction = state.update(spec);
      state = transaction.state;
      onTransactions([transaction]);
    },
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
