import type {PanelStore} from '../../store/create-panel-store';
import {isComparable, isSameRow} from '../../store/detail/selected';
import {foldSelected} from '../../store/rows/fold-selected';
import {openComparison} from '../compare/open-comparison';
import {useStore} from '../store-context';
import {removeWithUndo} from './remove-with-undo';

/**
 * Arrows, Page and Home/End move, Left and Right collapse and expand, Enter opens the details, Delete removes an
 * import; Space marks a row, then another, and compares them; the Menu key, or Shift and F10, opens the row's menu.
 */
export function useListKeys(pageRows: number, openMenu: () => void): (event: KeyboardEvent) => void {
  const store = useStore();
  const {selection} = store;

  const actions: Record<string, () => void> = {
    ArrowDown: () => selection.moveBy(1),
    ArrowUp: () => selection.moveBy(-1),
    PageDown: () => selection.moveBy(pageRows),
    PageUp: () => selection.moveBy(-pageRows),
    Home: () => selection.moveToEnd('first'),
    End: () => selection.moveToEnd('last'),
    ArrowRight: () => foldSelected(store, false),
    ArrowLeft: () => foldSelected(store, true),
    Enter: () => selection.open(),
    Delete: () => removeSelected(store),
    ' ': () => mark(store),
    ContextMenu: openMenu,
  };

  return (event) => {
    // A button in a row, and the column headers, have their own keys.
    if (event.target !== event.currentTarget) return;
    const isMenu = event.key === 'F10' && event.shiftKey;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const action = isPlain ? actions[isMenu ? 'ContextMenu' : event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  };
}

function removeSelected(store: PanelStore): void {
  const {imported} = store.list.get(store.selection.selected.peek()?.id ?? '') ?? {};
  if (imported) void removeWithUndo(store, imported.id);
}

/** Marks the selected row, or compares it with the marked one. */
function mark(store: PanelStore): void {
  const {selected, marked, mark} = store.selection;
  const [row, other] = [selected.peek(), marked.peek()];
  if (row && other && isComparable(row, other)) openComparison(store, {first: other, second: row});
  else mark(row && !isSameRow(row, other) ? row : null);
}
