import type {Row} from '../rows/row-index';

/** A row of the list: a request, or one of its events. */
export interface Selected {
  id: string;
  /** null: the request as a whole. A request with one event is one row, with `event` 0. */
  event: number | null;
}

/** The selection state of a row. */
export function toSelected(row: Exclude<Row, {kind: 'visit'}>): Selected {
  if (row.kind === 'event') return {id: row.entry.id, event: row.event};
  return {id: row.entry.id, event: row.entry.events.length === 1 ? 0 : null};
}

export function isSameRow(row: Selected, other: Selected | null): boolean {
  return other !== null && row.id === other.id && row.event === other.event;
}

/** Events can be compared with events, requests with requests. */
export function isComparable(row: Selected, other: Selected): boolean {
  return !isSameRow(row, other) && (row.event === null) === (other.event === null);
}
