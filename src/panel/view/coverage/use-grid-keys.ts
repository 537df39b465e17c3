import type {CoverageLine} from '../../store/coverage/coverage-line';
import type {CoverageStore} from '../../store/coverage/coverage-store';

/**
 * Arrows, Page and Home/End move, Right and Left expand and collapse, with Shift all sections; Enter runs the line's
 * action, Space picks a row.
 */
export function useGridKeys(
  coverage: CoverageStore,
  position: number,
  pageLines: number,
  press: (line: CoverageLine) => void,
): (event: KeyboardEvent) => void {
  const lines = coverage.list.lines.value;

  function moveTo(wanted: number): void {
    const line = lines[Math.max(0, Math.min(lines.length - 1, wanted))];
    if (line) coverage.list.current.value = line.key;
  }

  function fold(isOpen: boolean): void {
    const line = lines[position];
    if (!line) return;
    if ('isOpen' in line && line.isOpen !== isOpen) coverage.list.setOpen(line.key, isOpen);
    else if (!isOpen) coverage.list.current.value = line.owner ?? line.key;
    else if ('isOpen' in line) moveTo(position + 1);
  }

  const actions: Record<string, () => void> = {
    ArrowDown: () => moveTo(position + 1),
    ArrowUp: () => moveTo(position < 0 ? 0 : position - 1),
    PageDown: () => moveTo(position + pageLines),
    PageUp: () => moveTo(position - pageLines),
    Home: () => moveTo(0),
    End: () => moveTo(lines.length - 1),
    ArrowRight: () => fold(true),
    ArrowLeft: () => fold(false),
    ' ': () => {
      const line = lines[position];
      if (line?.kind === 'row') coverage.scope.togglePicked(line.key);
    },
    Enter: () => {
      const line = lines[position];
      if (line) press(line);
    },
  };

  const foldAll: Record<string, () => void> = {
    ArrowRight: () => coverage.list.setSectionsOpen(true),
    ArrowLeft: () => coverage.list.setSectionsOpen(false),
  };

  return (event) => {
    const known = event.shiftKey ? foldAll : actions;
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : known[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
}
