import {useSignalEffect} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {RowIndex} from '../../store/rows/row-index';
import {useStore} from '../store-context';
import {ListHead} from './ListHead';
import {ListRow} from './ListRow';
import {toRowElementId} from './to-row-key';
import {useListClicks} from './use-list-clicks';
import {useListKeys} from './use-list-keys';
import {useRowCache} from './use-row-cache';
import {useRowMenu} from './use-row-menu';
import {ROW_HEIGHT, useVirtualRows} from './use-virtual-rows';

const HEAD_HEIGHT = 24;
const rowgroup = {role: 'rowgroup'} as const;

/**
 * The live list: visits, requests, their events. Only what is in view has elements, and those are used again. Where
 * nothing is found it is hidden behind a hint, to everybody, and keeps what it showed last.
 */
export function RequestList({found}: {found: RowIndex}) {
  const store = useStore();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useLastFound(found);
  const selected = store.selection.selected.value;
  const view = useVirtualRows(scroller, rows, HEAD_HEIGHT);
  const position = selected ? rows.indexOf(selected.id, selected.event) : -1;
  useReveal(view.reveal);
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
    return rowOf(slot, at, row, isSelected, () => (
      <ListRow key={slot} row={row} position={at} selected={isSelected} />
    ));
  });

  return (
    <div
      class="list"
      data-behind={found.length === 0}
      ref={scroller}
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
      <ListHead />
      <div class="list-space" {...rowgroup} style={{height: `${rows.length * ROW_HEIGHT}px`}}>
        {elements}
      </div>
    </div>
  );
}

/** These rows, or those before them when there are none. */
function useLastFound(rows: RowIndex): RowIndex {
  const found = useRef(rows);
  if (rows.length > 0) found.current = rows;
  return found.current;
}

/** Brings the selected row into view when the selection changes, not when rows come in. */
function useReveal(reveal: (position: number) => void): void {
  const {selection, rows} = useStore();
  const latest = useRef(reveal);
  latest.current = reveal;
  useSignalEffect(() => {
    const selected = selection.selected.value;
    if (selected) latest.current(rows.peek().indexOf(selected.id, selected.event));
  });
}
