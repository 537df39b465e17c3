import {toSelected} from '../../store/detail/selected';
import {toVisitKey} from '../../store/rows/build-rows';
import type {RowIndex} from '../../store/rows/row-index';
import {useStore} from '../store-context';
import {removeWithUndo} from './remove-with-undo';

/**
 * A click on a row opens it, on its fold mark or on a visit's heading it collapses or expands, on an import's button
 * it removes. One listener serves all painted `rows`.
 */
export function useListClicks(rows: RowIndex): (event: MouseEvent) => void {
  const store = useStore();
  const {selection, setFolded} = store;
  return ({target, ctrlKey, metaKey}) => {
    if (!(target instanceof Element)) return;
    const position = target.closest('[data-position]')?.getAttribute('data-position');
    const row = position == null ? undefined : rows.at(Number(position));
    if (!row) return;
    if (row.kind === 'visit') {
      if (target.closest('[data-remove]')) {
        void removeWithUndo(store, row.visit.id);
        return;
      }
      setFolded(toVisitKey(row.visit.id), !row.folded);
      return;
    }
    if (row.kind === 'request' && row.foldable && target.closest('[data-fold]')) {
      setFolded(row.entry.id, !row.folded);
      return;
    }
    if (ctrlKey || metaKey) {
      selection.toggle(toSelected(row));
      return;
    }
    selection.select(toSelected(row));
    selection.open();
  };
}
