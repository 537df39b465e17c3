import type {Row} from '../../../store/rows/row-index';

/** Identifies a row as long as it is in the list: ID and event index, separated by a line break. */
export function toRowKey(row: Row): string {
  if (row.kind === 'visit') return `visit ${row.visit.id}`;
  return row.kind === 'event' ? `${row.entry.id}\n${row.event}` : `${row.entry.id}\n`;
}

/** The id of the row's element, for `aria-activedescendant`. */
export function toRowElementId(position: number): string {
  return `row-${position}`;
}
