import {useEffect, useRef, useState} from 'preact/hooks';
import type {JsonValue} from '../../../../domain/json/json-value';
import type {Settings} from '../../../../domain/settings';
import type {Issue} from '../../../../domain/verdict/issue';
import {useStore} from '../../store-context';
import {TreeLine} from './TreeLine';
import {type EventParts, MEMBER_STEP, type TreeRow, toTreeRows} from './to-tree-rows';

interface EventTreeProps {
  value: JsonValue;
  /** Numbers as they were written, by pointer, if JavaScript would show them differently. */
  exact: ReadonlyMap<string, string>;
  issues: readonly Issue[];
  parts: EventParts | undefined;
  /** JSON Pointer of a field to go to; null: none. */
  target: string | null;
  onReach(): void;
  onFix(issue: Issue): void;
}

/** An event as a collapsible tree, with each issue at its field. */
export function EventTree({exact, target, onReach, onFix, ...event}: EventTreeProps) {
  const {rows, toggle, showMore} = useRows(event);
  const [active, setActive] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const current = Math.min(active, rows.length - 1);

  useEffect(() => {
    if (target === null) return;
    onReach();
    const position = findField(rows, target);
    if (position >= 0) setActive(position);
    frame.current?.focus();
  }, [target]);
  useEffect(() => {
    const element = frame.current?.querySelector('[data-active="true"]');
    if (document.activeElement === frame.current) element?.scrollIntoView({block: 'nearest'});
  }, [current]);

  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[current];
    if (event.target !== frame.current || !row) return;
    const act = toKeyAct(event.key, row);
    const next = act === null ? toNextPosition(event.key, rows, current) : null;
    if (act === null && next === null) return;
    event.preventDefault();
    if (next !== null) setActive(next);
    if (act === 'more') showMore(row);
    else if (act !== null) toggle(row, act === 'open');
  }

  return (
    <div
      class="tree"
      role="tree"
      aria-label="Fields of the event"
      aria-activedescendant={rows.length > 0 ? `field-${current}` : undefined}
      tabIndex={0}
      ref={frame}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, position) => (
        <TreeLine
          key={`${row.kind} ${row.pointer}`}
          row={row}
          exact={exact.get(row.pointer)}
          position={position}
          active={position === current}
          onChoose={() => setActive(position)}
          onToggle={() => toggle(row, !row.expanded)}
          onMore={() => showMore(row)}
          onFix={onFix}
        />
      ))}
    </div>
  );
}

/** The lines of the tree, some of them collapsed by the user. */
function useRows({value, issues, parts}: Pick<EventTreeProps, 'value' | 'issues' | 'parts'>) {
  const {settings} = useStore();
  const {closedParts} = settings.value.value.panel;
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  return {
    rows: toTreeRows(value, {issues, toggled, limits, parts, closedParts}),
    toggle(row: TreeRow, open: boolean) {
      if (row.expanded === null) return;
      setToggled(new Map(toggled).set(row.pointer, open));
      const part = partNames.find((name) => parts?.[name] === row.pointer);
      if (part) settings.change((now) => rememberPart(now, part, open));
    },
    showMore(row: TreeRow) {
      setLimits(new Map(limits).set(row.pointer, (limits.get(row.pointer) ?? MEMBER_STEP) + MEMBER_STEP * 5));
    },
  };
}

const partNames = ['properties', 'context'] as const;

/** In the next event the part is collapsed or expanded as in this one. */
function rememberPart(settings: Settings, part: keyof EventParts, open: boolean): Settings {
  const others = settings.panel.closedParts.filter((name) => name !== part);
  return {...settings, panel: {...settings.panel, closedParts: open ? others : [...others, part]}};
}

/** The position of a field, or of the nearest existing one that should contain it. */
function findField(rows: readonly TreeRow[], pointer: string): number {
  const found = rows.findIndex((row) => row.pointer === pointer && row.kind !== 'more');
  return found >= 0 ? found : rows.findLastIndex((row) => pointer.startsWith(`${row.pointer}/`));
}

/** The action of a key for its row. */
function toKeyAct(key: string, row: TreeRow): 'open' | 'close' | 'more' | null {
  if (key === 'Enter' && row.kind === 'more') return 'more';
  if (key === 'Enter' || (key === 'ArrowRight' && row.expanded === false))
    return row.expanded ? 'close' : 'open';
  return key === 'ArrowLeft' && row.expanded ? 'close' : null;
}

/** The position of the row that a key moves to. */
function toNextPosition(key: string, rows: readonly TreeRow[], position: number): number | null {
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(last, position + 1);
    case 'ArrowUp':
      return Math.max(0, position - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowLeft':
      return toParent(rows, position);
    default:
      return null;
  }
}

function toParent(rows: readonly TreeRow[], position: number): number {
  const depth = rows[position]?.depth ?? 0;
  const parent = rows.slice(0, position).findLastIndex((row) => row.depth < depth);
  return parent < 0 ? position : parent;
}
