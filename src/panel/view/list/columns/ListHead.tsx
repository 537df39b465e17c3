import {useRef, useState} from 'preact/hooks';
import type {SortId} from '../../../../domain/list-columns';
import {columnTable} from './column-table';
import type {FittedColumn} from './fit-columns';
import {HeadCell} from './HeadCell';
import type {ColumnActions} from './use-columns';

interface ListHeadProps {
  columns: readonly FittedColumn[];
  actions: ColumnActions;
}

const rowgroup = {role: 'rowgroup'} as const;
const row = {role: 'row', 'aria-rowindex': 1} as const;
const titles = {event: 'Event', ...columnTable} as const;

/**
 * The column headers; they stay in view while the list scrolls. They are one stop of the Tab key: arrows move among
 * them, Enter sorts, Shift with an arrow resizes, the Menu key opens the choice of columns.
 */
export function ListHead({columns, actions}: ListHeadProps) {
  const head = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<SortId>('event');
  const ids: SortId[] = ['event', ...columns.map(({id}) => id)];
  const stop = ids.includes(current) ? current : 'event';

  function moveTo(place: number): void {
    const id = ids[Math.max(0, Math.min(ids.length - 1, place))];
    if (id === undefined) return;
    setCurrent(id);
    head.current?.querySelector<HTMLElement>(`[data-column="${id}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    const fitted = columns.find(({id}) => id === stop);
    if (step !== undefined && event.shiftKey) {
      // The divider of a column is on its left: moving it to the left makes the column wider.
      if (fitted) actions.resize(fitted.id, fitted.width - step * 10);
    } else if (step !== undefined) moveTo(ids.indexOf(stop) + step);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(ids.length - 1);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu();
    else return;
    event.preventDefault();
  }

  function onContextMenu(event: MouseEvent): void {
    event.preventDefault();
    event.stopPropagation();
    if (event.button === 2) actions.choose(event.clientX, event.clientY);
    else openMenu();
  }

  function openMenu(): void {
    const box = head.current?.querySelector(`[data-column="${stop}"]`)?.getBoundingClientRect();
    if (box) actions.choose(box.left, box.bottom);
  }

  return (
    <div class="list-head" ref={head} {...rowgroup}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a row by its role; its buttons have the keys */}
      <div class="row-cells" {...row} onKeyDown={onKeyDown} onContextMenu={onContextMenu}>
        {ids.map((id) => (
          <HeadCell
            key={id}
            id={id}
            title={id === 'event' ? titles.event : titles[id].title}
            sorted={actions.sort?.by === id ? actions.sort : null}
            isStop={id === stop}
            width={columns.find((column) => column.id === id)?.width ?? null}
            actions={actions}
            onFocus={() => setCurrent(id)}
          />
        ))}
      </div>
    </div>
  );
}
