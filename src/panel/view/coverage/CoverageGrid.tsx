import {useLayoutEffect, useRef} from 'preact/hooks';
import type {CoverageLine} from '../../store/coverage/coverage-line';
import type {CoverageStore} from '../../store/coverage/coverage-store';
import {ROW_HEIGHT} from '../list/use-virtual-rows';
import {LineCells} from './LineCells';
import {useGridKeys} from './use-grid-keys';
import {useWindow} from './use-window';

const HEAD_HEIGHT = 24;
const columns = [
  ['event', 'Event'],
  ['grade', 'State'],
  ['seen', 'Seen'],
  ['share', 'Wrong'],
  ['first', 'First'],
  ['last', 'Last'],
  ['page', 'Page'],
  ['release', 'Release'],
] as const;
const rowgroup = {role: 'rowgroup'} as const;
const columnheader = {role: 'columnheader'} as const;
const headRow = {role: 'row', 'aria-rowindex': 1} as const;

/** One row per event or rule, in the sections of the plan, and below expanded rows their details. */
export function CoverageGrid({coverage}: {coverage: CoverageStore}) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = coverage.list.lines.value;
  const key = coverage.list.current.value;
  const position = key === null ? -1 : lines.findIndex((line) => line.key === key);
  const view = useWindow(scroller, lines.length, HEAD_HEIGHT, {key, position});
  const press = (line: CoverageLine) => pressLine(coverage, line);
  const onKeyDown = useGridKeys(coverage, position, view.pageLines, press);
  useLayoutEffect(() => takeFocus(scroller.current), []);
  const inView = position >= view.first && position < view.end;

  return (
    <div
      class="coverage-grid"
      ref={scroller}
      role="treegrid"
      aria-label="Events and how often they were right"
      aria-rowcount={lines.length + 1}
      aria-activedescendant={inView ? toElementId(position) : undefined}
      tabIndex={0}
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
      onClick={({target}) => {
        const line = lines[toPosition(target)];
        if (!line) return;
        coverage.list.current.value = line.key;
        press(line);
      }}
    >
      <div class="coverage-columns" {...rowgroup}>
        <div class="coverage-cells" {...headRow}>
          {columns.map(([column, title]) => (
            <div key={column} class={`cell cell-${column}`} {...columnheader}>
              {title}
            </div>
          ))}
        </div>
      </div>
      <div class="list-space" {...rowgroup} style={{height: `${lines.length * ROW_HEIGHT}px`}}>
        {lines.slice(view.first, view.end).map((line, index) => (
          <Line key={line.key} line={line} position={view.first + index} isCurrent={line.key === key} />
        ))}
      </div>
    </div>
  );
}

/** Focuses the rows, except while the user filters or selects, which may remove the rows and add them again. */
function takeFocus(grid: HTMLElement | null): void {
  if (!document.activeElement?.matches('input:not([type=checkbox]), select, .coverage *')) grid?.focus();
}

interface LineProps {
  line: CoverageLine;
  position: number;
  isCurrent: boolean;
}

function Line({line, position, isCurrent}: LineProps) {
  return (
    <div
      class={`coverage-line line-${line.kind}`}
      style={{transform: `translateY(${position * ROW_HEIGHT}px)`}}
      {...toLineProps(line, position, isCurrent)}
    >
      <LineCells line={line} />
    </div>
  );
}

function toLineProps(line: CoverageLine, position: number, isCurrent: boolean) {
  return {
    id: toElementId(position),
    role: 'row' as const,
    'data-position': position,
    'data-action': 'action' in line && line.action !== null,
    'aria-rowindex': position + 2,
    'aria-level': line.level ?? (line.owner === null ? 1 : 2),
    'aria-expanded': 'isOpen' in line ? line.isOpen : undefined,
    'aria-selected': isCurrent,
  };
}

/** The action of a line for Enter or a click. */
function pressLine(coverage: CoverageStore, line: CoverageLine): void {
  if ('isOpen' in line) coverage.list.setOpen(line.key, !line.isOpen);
  if (line.kind === 'event') coverage.openEvent(line.ref);
  if ('action' in line && line.action) coverage.act(line.action);
}

/** The index of the line that was clicked; -1 if there was none. */
function toPosition(target: EventTarget | null): number {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null;
  return Number(line?.dataset.position ?? -1);
}

function toElementId(position: number): string {
  return `coverage-${position}`;
}
