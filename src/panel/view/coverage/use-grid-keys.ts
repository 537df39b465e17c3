import type {CoverageLine} from '../../store/coverage/coverage-line';
import type {CoverageStore} from '../../store/coverage/coverage-store';

/** Arrows, Page and Home/End move, Right and Left fold, Enter does what the line says, Space picks a row. */
export function useGridKeys(
  coverage: CoverageStore,
  position: number,
  pageLines: number,
  press: (line: CoverageLine) => void,
): (event: KeyboardEvent) => void {
  const lines = coverage.lines.value;

  function moveTo(wanted: number): void {
    const line = lines[Math.max(0, Math.min(lines.length - 1, wanted))];
    if (line) coverage.current.value = line.key;
  }

  function fold(isOpen: boolean): void {
    const line = lines[position];
    if (!line) return;
    if (!('isOpen' in line)) {
      if (!isOpen) coverage.current.value = line.owner;
    } else if (line.isOpen !== isOpen) coverage.setOpen(line.key, isOpen);
    else if (isOpen) moveTo(position + 1);
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
      if (line?.kind === 'row') coverage.togglePicked(line.key);
    },
    Enter: () => {
      const line = lines[position];
      if (line) press(line);
    },
  };

  return (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
}
