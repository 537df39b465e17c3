import {toSelected} from '../../../store/detail/selected';
import type {Row, RowIndex} from '../../../store/rows/row-index';
import {useStore} from '../../store-context';
import {toRowElementId} from './to-row-key';

export interface RowMenuOpeners {
  /** For a right click, and for the Menu key, for which the browser sends the same event. */
  onContextMenu(event: MouseEvent): void;
  /** Below the selected row, for keys without a browser event. */
  openAtSelected(): void;
}

/** Opens the menu of a row. The row is selected, unless that would close something beside the list. */
export function useRowMenu(rows: RowIndex): RowMenuOpeners {
  const store = useStore();
  const {selection, menu} = store;

  function open(row: Row, x: number, y: number): void {
    const isBusy = store.pasting.peek() !== null || store.resending.peek() !== null;
    if (row.kind !== 'visit' && !isBusy) selection.select(toSelected(row));
    menu.value = {kind: 'row', row, x, y};
  }

  function openAtSelected(): void {
    const selected = selection.selected.peek();
    const position = selected ? rows.indexOf(selected.id, selected.event) : -1;
    const row = rows.at(position);
    const box = document.getElementById(toRowElementId(position))?.getBoundingClientRect();
    if (row) open(row, (box?.left ?? 0) + 40, box?.bottom ?? 0);
  }

  return {
    openAtSelected,
    onContextMenu(event) {
      const {target, clientX, clientY} = event;
      const place = target instanceof Element ? target.closest('[data-position]') : null;
      const row = place ? rows.at(Number(place.getAttribute('data-position'))) : undefined;
      event.preventDefault();
      if (row) open(row, clientX, clientY);
      else if (target === event.currentTarget && event.button !== 2) openAtSelected();
    },
  };
}
