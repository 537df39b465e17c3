import type {PanelStore} from '../../store/create-panel-store';
import {isComparable, isSameRow} from '../../store/detail/selected';
import {toVisitKey} from '../../store/rows/build-rows';
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
    ArrowRight: () => fold(store, false),
    ArrowLeft: () => fold(store, true),
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

/** Collapses or expands the selected row; if that is not possible, goes to the previous or next row. */
function fold(store: PanelStore, folded: boolean): void {
  const {selection, list, rows} = store;
  const selected = selection.selected.peek();
  const entry = selected && list.get(selected.id);
  if (!selected || !entry) return;
  const row = rows.peek().at(rows.peek().indexOf(selected.id, selected.event));
  if (row?.kind === 'event' && folded) selection.select({id: entry.id, event: null});
  else if (row?.kind === 'request' && row.foldable && row.folded !== folded) {
    store.setFolded(entry.id, folded);
  } else if (row?.kind === 'request' && folded) foldVisit(store, entry.id);
  else selection.moveBy(folded ? -1 : 1);
}

function foldVisit(store: PanelStore, id: string): void {
  const rows = store.rows.peek();
  let position = rows.indexOf(id, null);
  while (position >= 0 && rows.at(position)?.kind !== 'visit') position--;
  const row = rows.at(position);
  if (row?.kind === 'visit') store.setFolded(toVisitKey(row.visit.id), true);
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
