import {useRef} from 'preact/hooks';
import type {SortId} from '../../../../domain/list-columns';
import type {Sort} from '../../../store/rows/sort-entries';
import {ChevronIcon} from '../../icons';
import type {ColumnActions} from './use-columns';

interface HeadCellProps {
  id: SortId;
  title: string;
  /** Null: the list is not sorted by this column. */
  sorted: Sort | null;
  /** Whether the Tab key stops here. */
  isStop: boolean;
  /** Null: it has the remaining width. */
  width: number | null;
  actions: ColumnActions;
  onFocus(): void;
}

/** The header of one column: pressing it sorts, its left edge can be dragged. */
export function HeadCell({id, title, sorted, isStop, width, actions, onFocus}: HeadCellProps) {
  const direction = sorted && (sorted.descending ? 'descending' : 'ascending');
  return (
    <div class={`cell cell-${id}`} {...toHeadProps(direction)}>
      {id !== 'event' && width !== null && (
        <Grip width={width} onDrag={(to) => actions.drag(id, to)} onDrop={(to) => actions.resize(id, to)} />
      )}
      <button
        type="button"
        class="head-button"
        data-column={id}
        tabIndex={isStop ? 0 : -1}
        title={`Sort by ${title.toLowerCase()}; right click to choose columns`}
        onFocus={onFocus}
        onClick={() => actions.sortBy(id)}
      >
        {title}
        {direction && (
          <span class="head-sort" data-direction={direction}>
            <ChevronIcon />
          </span>
        )}
      </button>
    </div>
  );
}

function toHeadProps(direction: 'ascending' | 'descending' | null) {
  return {role: 'columnheader' as const, 'aria-sort': direction ?? ('none' as const)};
}

interface GripProps {
  width: number;
  onDrag(width: number): void;
  /** Null: it was not moved, or the browser took the pointer away. */
  onDrop(width: number | null): void;
}

/** For the pointer only: with the keyboard the header resizes. */
function Grip({width, onDrag, onDrop}: GripProps) {
  const start = useRef<{x: number; width: number} | null>(null);
  const toWidth = ({clientX}: PointerEvent) =>
    start.current === null || start.current.x === clientX
      ? null
      : start.current.width + start.current.x - clientX;
  const drop = (to: number | null) => {
    if (start.current) onDrop(to);
    start.current = null;
  };
  return (
    <span
      class="head-grip"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = {x: event.clientX, width};
      }}
      onPointerMove={(event) => {
        const to = toWidth(event);
        if (to !== null) onDrag(to);
      }}
      onPointerUp={(event) => drop(toWidth(event))}
      onPointerCancel={() => drop(null)}
    />
  );
}
