import type {PanelStore} from '../create-panel-store';
import {toVisitKey} from './build-rows';
import type {Row, RowIndex} from './row-index';

/**
 * Collapses or expands the selected row, or what hides it; if that is not possible, goes to the previous or next row.
 */
export function foldSelected(
  {selection, rows, setFolded}: Pick<PanelStore, 'selection' | 'rows' | 'setFolded'>,
  folded: boolean,
): void {
  const selected = selection.selected.peek();
  if (!selected) return;
  const {id, event} = selected;
  const index = rows.peek();
  const hiding = index.at(index.indexOfFold(id, event));
  const position = index.indexOf(id, event);
  const row = index.at(position);
  if (hiding) {
    if (!folded) setFolded(toFoldKey(hiding), false);
  } else if (row?.kind === 'event' && folded) selection.select({id, event: null});
  else if (row?.kind === 'request' && row.foldable && row.folded !== folded) setFolded(id, folded);
  else if (row?.kind === 'request' && folded) foldVisit(index, position, setFolded);
  else selection.moveBy(folded ? -1 : 1);
}

/** Collapses the visit of the row at this position. */
function foldVisit(index: RowIndex, position: number, setFolded: PanelStore['setFolded']): void {
  let at = position;
  while (at >= 0 && index.at(at)?.kind !== 'visit') at--;
  const heading = index.at(at);
  if (heading) setFolded(toFoldKey(heading), true);
}

function toFoldKey(row: Row): string {
  return row.kind === 'visit' ? toVisitKey(row.visit.id) : row.entry.id;
}
