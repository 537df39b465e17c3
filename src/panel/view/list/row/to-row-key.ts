import type {Row} from '../../../store/rows/row-index';

/** Tells rows apart for as long as they stand in the list: id and event index, with a line break between. */
export function toRowKey(row: Row): string {
  if (row.kind === 'visit') return `visit ${row.visit.id}`;
  return row.kind === 'event' ? `${row.entry.id}\n${row.event}` : `${row.entry.id}\n`;
}

/** The id of the row's element, for `aria-activedescendant`. */
export function toRowElementId(position: number): string {
  return `row-${position}`;
}
