import {useMemo, useState} from 'preact/hooks';
import type {ColumnId, SortId} from '../../../../domain/list-columns';
import type {Settings} from '../../../../domain/settings';
import {type Sort, toShownSort} from '../../../store/rows/sort-entries';
import {useStore} from '../../store-context';
import {type FittedColumn, fitColumns, toPossibleWidth} from './fit-columns';

export interface ColumnActions {
  readonly sort: Sort | null;
  /** Ascending, then descending, then in the order of sending. */
  sortBy(id: SortId): void;
  /** While the pointer is down: shown, but not stored yet. */
  drag(id: ColumnId, width: number): void;
  /** Null: the column keeps the width that it had before it was dragged. */
  resize(id: ColumnId, width: number | null): void;
  /** Opens the choice of columns at a position in the window. */
  choose(x: number, y: number): void;
}

/** The columns in a list of this width, and their actions; the settings store the result. */
export function useColumns(listWidth: number): {columns: FittedColumn[]; actions: ColumnActions} {
  const {settings, menu} = useStore();
  const {panel} = settings.value.value;
  const {columns: chosen, columnWidths} = panel;
  const sort = toShownSort(panel);
  const [dragged, setDragged] = useState<{id: ColumnId; width: number} | null>(null);
  const widths = dragged ? {...columnWidths, [dragged.id]: dragged.width} : columnWidths;
  const columns = useMemo(
    () => fitColumns({columns: chosen, columnWidths: widths, sort}, listWidth),
    [chosen, columnWidths, dragged, listWidth, sort],
  );
  const change = (toNext: (panel: Settings['panel']) => Partial<Settings['panel']>) =>
    settings.change((now) => ({...now, panel: {...now.panel, ...toNext(now.panel)}}));
  const fit = (id: ColumnId, width: number) => toPossibleWidth(columns, {id, width}, listWidth);
  return {
    columns,
    actions: {
      sort,
      sortBy: (id) => change((panel) => ({sort: toNextSort(panel.sort, id)})),
      drag: (id, width) => setDragged({id, width: fit(id, width)}),
      resize(id, width) {
        setDragged(null);
        if (width === null) return;
        change((panel) => ({columnWidths: {...panel.columnWidths, [id]: fit(id, width)}}));
      },
      choose(x, y) {
        menu.value = {kind: 'columns', listWidth, x, y};
      },
    },
  };
}

function toNextSort(now: Sort | null, by: SortId): Sort | null {
  if (now?.by !== by) return {by, descending: false};
  return now.descending ? null : {by, descending: true};
}
