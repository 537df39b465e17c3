import type {ColumnId, SortId} from '../../../../domain/list-columns';
import type {Row} from '../../../store/rows/row-index';
import {ROW_HEIGHT} from '../use-virtual-rows';
import {toRowElementId} from './to-row-key';

export interface ListRowProps<R extends Row = Row> {
  row: R;
  position: number;
  selected: boolean;
  /** The columns that the list shows besides the event's. */
  columns: readonly ColumnId[];
}

/**
 * The props that all row elements share. The focus stays on the grid, which refers to the selected row by
 * `aria-activedescendant` and handles keys and clicks; the first row below the header has index 2.
 */
export function toRowProps({row, position, selected}: Omit<ListRowProps, 'columns'>) {
  const isFolded = row.kind === 'visit' || (row.kind === 'request' && row.foldable) ? row.folded : null;
  return {
    id: toRowElementId(position),
    class: row.kind === 'visit' ? 'row row-visit' : 'row',
    role: 'row' as const,
    'aria-rowindex': position + 2,
    'aria-level': row.kind === 'visit' ? 1 : row.depth + 2,
    'aria-selected': row.kind === 'visit' ? undefined : selected,
    'aria-expanded': isFolded === null ? undefined : !isFolded,
    'data-position': position,
    style: {transform: `translateY(${position * ROW_HEIGHT}px)`, '--depth': row.depth},
  };
}

export function toCellProps(column: SortId) {
  return {role: 'gridcell' as const, class: `cell cell-${column}`};
}
