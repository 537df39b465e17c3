import type {RowIndex} from '../rows/row-index';
import {type Selected, toSelected} from './selected';

/**
 * The row this many rows further, clamped to the list, from what has collapsed the row if it is not shown; without a
 * start, the end that comes first.
 */
export function findMoved(rows: RowIndex, from: Selected | null, count: number): Selected | null {
  const {length} = rows;
  const start = from
    ? Math.max(rows.indexOf(from.id, from.event), rows.indexOfFold(from.id, from.event))
    : -1;
  const step = count < 0 ? -1 : 1;
  const wanted = start < 0 ? (step > 0 ? 0 : length - 1) : start + count;
  return findNear(rows, Math.max(0, Math.min(length - 1, wanted)), step);
}

/** The first or the last row. */
export function findEnd(rows: RowIndex, end: 'first' | 'last'): Selected | null {
  return end === 'first' ? findNear(rows, 0, 1) : findNear(rows, rows.length - 1, -1);
}

/** The row at that position; if it is a heading, the next row in the direction of the step, else the previous one. */
function findNear(rows: RowIndex, position: number, step: 1 | -1): Selected | null {
  for (const direction of [step, -step]) {
    for (let at = position; at >= 0 && at < rows.length; at += direction) {
      const row = rows.at(at);
      if (row && row.kind !== 'visit') return toSelected(row);
    }
  }
  return null;
}
