import type {RefObject} from 'preact';
import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import type {RowIndex} from '../../store/rows/row-index';
import {toRowKey} from './row/to-row-key';

export const ROW_HEIGHT = 22;
/** Extra rows beyond the edges, so that scrolling a few rows shows no gap. */
const OVERSCAN = 6;

interface VirtualRowOptions {
  /** Of the scrolling element, and of the header in it, in CSS pixels. */
  height: number;
  headHeight: number;
  /** Whether the newest rows are at the end. */
  newestLast: boolean;
}

export interface VirtualRows {
  first: number;
  /** One beyond the last. */
  end: number;
  /** The maximum number of painted rows. */
  slots: number;
  pageRows: number;
  onScroll(): void;
  reveal(position: number): void;
}

/**
 * The rows that are painted. The list follows the newest rows while it is scrolled to the end, and otherwise keeps
 * its position, whatever arrives above.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  rows: RowIndex,
  {height, headHeight, newestLast}: VirtualRowOptions,
): VirtualRows {
  const [{top, followed: isAtEnd}, setPlace] = useState({top: 0, followed: true});
  const followed = isAtEnd && newestLast;
  const anchor = useRef<{key: string; position: number} | null>(null);
  /** Where the list was last seen, or put, in CSS pixels. */
  const seen = useRef(0);
  const visible = Math.max(1, Math.floor((height - headHeight) / ROW_HEIGHT));

  function remember(): void {
    const element = scroller.current;
    if (!element) return;
    const position = Math.floor(element.scrollTop / ROW_HEIGHT);
    const atEnd = isAtItsEnd(element);
    seen.current = element.scrollTop;
    const row = rows.at(position);
    anchor.current = row ? {key: toRowKey(row), position} : null;
    // At the end the rows are known without the position, so no second rendering is needed.
    setPlace((old) =>
      old.followed === atEnd && (atEnd || old.top === position) ? old : {top: position, followed: atEnd},
    );
  }

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The browser tells of scrolling later than it scrolls: rows that arrive in between do not undo it.
    const isLeft = element.scrollTop < seen.current && !isAtItsEnd(element);
    if (followed && !isLeft) element.scrollTop = element.scrollHeight;
    else if (!followed) element.scrollTop += ROW_HEIGHT * toShift(rows, anchor.current);
    remember();
  }, [rows, height]);

  function reveal(position: number): void {
    const element = scroller.current;
    if (!element || position < 0) return;
    const from = position * ROW_HEIGHT;
    const room = element.clientHeight - headHeight;
    if (from < element.scrollTop) element.scrollTop = from;
    else if (from + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = from + ROW_HEIGHT - room;
  }

  // At the end the position is known before the element is scrolled there, so the right rows are painted immediately.
  const last = Math.max(0, rows.length - Math.ceil((height - headHeight) / ROW_HEIGHT));
  const slots = visible + 2 * OVERSCAN + 1;
  const first = Math.max(0, (followed ? last : Math.min(top, rows.length - visible)) - OVERSCAN);
  const end = Math.min(rows.length, first + slots);
  return {first, end, slots, pageRows: Math.max(1, visible - 1), onScroll: remember, reveal};
}

function isAtItsEnd({scrollTop, clientHeight, scrollHeight}: HTMLElement): boolean {
  return scrollTop + clientHeight >= scrollHeight - ROW_HEIGHT / 2;
}

/** The number of rows by which the top row has moved. */
function toShift(rows: RowIndex, anchor: {key: string; position: number} | null): number {
  const there = anchor && rows.at(anchor.position);
  if (!anchor || !there || toRowKey(there) === anchor.key) return 0;
  const [id = '', event] = anchor.key.split('\n');
  const position = rows.indexOf(id, event === undefined || event === '' ? null : Number(event));
  return position < 0 ? 0 : position - anchor.position;
}
