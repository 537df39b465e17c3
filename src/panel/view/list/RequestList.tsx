import {useSignalEffect} from '@preact/signals';
import type {RefObject} from 'preact';
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import type {ColumnId} from '../../../domain/list-columns';
import type {RowIndex} from '../../store/rows/row-index';
import {useSize} from '../frame/use-size';
import {useStore} from '../store-context';
import {type FittedColumn, toTemplate} from './columns/fit-columns';
import {ListHead} from './columns/ListHead';
import {useColumns} from './columns/use-columns';
import {ListRow} from './row/ListRow';
import {toRowElementId} from './row/to-row-key';
import {useRowMenu} from './row/use-row-menu';
import {useListClicks} from './use-list-clicks';
import {useListKeys} from './use-list-keys';
import {useRowCache} from './use-row-cache';
import {ROW_HEIGHT, useVirtualRows} from './use-virtual-rows';

const HEAD_HEIGHT = 24;
const rowgroup = {role: 'rowgroup'} as const;

/**
 * The live list: visits, requests, their events. Only visible rows have elements, which are reused. If nothing
 * matches, it is hidden behind a hint, also from screen readers, and keeps its last contents.
 */
export function RequestList({found}: {found: RowIndex}) {
  const store = useStore();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useLastFound(found);
  const selected = store.selection.selected.value;
  const {width, height} = useSize(scroller);
  const {columns, actions} = useColumns(width);
  const ids = useKeptIds(columns);
  const view = useVirtualRows(scroller, rows, {
    height,
    headHeight: HEAD_HEIGHT,
    newestLast: actions.sort === null,
  });
  const position = selected ? rows.indexOf(selected.id, selected.event) : -1;
  useReveal(view.reveal);
  useFocusBequest(scroller);
  const menu = useRowMenu(rows);
  const onKeyDown = useListKeys(view.pageRows, menu.openAtSelected);
  const onClick = useListClicks(rows);
  const rowOf = useRowCache();
  const marked = store.selection.marked.value;
  const markedAt = marked ? rows.indexOf(marked.id, marked.event) : -1;
  const inView = position >= view.first && position < view.end;

  const {slots} = view;
  const elements = Array.from({length: slots}, (_, slot) => {
    // Row n always uses element n mod slots: scrolling by one row changes one element.
    const at = view.first + ((slot - (view.first % slots) + slots) % slots);
    const row = at < view.end ? rows.at(at) : undefined;
    if (!row) return null;
    const isSelected = at === position || at === markedAt;
    const props = {row, position: at, selected: isSelected, columns: ids};
    return rowOf(slot, props, () => <ListRow key={slot} {...props} />);
  });

  return (
    <div
      class="list"
      data-behind={found.length === 0}
      ref={scroller}
      style={{'--columns': toTemplate(columns), '--time-column': toTimeWidth(columns)}}
      role="treegrid"
      aria-label="Captured requests"
      aria-multiselectable={true}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={inView ? toRowElementId(position) : undefined}
      tabIndex={0}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={menu.onContextMenu}
    >
      <ListHead columns={columns} actions={actions} />
      <div class="list-space" {...rowgroup} style={{height: `${rows.length * ROW_HEIGHT}px`}}>
        {elements}
      </div>
    </div>
  );
}

/** These rows, or the previous ones if there are none. */
function useLastFound(rows: RowIndex): RowIndex {
  const found = useRef(rows);
  if (rows.length > 0) found.current = rows;
  return found.current;
}

/** The same array as long as the same columns are shown: rows are painted again when it changes. */
function useKeptIds(columns: readonly FittedColumn[]): readonly ColumnId[] {
  const key = columns.map(({id}) => id).join();
  return useMemo(() => columns.map(({id}) => id), [key]);
}

function toTimeWidth(columns: readonly FittedColumn[]): string {
  return `${columns.find(({id}) => id === 'time')?.width ?? 0}px`;
}

/** When the last rows are removed, a hint takes the place of the list, and its focus until there are rows again. */
function useFocusBequest(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const list = scroller.current;
    const pane = list?.parentElement;
    if (document.activeElement === pane) list?.focus();
    return () => {
      if (list?.contains(document.activeElement)) pane?.focus();
    };
  }, [scroller]);
}

/** Scrolls the selected row into view when the selection changes, but not when rows arrive. */
function useReveal(reveal: (position: number) => void): void {
  const {selection, rows} = useStore();
  const latest = useRef(reveal);
  latest.current = reveal;
  useSignalEffect(() => {
    const selected = selection.selected.value;
    if (selected) latest.current(rows.peek().indexOf(selected.id, selected.event));
  });
}
