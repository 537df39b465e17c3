import {type ColumnId, columnIds, MAX_COLUMN, MIN_COLUMN} from '../../../../domain/list-columns';
import type {Sort} from '../../../store/rows/sort-entries';
import {columnTable} from './column-table';

export interface ColumnChoice {
  columns: readonly ColumnId[];
  columnWidths: Readonly<Partial<Record<ColumnId, number>>>;
  /** The column that the list is sorted by stays longest: its header says so. */
  sort: Sort | null;
}

export interface FittedColumn {
  id: ColumnId;
  /** In CSS pixels. */
  width: number;
}

/** The minimum width of the event's column: its name, its mark and the beginning of its issues. */
export const EVENT_ROOM = 210;

/** The selected columns that fit into a list of that width, in order; those with the lowest weight are dropped first. */
export function fitColumns({columns, columnWidths, sort}: ColumnChoice, list: number): FittedColumn[] {
  const weightOf = (id: ColumnId) => (id === sort?.by ? Number.POSITIVE_INFINITY : columnTable[id].weight);
  const chosen = columnIds.filter((id) => columns.includes(id));
  const fitted = chosen.map((id) => ({
    id,
    width: Math.round(columnWidths[id] ?? columnTable[id].width(list)),
  }));
  while (fitted.length > 0 && sumWidths(fitted) + EVENT_ROOM > list) {
    const lightest = fitted.reduce((one, other) => (weightOf(other.id) < weightOf(one.id) ? other : one));
    fitted.splice(fitted.indexOf(lightest), 1);
  }
  return fitted;
}

/** The nearest width that one of the shown columns can be given, such that none of them is dropped: it would vanish under the pointer. */
export function toPossibleWidth(
  shown: readonly FittedColumn[],
  {id, width}: FittedColumn,
  list: number,
): number {
  const room = list - EVENT_ROOM - sumWidths(shown.filter((column) => column.id !== id));
  return Math.round(Math.max(MIN_COLUMN, Math.min(width, MAX_COLUMN, room)));
}

function sumWidths(columns: readonly FittedColumn[]): number {
  return columns.reduce((sum, {width}) => sum + width, 0);
}

/** For `grid-template-columns`: the event's column and these. */
export function toTemplate(columns: readonly FittedColumn[]): string {
  return ['minmax(0, 1fr)', ...columns.map(({width}) => `${width}px`)].join(' ');
}
